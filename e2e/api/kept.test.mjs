// What a desk keeps: through kills and restarts, by the clock, and unreadable without the key.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { typed } from '../support/requests.mjs';
import { during, stored, withState } from '../support/state.mjs';

const DISTRICTS = [101, 102, 105, 106, 107, 108, 109, 111, 112, 113, 114, 115, 116, 117, 118, 119, 171]
  .map((code) => 110000 + code);

const URGENT = { category: 'psychological', place: 'area', district: 110101 };

test('a kill loses nothing: receipts, messages and keys are still there', () => withState(async (state) => {
  const [key, other] = [randomUUID(), randomUUID()];
  const body = typed({ text: '停电也不能丢' });
  const before = await during({ state }, async ({ file, move }) => {
    const receipt = await file(body, { key });
    await file(typed(URGENT), { key: other });
    return { receipt, standing: await move(receipt, { move: 'write', note: '还在吗' }) };
  });
  await during({ state }, async ({ file, follow }) => {
    assert.deepEqual(await follow(before.receipt), before.standing);
    assert.deepEqual(await file(body, { key }), before.receipt);
    const problem = await file(typed({ text: '别的' }), { key, status: 422 });
    assert.equal(problem.type, '/problems/other-body');
    await file(typed({ ...URGENT, text: '别的' }), { key: other, status: 422 });
    await file(typed({ ...URGENT, district: 110102 }), { key: other, status: 422 });
  });
}));

