// The record, as auditors read it: narrowed, as a file, and checked whole.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { typed } from '../support/requests.mjs';
import { PASSWORD, enter, freshName, send, staff } from '../support/staff.mjs';
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

/** The lines of a file of the record without the header, the latest first, as cells without commas in them. */
async function lines(site, { cookie }, book, query) {
  const answer = await site.ask(`/staff/audit/${book}.csv?${query}`, { headers: { cookie } });
  const text = await answer.text();
  assert.equal(answer.status, 200, book);
  return text.trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
}
const deeds = (rows) => rows.map(([, , , what]) => what).reverse();

const signIn = (site, name, shown, status) =>
  send(site, 'POST', '/api/v1/staff/sessions', { name, password: PASSWORD, ...shown }, { status });

journey('what happened to an account is on record, and no name that nobody has', async (page, site) => {
  const administrator = await staff(site, { role: 'administrator', desk: DISTRICT });
  const auditor = await staff(site, { role: 'auditor', desk: DISTRICT });
  const editor = await staff(site, { role: 'listing_editor', desk: STREET });
  const { id, name } = editor.account;
  const change = (body) => send(site, 'PATCH', `/api/v1/staff/accounts/${id}`, body, administrator);
  const wrong = { password: '不是这一句不是这一句' };
  await signIn(site, name, wrong, 401);
  const stranger = freshName();
  await signIn(site, stranger, wrong, 401);
  await change({ role: 'request_handler' });
  await change({ active: false });
  const all = await lines(site, auditor, 'accounts', `account=${id}`);
  assert.deepEqual(deeds(all), [
    '开了账号', '设置好账号', '登录', '登录没成', '改了账号', '其他登录都结束了', '停了账号',
  ]);
  const [, , who, , account, role, desk, hash] = all[0];
  assert.deepEqual([who, account, role, desk], [`${administrator.account.id} 号`, String(id), '诉求办理', STREET]);
  assert.match(hash, /^[0-9a-f]{64}$/);
  const by = `account=${id}&by=${administrator.account.id}`;
  assert.equal((await lines(site, auditor, 'accounts', by)).length, 3);
  assert.equal((await lines(site, auditor, 'accounts', `${by}&what=stopped`)).length, 1);
  assert.equal((await lines(site, auditor, 'accounts', `${by}&from=2026-11-21`)).length, 0);
  assert.equal((await lines(site, administrator, 'accounts', `${by}&to=2026-11-20`)).length, 3);
  const elsewhere = await staff(site, { role: 'auditor', desk: '110102' });
  assert.equal((await lines(site, elsewhere, 'accounts', `account=${id}`)).length, 0);
  const city = await staff(site, { role: 'auditor', desk: 'city' });
  const whole = await lines(site, city, 'accounts', '');
  assert.ok(!whole.flat().some((cell) => cell.includes(stranger) || cell.includes(name)));
});

journey('codes on and off, and a recovery code that was used, are on record', async (page, site) => {
  const administrator = await staff(site, { role: 'administrator', desk: DISTRICT });
  const supervisor = await staff(site, { role: 'supervisor', desk: STREET });
  const { id, name } = supervisor.account;
  const [code] = supervisor.recovery;
  await signIn(site, name, { code }, 201);
  const again = `/api/v1/staff/accounts/${id}/set-up`;
  const { token } = await send(site, 'POST', again, undefined, { status: 201, ...administrator });
  await send(site, 'POST', '/api/v1/staff/set-up', { token, password: PASSWORD }, { status: 201 });
  assert.deepEqual(deeds(await lines(site, administrator, 'accounts', `account=${id}`)), [
    '开了账号', '设置好账号', '登录', '打开验证码', '用了备用码', '登录', '发了设置链接',
    '设置好账号', '验证码作废', '其他登录都结束了', '登录',
  ]);
});

journey('a change of a station and its undoing are on record, with the way to them', async (page, site) => {
  const editor = await staff(site, { role: 'listing_editor', desk: DISTRICT, person: '韩梅梅' });
  const { stations: [{ id }] } = await (await site.ask(`/api/v1/stations?district=${DISTRICT}&limit=1`)).json();
  const entry = `/api/v1/listings/stations/${id}`;
  const { version, cells } = await send(site, 'GET', entry, undefined, editor);
  const why = '=1+1';
  const { batch } = await send(site, 'PUT', entry, { version, cells: { ...cells, phone: '010-12345678' }, why }, editor);
  const undone = await send(site, 'POST', `/api/v1/listings/batches/${batch}/undo`, { why: '打错了' }, editor);
  const auditor = await staff(site, { role: 'auditor', desk: DISTRICT });
  const by = `by=${editor.account.id}`;
  const rows = await lines(site, auditor, 'listings', by);
  assert.deepEqual(deeds(rows), ['修改', '撤销']);
  assert.equal(rows[1][7], "'=1+1", 'a formula is text');
  assert.equal((await lines(site, auditor, 'listings', `${by}&what=undo`)).length, 1);
  assert.equal((await lines(site, auditor, 'listings', `${by}&to=2026-11-19`)).length, 0);
  await enter(page, site, auditor);
  await page.goto(`/staff/audit/listings?${by}`);
  assert.match(await page.locator('tbody').innerText(), /韩梅梅（\d+ 号）/);
  await page.locator(`tbody a[href="/staff/changes/${undone.batch}"]`).click();
  await page.waitForURL(/changes/);
  assert.match(await page.locator('main').innerText(), /打错了/);
});

for (const reader of READERS) {
  journey(`the record of the accounts has pages, and is whole: ${JSON.stringify(reader)}`, async (page, site) => {
    const administrator = await staff(site, { role: 'administrator', desk: DISTRICT });
    const { account: { id } } = await staff(site, { desk: STREET });
    for (let change = 0; change < 53; change += 1) {
      await send(site, 'PATCH', `/api/v1/staff/accounts/${id}`, { person: `王芳${change}` }, administrator);
    }
    await enter(page, site, await staff(site, { role: 'auditor', desk: 'city' }));
    await page.goto('/staff/audit');
    await page.locator('a[href="/staff/audit/accounts"]').click();
    await page.waitForURL(/accounts$/);
    await page.locator('[name=account]').fill(String(id));
    await page.locator('[name=what]').selectOption('changed');
    await page.locator('form.narrow button').click();
    await page.waitForURL(/what=changed/);
    assert.equal(await page.locator('tbody tr').count(), 50);
    const findings = [
      ...(reader.javaScript === false ? [] : await accessibilityFindings(page)),
      ...(await smallTargets(page, reader.largePrint ? 60 : 44)),
      ...(await sticksOut(page)),
    ];
    assert.deepEqual(findings, []);
    await page.locator('a[href*="accounts?"][href*="before="]').click();
    await page.waitForURL(/before=/);
    assert.equal(await page.locator('tbody tr').count(), 3);
    assert.equal(await page.locator('a.chip[href*="accounts?"][href*="before="]').count(), 0);
    await page.locator('a[href*="check=yes"]').click();
    await page.waitForURL(/check=yes/);
    assert.match(await page.locator('[role=status]').first().innerText(), /[0-9a-f]{64}/);
  }, reader);
}
