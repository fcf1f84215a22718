// Limits: more than is taken in a while is refused, and what came before is answered all the same.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { startDesk, typed } from '../support/requests.mjs';

const ADDRESS = 'x-forwarded-for';
const from = (address) => ({ headers: { [ADDRESS]: address } });
const inDistrict = (district) => typed({ place: 'area', district });

/** A test with a site of its own; its clock stands still, so that nothing comes back. */
function limited(name, options, act) {
  test(name, async () => {
    const desk = await startDesk(options);
    try {
      await act(desk);
    } finally {
      await desk.site.stop();
    }
  });
}

/** Fails unless the answer says to come back in so many seconds. */
function tooMany({ type, detail }, seconds) {
  assert.equal(type, '/problems/too-many');
  assert.equal(detail, `Come back in ${seconds} seconds.`);
}

limited('a desk keeps so many in a while, and every retry gets its receipt', { limits: 'desk.filing=3/3600' }, async ({ file, site }) => {
  const keys = [randomUUID(), randomUUID(), randomUUID()];
  const receipts = [];
  for (const key of keys) receipts.push(await file(inDistrict(110101), { key }));
  const late = randomUUID();
  for (let times = 0; times < 2; times += 1) {
    tooMany(await file(inDistrict(110101), { key: late, status: 429 }), 1200);
  }
  assert.deepEqual(await file(inDistrict(110101), { key: keys[0] }), receipts[0]);
  await file(typed({ ...inDistrict(110101), text: '别的' }), { key: keys[0], status: 422 });
  await file(inDistrict(110102));
  const response = await site.ask('/api/v1/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': late },
    body: JSON.stringify(inDistrict(110101)),
  });
  assert.equal(response.headers.get('retry-after'), '1200');
});

limited('the city remembers so many new keys in a while', { limits: 'city.filing=2/3600' }, async ({ file }) => {
  const key = randomUUID();
  const receipt = await file(inDistrict(110101), { key });
  await file(inDistrict(110102));
  tooMany(await file(inDistrict(110105), { status: 429 }), 1800);
  assert.deepEqual(await file(inDistrict(110101), { key }), receipt);
});

limited('an address files so many in a while', { limits: 'address.filing=2/600', addressHeader: ADDRESS }, async ({ file }) => {
  const key = randomUUID();
  const receipt = await file(typed(), { key, ...from('192.0.2.1') });
  await file(typed(), from('198.51.100.9, 192.0.2.1'));
  const refused = randomUUID();
  tooMany(await file(typed(), { key: refused, status: 429, ...from('198.51.100.8, 192.0.2.1') }), 300);
  assert.deepEqual(await file(typed(), { key, ...from('192.0.2.1') }), receipt);
  await file(typed({ text: '别的' }), { key, status: 422, ...from('192.0.2.1') });
  await file(typed(), { key: refused, ...from('192.0.2.2') });

  for (const address of ['2001:db8::1', '2001:db8::2']) await file(typed(), from(address));
  await file(typed(), { status: 429, ...from('2001:db8::3') });
  await file(typed(), from('2001:db8:0:1::1'));

  for (const unknown of ['', 'nonsense']) await file(typed(), from(unknown));
  await file(typed(), { status: 429 });
});

limited('without a header that tells addresses none is counted', { limits: 'address.filing=1/600,address.opening=1/600' }, async ({ file, follow }) => {
  const receipt = await file(typed(), from('192.0.2.1'));
  await file(typed(), from('192.0.2.1'));
  for (let times = 0; times < 2; times += 1) await follow(receipt, 200, from('192.0.2.1').headers);
});

limited('an address opens so many in a while, moves and wrong secrets included', { limits: 'address.opening=3/600', addressHeader: ADDRESS }, async ({ file, follow, move }) => {
  const [receipt, other] = [await file(typed()), await file(typed())];
  const { headers } = from('192.0.2.1');
  await follow(receipt, 200, headers);
  await follow({ ...receipt, secret: other.secret }, 404, headers);
  await move(receipt, { move: 'write', note: '在吗' }, 200, headers);
  tooMany(await follow(receipt, 429, headers), 200);
  tooMany(await move(receipt, { move: 'withdraw' }, 429, headers), 200);
  const standing = await follow(receipt, 200, from('192.0.2.2').headers);
  assert.equal(standing.stage, 'received', 'nothing was withdrawn');
});

limited('a desk takes so many moves in a while, and every retry is answered', { limits: 'desk.moves=2/3600' }, async ({ file, follow, move }) => {
  const receipt = await file(typed());
  const key = { 'idempotency-key': randomUUID() };
  const message = { move: 'write', note: '在吗' };
  await move(receipt, message, 200, key);
  await move(receipt, { move: 'solved' }, 409);
  const standing = await move(receipt, { ...message, note: '还在吗' });
  tooMany(await move(receipt, { move: 'withdraw' }, 429), 1800);
  assert.deepEqual(await move(receipt, message, 200, key), standing);
  assert.deepEqual(await follow(receipt), standing);
  await file(typed());
});
