// A street confirms its list of the month, and sends a link to whoever is at the door.

import assert from 'node:assert/strict';
import { accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { stage } from '../support/stage.mjs';
import { enter, staff } from '../support/staff.mjs';

const { journey, twice } = stage();

/** Nothing is in anybody's way on this page. axe itself needs JavaScript. */
async function sound(page, { javaScript }) {
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], `${await page.title()} ${page.url()}`);
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const boxes = (page) => page.locator('.due [type=checkbox]').count();

/** The first street of the overview where more than one is due. */
async function openStreet(page) {
  await page.goto('/staff/freshness');
  const rows = page.locator('main li');
  for (const row of await rows.all()) {
    const [due] = (await row.locator('b').innerText()).match(/\d+/);
    if (due > 1) return row.locator('a').click();
  }
  throw new Error('nothing is due anywhere');
}

twice('one click for what is ticked, and a link for the rest', async (page, site, options) => {
  await enter(page, site, await staff(site, { role: 'listing_editor', desk: 'city' }));
  await openStreet(page);
  await sound(page, options);
  const due = await boxes(page);
  const message = await page.locator('.message').innerText();
  await page.locator('.due [type=checkbox]').first().uncheck();
  await press(page, '打勾的都没变，核实');
  assert.match(await page.locator('.done').innerText(), new RegExp(`核实了 ${due - 1} 处`));
  assert.equal(await boxes(page), 1);
  await sound(page, options);

  await page.context().clearCookies();
  await page.goto(message.match(/http\S+/)[0]);
  await sound(page, options);
  assert.equal(await boxes(page), 1, 'looking changed nothing');
  await press(page, '打勾的都没变');
  assert.match(await page.locator('.done').innerText(), /核实了 1 处/);
  assert.equal(await boxes(page), 0);
});

journey('in English', async (page, site, options) => {
  await enter(page, site, await staff(site, { role: 'listing_editor', desk: 'city' }));
  await openStreet(page);
  await sound(page, options);
  await press(page, 'Nothing changed in what is ticked: confirm');
  assert.match(await page.locator('.done').innerText(), /are confirmed/);
}, { language: 'en', javaScript: true });
