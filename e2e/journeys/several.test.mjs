// Several requests at once: ticked in the list, done with one press, each under its own rules.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { SIZES, accessibilityFindings, openPage } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { typed } from '../support/requests.mjs';
import { enter, staff } from '../support/staff.mjs';
import { stage } from '../support/stage.mjs';

const STREET = '110101001';
const { journey, twice } = stage();

async function sound(page, { javaScript = true } = {}) {
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], await page.title());
}

const said = (page) => page.locator('main').innerText();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const box = (page, { reference }) => page.getByRole('checkbox', { name: `勾上 ${reference}` });

/** A request of the street's; its receipt. `place` is another place than the street. */
async function file(site, fields, place = { place: 'area', district: 110101, street: Number(STREET) }) {
  const answer = await site.ask('/api/v1/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(typed({ category: 'hardship', text: '家里遇到难处', ...place, ...fields })),
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  return answer.json();
}

const json = { 'content-type': 'application/json' };
const follow = async (site, { reference, secret }) => (await site.ask(
  `/api/v1/requests/${reference}`, { headers: { authorization: `Bearer ${secret}` } },
)).json();

/** The list as `member` sees it on another page. */
async function desk(beside, site, member, options) {
  const page = await openPage(beside.context().browser(), site, { size: SIZES.desk, ...options });
  await enter(page, site, member);
  await page.goto('/staff/requests');
  return page;
}

twice('what is ticked is taken and answered at once', async (phone, site, options) => {
  const receipts = await Promise.all([1, 2, 3].map(() => file(site)));
  const other = await file(site, { category: 'joining' });
  const handler = await staff(site, { role: 'request_handler', desk: STREET });
  const page = await desk(phone, site, handler, options);
  await sound(page, options);
  await press(page, '我来办');
  assert.match(await said(page), /先在上面勾几件/);
  assert.equal(page.url().endsWith('/several'), true);
  for (const receipt of [...receipts, other]) await box(page, receipt).check();
  await press(page, '我来办');
  assert.match(await said(page), /4 件里办成 4 件/);
  await sound(page, options);

  await page.getByRole('link', { name: '回列表' }).click();
  for (const receipt of [...receipts, other]) await box(page, receipt).check();
  await page.locator('summary', { hasText: '答复' }).click();
  await page.locator('[name=answer]').fill('我们去看过了，米面油已经送到。');
  await press(page, '发出答复');
  assert.match(await said(page), /不是同一类/);
  await sound(page, options);
  assert.equal(await page.locator('[name=answer]').inputValue(), '我们去看过了，米面油已经送到。');
  await box(page, other).uncheck();
  await press(page, '发出答复');
  assert.match(await said(page), /3 件里办成 3 件/);
  for (const receipt of receipts) {
    const standing = await follow(site, receipt);
    assert.equal(standing.stage, 'answered');
    assert.match(JSON.stringify(standing.messages), /米面油已经送到/);
  }
  assert.equal((await follow(site, other)).stage, 'in_hand');
  await page.context().close();
});

journey('what changed meanwhile is left alone, and the page says so', async (phone, site, options) => {
  const [one, two] = [await file(site), await file(site)];
  const member = { role: 'request_handler', desk: STREET };
  const [handler, colleague] = [await staff(site, member), await staff(site, member)];
  const page = await desk(phone, site, handler, options);
  for (const receipt of [one, two]) await box(page, receipt).check();
  const moved = await site.ask(`/api/v1/desk/requests/${one.reference}/moves`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${colleague.bearer}` },
    body: JSON.stringify({ move: 'take', seen: 0 }),
  });
  assert.equal(moved.status, 200, await moved.text());
  await press(page, '我来办');
  assert.match(await said(page), /2 件里办成 1 件/);
  const row = page.getByRole('link', { name: new RegExp(one.reference) });
  assert.match(await row.innerText(), /有了变化，没动/);
  await sound(page, options);
  assert.equal((await follow(site, two)).stage, 'in_hand');
  await page.reload();
  assert.match(await said(page), /2 件里办成 1 件/, 'sent again it is the same, and nothing is done twice');
  const auditor = await staff(site, { role: 'auditor', desk: 'city' });
  const chain = await site.ask('/api/v1/desk/audit?desk=110101&limit=200', {
    headers: { authorization: `Bearer ${auditor.bearer}` },
  });
  const taken = (await chain.json()).records.filter(({ what, reference }) => what === 'take' && reference === two.reference);
  assert.equal(taken.length, 1);
  await page.context().close();
});

twice('the city hands several on to one district', async (phone, site, options) => {
  const nowhere = { place: 'not_sure' };
  const receipts = [await file(site, {}, nowhere), await file(site, {}, nowhere)];
  const supervisor = await staff(site, { role: 'supervisor', desk: 'city' });
  const page = await desk(phone, site, supervisor, options);
  for (const receipt of receipts) await box(page, receipt).check();
  await page.locator('summary', { hasText: '派单' }).click();
  await page.locator('[name=why]').fill('离你们近');
  await press(page, '派下去');
  assert.match(await said(page), /选一下派给谁/);
  assert.equal(await page.locator('[name=why]').inputValue(), '离你们近');
  await sound(page, options);
  await page.locator('#f-several-to').selectOption('110102');
  await press(page, '派下去');
  assert.match(await said(page), /2 件里办成 2 件/);
  for (const receipt of receipts) {
    const standing = await follow(site, receipt);
    assert.deepEqual([standing.stage, standing.desk.code], ['dispatched', '110102']);
  }
  await page.context().close();
});
