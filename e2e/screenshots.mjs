// Photographs every page: two sizes, light and dark, two languages.
// Usage: node e2e/screenshots.mjs FOLDER, after a build.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SIZES, openPage, startBrowser } from './support/browser.mjs';
import { startSite } from './support/site.mjs';

const [folder] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const site = await startSite();
const browser = await startBrowser();
try {
  const pages = await pagesOf(site);
  for (const [sizeName, size] of Object.entries(SIZES)) {
    for (const dark of [false, true]) {
      for (const language of ['zh-CN', 'en']) {
        const page = await openPage(browser, site, { size, dark, language });
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(path, { waitUntil: 'networkidle' });
          const file = [name, sizeName, dark ? 'dark' : 'light', language.slice(0, 2)].join('-');
          await page.screenshot({ path: join(folder, `${file}.png`), fullPage: true });
        }
        await page.context().close();
      }
    }
  }
} finally {
  await browser.close();
  await site.stop();
}

async function pagesOf(site) {
  const { stations } = await (await site.ask('/api/v1/stations?limit=1')).json();
  return {
    home: '/',
    list: '/stations',
    'list-filtered': '/stations?open=now&amenity=hot_meal',
    map: '/map',
    'map-district': '/map?district=110108',
    station: `/stations/${stations[0].id}`,
    services: '/services',
    service: '/services/card-discount',
    question: '/check/holiday-class?both_parents_work=yes',
    results: '/check?achievements=certificate_3&child_grade=3&hardship=schooling&insured=yes&membership=member&show=known&work=migrant',
    rules: '/check/startup-loan/rules',
    classes: '/classes?both_parents_work=yes&child_grade=3&class_near=area',
    about: '/about',
    privacy: '/privacy',
    offline: '/offline',
    'not-found': '/nowhere',
  };
}
