// Takes the pictures of the README. Usage: node e2e/pictures.mjs, after a build.

import { SIZES, openPage, startBrowser } from './support/browser.mjs';
import { startSite } from './support/site.mjs';

const EVENING = '2026-11-20T20:45:00+08:00';
const folder = new URL('pictures/', import.meta.url).pathname;

const site = await startSite({ clock: EVENING });
const browser = await startBrowser();
const list = '/stations?near=39.914,116.404&amenity=hot_meal';
const found = await (await site.ask(`/api/v1${list}&limit=1`)).json();
await picture('list-phone', list, { size: SIZES.phone });
await picture('station-desk-dark', `/stations/${found.stations[0].id}`, {
  size: SIZES.desk,
  dark: true,
  language: 'en',
});
await browser.close();
await site.stop();

async function picture(name, path, options) {
  const page = await openPage(browser, site, { javaScript: false, ...options });
  await page.goto(path);
  await page.screenshot({ path: `${folder}${name}.png` });
}
