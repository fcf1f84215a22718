// What whoever runs the site does with what the desks keep: data at the end of its time is destroyed
// for good, and a new key takes the place of an old one.

import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { typed, wrong } from '../support/requests.mjs';
import { atRest, during, stored, withState } from '../support/state.mjs';

const RETENTION = '/api/v1/upkeep/retention';
const REWRAP = '/api/v1/upkeep/rewrap';

const OLD = 'the-old-one';
const NEW = 'new';
const bytesOf = (id) => Buffer.alloc(32, id);
const keyOf = (id) => `${id}:${bytesOf(id).toString('base64')}`;

const ask = ({ site, api }, path, body, status = 200, token = site.operatorToken) => api.check(path, path, {
  method: 'POST',
  status,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
});

/** Wraps everything that a desk keeps anew; what was done in all. */
async function rewrap(desk, code) {
  let [rewrapped, unopened, after] = [0, {}, 0];
  while (after !== null) {
    const step = await ask(desk, REWRAP, { desk: code, after });
    rewrapped += step.rewrapped;
    unopened = { ...unopened, ...step.unopened };
    after = step.next;
  }
  return { rewrapped, unopened };
}

/** The wrapped key of a record in the bytes of the files, wherever a copy of it stands. */
function wraps(files, reference, id) {
  const before = Buffer.from(reference + id.padEnd(32));
  const found = [];
  for (let at = files.indexOf(before); at >= 0; at = files.indexOf(before, at + 1)) {
    found.push(files.subarray(at + before.length, at + before.length + 60));
  }
  return found;
}

/** How a number is looked up. */
function phoneHash(id, phone) {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(phone.length));
  const parts = [Buffer.from('nuanyi 1: phone '), length, Buffer.from(phone)];
  return createHmac('sha256', bytesOf(id)).update(Buffer.concat(parts)).digest();
}

const phoned = (index, fields) => typed({
  category: 'praise', contact: 'phone', phone: `13800138${String(index).padStart(3, '0')}`, phone_seen_by: ['city'], ...fields,
});

test('what is at the end of its time is told, then destroyed, and nothing else', () => withState(async (state) => {
  const key = randomUUID();
  const body = phoned(7, { text: '食堂的师傅真好' });
  const filed = await during({ state, clock: '2026-01-31T12:00:00+08:00' }, async ({ file, move }) => {
    const [praise, pay, open] = await Promise.all([
      file(body, { key }), file(typed({ category: 'pay' })), file(typed({ category: 'station' })),
    ]);
    await move(praise, { move: 'write', note: '再说一句' });
    for (const receipt of [praise, pay]) await move(receipt, { move: 'withdraw' });
    return { praise, pay, open };
  });
  await during({ state, clock: '2026-07-31T11:59:59+08:00' }, async (desk) => {
    const { total, desks, is_all } = await ask(desk, RETENTION, { apply: false });
    assert.deepEqual([total, desks, is_all], [0, [], true], 'a second too early');
  });
  await during({ state, clock: '2026-07-31T12:00:00+08:00' }, async (desk) => {
    const due = { total: 1, desks: [{ desk: 'city', count: 1, oldest: '2026-01-31T12:00:00+08:00' }], is_all: true };
    const { plan, ...told } = await ask(desk, RETENTION, { apply: false });
    assert.deepEqual(told, { applied: false, ...due });
    assert.equal((await desk.follow(filed.praise)).messages[0].text, '再说一句', 'telling destroys nothing');

    const other = await ask(desk, RETENTION, { apply: true, plan: plan.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }, 409);
    assert.equal(other.type, '/problems/other-plan');
    assert.equal((await desk.follow(filed.praise)).messages[0].text, '再说一句');

    const { applied } = await ask(desk, RETENTION, { apply: true, plan });
    assert.equal(applied, true);
    await ask(desk, RETENTION, { apply: true, plan }, 409);
    assert.equal((await ask(desk, RETENTION, { apply: false })).total, 0);

    const standing = await desk.follow(filed.praise);
    assert.deepEqual(standing.messages.map(({ text }) => text), [null]);
    assert.deepEqual(standing.events.map((event) => [event.move, event.by.party]), [['write', 'worker'], ['withdraw', 'worker'], ['destroy', 'operator']]);
    assert.equal(standing.stage, 'withdrawn');
    const refused = await desk.move(filed.praise, { move: 'write', note: '还在吗' }, 409);
    assert.deepEqual(wrong(refused), ['move destroyed']);
    assert.equal((await desk.file(body, { key, status: 410 })).type, '/problems/gone');
    assert.equal((await desk.follow(filed.pay)).stage, 'withdrawn');
    assert.equal((await desk.follow(filed.open)).events.some(({ move }) => move === 'destroy'), false);
  });
  const files = await stored(state);
  assert.ok(files.includes(`"operator"${filed.praise.reference}destroy`), 'audited');
}));