test('a new key in front seals, and the old one still opens', () => withState(async (state) => {
  const keyOf = (id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`;
  const [body, key] = [typed({ text: '换钥匙' }), randomUUID()];
  const old = await during({ state, dataKeys: keyOf('old') }, async ({ file, move }) => {
    const receipt = await file(body, { key });
    return { receipt, standing: await move(receipt, { move: 'write', note: '换之前' }) };
  });
  const both = `${keyOf('new')}, ${keyOf('old')}`;
  const fresh = await during({ state, dataKeys: both }, async ({ file, follow, move }) => {
    assert.deepEqual(await follow(old.receipt), old.standing);
    assert.deepEqual(await file(body, { key }), old.receipt);
    const receipt = await file(body);
    return { receipt, standing: await move(receipt, { move: 'write', note: '换之后' }) };
  });
  await during({ state, dataKeys: keyOf('new') }, async ({ follow, site }) => {
    assert.deepEqual(await follow(fresh.receipt), fresh.standing);
    const lost = await site.ask(`/api/v1/requests/${old.receipt.reference}`, {
      headers: { authorization: `Bearer ${old.receipt.secret}` },
    });
    assert.equal(lost.status, 500);
    assert.equal((await lost.json()).type, '/problems/internal');
  });
}));

test('what was due while nothing ran is settled at the start: warned, escalated, overdue', () => withState(async (state) => {
  const at = (time) => `2026-11-20T${time}:00+08:00`;
  const from = (time, act) => during({ state, clock: at(time) }, act);
  const moves = ({ events }) => events.map((event) => `${event.move} ${event.by.party} ${event.at}`);

  const receipt = await from('10:00', ({ file }) => file(typed(URGENT)));
  assert.equal(receipt.desk.code, '110101');
  assert.equal(receipt.due.at, at('12:00'));
  const early = await from('11:29', ({ follow }) => follow(receipt));
  assert.deepEqual(moves(early), []);

  const warned = await from('11:30', ({ follow }) => follow(receipt));
  assert.deepEqual(moves(warned), [`warn clock ${at('11:30')}`]);
  assert.deepEqual([warned.stage, warned.desk.code, warned.due.at], ['received', '110101', at('12:00')]);

  const escalated = await from('12:40', ({ follow }) => follow(receipt));
  assert.deepEqual(moves(escalated), [...moves(warned), `escalate clock ${at('12:40')}`]);
  assert.deepEqual(escalated.desk, { code: 'city', level: 'city' });
  assert.deepEqual([escalated.stage, escalated.due.at], ['escalated', at('14:40')]);

  const overdue = await from('15:00', ({ follow }) => follow(receipt));
  assert.deepEqual(moves(overdue).slice(2), [`overdue clock ${at('15:00')}`]);
  assert.equal(overdue.overdue, true);

  const taken = await from('15:10', ({ move }) => move(receipt, { move: 'withdraw' }));
  assert.equal(taken.stage, 'withdrawn');

  // SQLite writes the columns of a row one after the other: who, which request, what, whose then.
  const rows = await stored(state);
  const entry = (who, what, desk) => rows.includes(`"${who}"${receipt.reference}${what}${desk}`);
  assert.ok(entry('worker', '', '110101'), 'filed');
  assert.ok(entry('clock', 'warn', '110101'));
  assert.ok(entry('clock', 'escalate', 'city'));
  assert.ok(entry('clock', 'overdue', 'city'));
  assert.ok(entry('worker', 'withdraw', 'city'));
  assert.ok(!entry('clock', 'withdraw', 'city'));
}));

test('the alarm rings while nobody looks', { timeout: 60_000 }, () => withState(async (state) => {
  const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
  const begun = { state, clock: minutesAgo(95) };
  const receipt = await during(begun, ({ file }) => file(typed(URGENT)));
  const warning = Date.parse(receipt.due.at) - 30 * 60_000;
  // Another request of that desk, filed a second before: the alarm is now set to ring in a second.
  const before = { state, clock: new Date(warning - 1000).toISOString() };
  await during(before, ({ file }) => file(typed({ ...URGENT, category: 'praise' })));
  const entry = `"clock"${receipt.reference}warn`;
  assert.ok(!(await stored(state)).includes(entry));
  await during({ state, clock: null }, async () => {
    while (!(await stored(state)).includes(entry)) await setImmediate();
  });
}));

test('after 1,000 submissions nothing personal can be read in files, logs and error pages', () => withState(async (state) => {
  const personal = ['老板三个月没发工资', '王小明', '13800138', '某某建筑公司', '请打给我弟弟'];
  const log = join(state, 'log');
  const body = (index) => typed({
    category: 'pay',
    text: `老板三个月没发工资了，这是第${index}次`,
    place: 'area',
    district: DISTRICTS[index % DISTRICTS.length],
    employer: '某某建筑公司',
    contact: 'phone',
    phone: `13800138${String(index).padStart(3, '0')}`,
    phone_seen_by: ['street', 'district'],
    name: `王小明${index}`,
    name_seen_by: ['district'],
  });
  const receipts = [];
  const secrets = [];
  const errors = [];
  const fails = async (answer, status) => {
    assert.equal(answer.status, status);
    errors.push(await answer.text());
  };
  await during({ state, log }, async ({ file, move, site }) => {
    for (let first = 0; first < 1000; first += 50) {
      const some = Array.from({ length: 50 }, async (_, place) => {
        const key = randomUUID();
        const receipt = await file(body(first + place), { key });
        secrets.push(key, receipt.secret);
        receipts.push(receipt);
        if (place === 0) await move(receipt, { move: 'write', note: '请打给我弟弟' });
      });
      await Promise.all(some);
    }
    const post = (sent, headers) => site.ask('/api/v1/requests', {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': secrets[0], ...headers }, body: sent,
    });
    await fails(await post(JSON.stringify({ ...body(1), category: 'x', since: body(1).text.repeat(20) })), 400);
    await fails(await post(JSON.stringify(body(1)).slice(0, -1)), 400);
    await fails(await post(JSON.stringify({ ...body(1), text: '别的' })), 422);
    await fails(await post(JSON.stringify(body(1)), { 'content-type': 'text/plain' }), 415);
    await fails(await post(JSON.stringify({ ...body(1), text: body(1).text.repeat(2000) })), 413);
  });
  await during({ state, log, dataKeys: `other:${Buffer.alloc(32, 'x').toString('base64')}` }, async ({ site }) => {
    const [{ reference, secret }] = receipts;
    await fails(await site.ask('/api/v1/requests', {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': secrets[0] }, body: JSON.stringify(body(0)),
    }), 500);
    const inputs = new URLSearchParams({ secret, move: 'write', note: '请打给我弟弟' });
    await fails(await site.ask(`/requests/${reference}`, { method: 'POST', body: inputs }), 500);
  });
  assert.equal(new Set(receipts.map(({ reference }) => reference)).size, 1000);
  assert.match(await readFile(log, 'utf8'), /DATA_KEYS has no key/, 'the log is the one that is searched');

  const everything = Buffer.concat([await stored(state), Buffer.from(errors.join())]);
  // Of a thousand, some: a search goes through every file.
  for (const { reference } of receipts.slice(0, 40)) assert.ok(everything.includes(reference), 'the right files are searched');
  for (const words of [...personal, ...secrets.slice(0, 40)]) {
    for (const coding of ['utf8', 'utf16le']) {
      assert.ok(!everything.includes(Buffer.from(words, coding)), `${words} in ${coding}`);
    }
  }
}));
