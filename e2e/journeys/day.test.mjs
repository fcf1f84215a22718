// A street officer's morning by keyboard alone: every stop of the focus is seen, and nothing is far
// from a page's skip link.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { SIZES } from '../support/browser.mjs';
import { Hands } from '../support/keyboard.mjs';
import { typed } from '../support/requests.mjs';
import { stage } from '../support/stage.mjs';
import { PASSWORD, send, staff } from '../support/staff.mjs';

/** As many Tabs as anything takes from a page's skip link. */
const MOST_TABS = 15;

/** All other keys of the whole morning, without what is typed. */
const MOST_KEYS = 250;

const { twice } = stage();

const had = new Set();

/** A street where many places are due that nobody has had. */
async function busyStreet(site) {
  const { cookie } = await staff(site, { role: 'listing_editor', desk: 'city' });
  const page = await (await site.ask('/staff/freshness', { headers: { cookie } })).text();
  const rows = [...page.matchAll(/\?desk=(\d{9})"[^]*?<b>(\d+) 处/g)];
  const [, street] = rows.find(([, street, due]) => Number(due) >= 8 && !had.has(street));
  had.add(street);
  return street;
}

/** What waits in the morning: two requests and a worker's report, of hours that are wrong. */
async function waiting(site, street) {
  for (const text of ['食堂的灯坏了', '热水器漏水']) {
    const body = typed({ category: 'hardship', text, place: 'area', district: Number(street.slice(0, 6)), street: Number(street) });
    await send(site, 'POST', '/api/v1/requests', body, {
      status: 201, headers: { 'idempotency-key': randomUUID() },
    });
  }
  const list = await (await site.ask(`/api/v1/stations?street=${street}&open=now`)).json();
  const [reported, corrected] = list.stations;
  await send(site, 'POST', `/api/v1/stations/${reported.id}/reports`, { kind: 'hours_wrong', note: '九点才开' }, {
    status: 201, headers: { 'idempotency-key': randomUUID() },
  });
  return { corrected };
}

twice('a street officer’s morning', async (page, site) => {
  const street = await busyStreet(site);
  const { corrected } = await waiting(site, street);
  const officer = await staff(site, { role: 'supervisor', desk: street });
  const hands = new Hands(page, MOST_TABS);

  // Sign in.
  await page.goto('/staff');
  await page.locator('[name=name]:focus').waitFor();
  await hands.type(officer.account.name);
  await hands.to('[name=password]');
  await hands.type(PASSWORD);
  await hands.to('[name=code]');
  await hands.type(officer.recovery[0]);
  await hands.press('Enter');
  await page.waitForURL('**/staff');

  // See what waits, open the oldest, take it, answer with a text to build on.
  await hands.follow('/staff/requests');
  await hands.find('.desk-rows li:first-child a');
  await hands.press('Enter');
  await page.waitForURL('**/staff/requests/*');
  await hands.find('button', '我来办');
  await hands.press('Enter');
  await page.locator('.done').waitFor();
  await page.waitForLoadState();
  await hands.find('button', '这类诉求常用的');
  await hands.press('Enter');
  await page.locator('[name=note]:focus').waitFor();
  await hands.press('Control+A');
  await hands.type('条件写在规则里，请备好证件。');
  await hands.to('button', '发出答复');
  await hands.press('Enter');
  await page.locator('.done', { hasText: '答复' }).waitFor();
  await page.waitForLoadState();

  // Confirm five places with one click each, and the rest at once.
  await hands.follow('/staff/freshness');
  const due = await page.locator('.due li').count();
  assert.ok(due >= 8);
  for (let left = due - 1; left >= due - 5; left -= 1) {
    if (left === due - 1) await hands.find('.due li:first-child button');
    else await hands.to('.due li:first-child button');
    await hands.press('Enter');
    await page.locator('.due li').nth(left).waitFor({ state: 'detached' });
    await page.locator('.due li:first-child input:focus').waitFor();
  }
  await hands.to('a[href="#confirm"]', undefined, 'Shift+Tab');
  await hands.press('Enter');
  await page.locator('#confirm:focus').waitFor();
  await hands.to('button', '打勾的都没变，核实');
  await hands.press('Enter');
  await page.locator('.due').waitFor({ state: 'detached' });
  await page.waitForLoadState();

  // Correct a station's hours.
  const openStation = async () => {
    await hands.follow('/staff/stations');
    await hands.find('[name=q]');
    await hands.type(String(corrected.id));
    await hands.press('Enter');
    await page.waitForURL('**/staff/stations?q=*');
    await hands.find(`a[href="/staff/stations/${corrected.id}"]`);
    await hands.press('Enter');
    await page.waitForURL(`**/staff/stations/${corrected.id}`);
  };
  await openStation();
  await hands.find('a[href="#f-hours"]');
  await hands.press('Enter');
  await page.locator('[name=hours]:focus').waitFor();
  await hands.press('Control+A');
  await hands.type('周一至周日 9:00-18:00');
  await hands.press('Enter');
  await page.locator('.difference').waitFor();
  await page.waitForLoadState();
  assert.match(await page.locator('main').innerText(), /看懂的开放时间/);
  await hands.find('button', '就这么改');
  await hands.press('Enter');
  await page.waitForURL('**?done=made');

  // Decide a worker's report.
  await hands.follow('/staff/reports');
  await hands.find('main li a');
  await hands.press('Enter');
  await page.waitForURL('**/staff/reports/*');
  await hands.find('[name=hours]');
  await hands.press('Control+A');
  await hands.type('周一至周日 9:00-17:00');
  await hands.to('#f-word-change');
  await hands.type('改好了，谢谢');
  await hands.to('button', '改好，告诉反映的人');
  await hands.press('Enter');
  await page.locator('.done').waitFor();
  await page.waitForLoadState();

  // Look at the history, and restore what was before.
  await openStation();
  await hands.find(`a[href="/staff/stations/${corrected.id}/history"]`);
  await hands.press('Enter');
  await page.waitForURL('**/history');
  await hands.find('button', '恢复成这一版');
  await hands.press('Enter');
  await page.waitForURL(`**/staff/stations/${corrected.id}`);
  await hands.find('button', '就这么改');
  await hands.press('Enter');
  await page.waitForURL('**?done=made');
  const now = await (await site.ask(`/api/v1/stations/${corrected.id}`)).json();
  assert.deepEqual(now.hours, corrected.hours);

  // Sign out.
  await hands.follow('/staff');
  await hands.find('button', '退出登录');
  await hands.press('Enter');
  await page.waitForURL('**/staff/sign-in*');
  assert.ok(hands.pressed <= MOST_KEYS, `${hands.pressed} keys`);
}, { size: SIZES.desk });