test('upkeep is the operator’s, and what is not understood is named', () => withState((state) => during({ state }, async (desk) => {
  for (const path of [RETENTION, REWRAP]) {
    await ask(desk, path, { apply: false }, 401, 'somebody');
    await ask(desk, path, { apply: 'x'.repeat(2000) }, 413);
  }
  assert.deepEqual(wrong(await ask(desk, RETENTION, { apply: true }, 400)), ['plan missing']);
  assert.deepEqual(wrong(await ask(desk, REWRAP, { desk: '110101001' }, 400)), ['desk unknown_value']);
})));

test('a new key takes the place of the old one: everything opens, and retries get their receipts', () => withState(async (state) => {
  const bodies = Array.from({ length: 7 }, (_, index) => phoned(index, index % 2 ? { place: 'area', district: 110101, phone_seen_by: ['district'] } : {}));
  const sent = bodies.map((body) => ({ body, key: randomUUID() }));
  await during({ state, dataKeys: keyOf(OLD) }, async ({ file, move }) => {
    for (const one of sent) {
      one.receipt = await file(one.body, { key: one.key });
      one.standing = await move(one.receipt, { move: 'write', note: '换之前' });
    }
  });
  await during({ state, dataKeys: `${keyOf(NEW)},${keyOf(OLD)}` }, async (desk) => {
    assert.deepEqual(await rewrap(desk, '110101'), { rewrapped: 3, unopened: {} });
    assert.deepEqual(await rewrap(desk, '110101'), { rewrapped: 0, unopened: {} });
    const { keys } = await ask(desk, REWRAP, { desk: 'city', after: 4_000_000_000 });
    assert.deepEqual(keys, [NEW, OLD]);
  });
  // Interrupted there, and the old key taken away too soon.
  await during({ state, dataKeys: keyOf(NEW) }, async (desk) => {
    assert.deepEqual(await rewrap(desk, 'city'), { rewrapped: 0, unopened: { [OLD]: 4 } });
  });
  await during({ state, dataKeys: `${keyOf(NEW)},${keyOf(OLD)}` }, async (desk) => {
    assert.deepEqual(await rewrap(desk, 'city'), { rewrapped: 4, unopened: {} });
  });
  await during({ state, dataKeys: keyOf(NEW) }, async ({ file, follow }) => {
    for (const { body, key, receipt, standing } of sent) {
      assert.deepEqual(await file(body, { key }), receipt);
      await file({ ...body, text: '另一件' }, { key, status: 422 });
      assert.deepEqual(await follow(receipt), standing);
    }
  });
  const files = await stored(state);
  for (const { body: { phone } } of sent) assert.ok(files.includes(phoneHash(NEW, phone)), 'looked up by the new key');
}));

test('of what is destroyed no key and no number is left in the files', { timeout: 120_000 }, () => withState(async (state) => {
  const count = 240;
  const receipts = await during({ state, clock: '2026-01-01T12:00:00+08:00', dataKeys: keyOf(OLD) }, async ({ file, move }) => {
    const one = async (index) => {
      const receipt = await file(phoned(index, { text: '字'.repeat(1 + ((index * 37) % 1900)) }));
      await move(receipt, { move: 'withdraw' });
      return receipt;
    };
    return Promise.all(Array.from({ length: count }, (_, index) => one(index)));
  });
  const before = await stored(state);
  await during({ state, clock: '2026-07-02T12:00:00+08:00', dataKeys: `${keyOf(NEW)},${keyOf(OLD)}` }, async (desk) => {
    assert.deepEqual(await rewrap(desk, 'city'), { rewrapped: count, unopened: {} });
    const rewrapped = await stored(state);
    const { plan, total } = await ask(desk, RETENTION, { apply: false });
    assert.equal(total, count);
    await ask(desk, RETENTION, { apply: true, plan });
    await atRest(state);
    const files = await stored(state);
    for (const [index, { reference }] of receipts.entries()) {
      const keys = [...wraps(before, reference, OLD), ...wraps(rewrapped, reference, NEW)];
      assert.ok(keys.length >= 2, 'the keys were there');
      for (const key of keys) assert.ok(!files.includes(key), `the key of ${reference}`);
      for (const id of [OLD, NEW]) {
        assert.ok(!files.includes(phoneHash(id, `13800138${String(index).padStart(3, '0')}`)), `the number of ${reference}`);
      }
    }
  });
}));
