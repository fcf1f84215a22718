// The record, as auditors read it: narrowed, as a file, and checked whole.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { typed } from '../support/requests.mjs';
import { enter, staff } from '../support/staff.mjs';
import { stage } from '../support/stage.mjs';

const DISTRICT = '110101';
const STREET = '110101001';
const READERS = [
  { size: SIZES.phone },
  { size: SIZES.desk, dark: true, largePrint: true, language: 'en' },
  { size: SIZES.desk, javaScript: false },
];
const { journey } = stage();

async function file(site, street = STREET) {
  const place = { place: 'area', district: Number(DISTRICT), street: Number(street) };
  const answer = await site.ask('/api/v1/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(typed(place)),
  });
  return answer.json();
}

const open = (site, { bearer }, { reference }) =>
  site.ask(`/api/v1/desk/requests/${reference}`, { headers: { authorization: `Bearer ${bearer}` } });

for (const reader of READERS) {
  journey(`who looked is found, and the record is whole: ${JSON.stringify(reader)}`, async (page, site) => {
    const [one, two] = [await file(site), await file(site)];
    const handler = await staff(site, { role: 'request_handler', desk: STREET });
    for (const receipt of [one, two, two]) await open(site, handler, receipt);
    await enter(page, site, await staff(site, { role: 'auditor', desk: DISTRICT }));
    await page.goto(`/staff/audit?by=${handler.account.id}`);
    assert.equal(await page.locator('tbody tr').count(), 3);
    await page.locator('[name=reference]').fill(two.reference);
    await page.locator('[name=what]').selectOption('opened');
    await page.locator('form.narrow button').click();
    assert.equal(await page.locator('tbody tr').count(), 2);
    assert.ok(!(await page.locator('main').innerText()).includes(one.reference));
    const findings = [
      ...(reader.javaScript === false ? [] : await accessibilityFindings(page)),
      ...(await smallTargets(page, reader.largePrint ? 60 : 44)),
      ...(await sticksOut(page)),
    ];
    assert.deepEqual(findings, []);
    await page.locator('a[href*="check=yes"]').click();
    assert.match(await page.locator('[role=status]').first().innerText(), /[0-9a-f]{64}/);
  }, reader);
}

journey('an auditor reads what was at their place, as a file too', async (page, site) => {
  const [mine, theirs] = [await file(site), await file(site, '110101002')];
  const auditor = await staff(site, { role: 'auditor', desk: STREET });
  const read = async (query = '') => {
    const answer = await site.ask(`/staff/audit.csv?${query}`, { headers: { cookie: auditor.cookie } });
    return [answer.status, await answer.text()];
  };
  const [status, text] = await read('what=filed');
  assert.equal(status, 200);
  assert.ok(text.includes(mine.reference) && !text.includes(theirs.reference));
  assert.equal((await read('desk=110102'))[0], 403);
  const tomorrow = await read('from=2026-11-21');
  assert.equal(tomorrow[1].trim().split('\n').length, 1);
});
