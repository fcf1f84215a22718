// Requests: taken once, followed with the secret alone, moved by the worker, bounded.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { randomUUID } from 'node:crypto';
import { startDesk, typed, wrong } from '../support/requests.mjs';
import { startSite } from '../support/site.mjs';

const REQUESTS = '/api/v1/requests';
const JSON_TYPE = { 'content-type': 'application/json' };

let desk;
before(async () => { desk = await startDesk(); });
after(() => desk.site.stop());

const post = (headers, body) => desk.site.ask(REQUESTS, { method: 'POST', headers, body });

test('the example of the description is taken, and followed with its secret', async () => {
  const { schema, example } = desk.api.description.paths[REQUESTS].post.requestBody.content['application/json'];
  desk.api.fits(schema, example, 'the example');
  const receipt = await desk.file(example);
  assert.deepEqual(receipt.desk, { code: '110108012', level: 'street' });
  assert.equal(receipt.filed_at, '2026-11-20T12:00:00+08:00');
  // Seven working days from a Friday noon.
  assert.deepEqual(receipt.due, { at: '2026-12-01T12:00:00+08:00', assumed: false });
  const standing = await desk.follow(receipt);
  for (const same of ['reference', 'category', 'filed_at', 'stage', 'desk', 'due']) {
    assert.deepEqual(standing[same], receipt[same], same);
  }
  assert.deepEqual([standing.events, standing.messages, standing.overdue], [[], [], false]);
});

test('place and category tell the desk that gets it first', async () => {
  const { stations: [{ id, district, street }] } =
    await (await desk.site.ask('/api/v1/stations?street=110108012&limit=1')).json();
  const first = async (fields) => (await desk.file(typed(fields))).desk.code;
  assert.equal(await first({}), 'city');
  assert.equal(await first({ place: 'area', district: 110101 }), '110101');
  assert.equal(await first({ place: 'area', district: 110108, street: 110108012 }), '110108012');
  assert.equal(await first({ category: 'safety', place: 'area', district: 110108, street: 110108012 }), '110108');
  assert.deepEqual([district, street], [110108, 110108012]);
  assert.equal(await first({ category: 'station', place: 'station', station: id }), String(street));
});

test('the same key and body is the same request, however it is written', async () => {
  const key = randomUUID();
  const body = typed({ text: '同一件事', name: null });
  const receipt = await desk.file(body, { key });
  assert.deepEqual(await desk.file(body, { key }), receipt);
  const { name, ...turned } = Object.fromEntries(Object.entries(body).reverse());
  assert.equal(name, null);
  assert.deepEqual(await desk.file(turned, { key }), receipt);
  const crowd = await Promise.all(Array.from({ length: 8 }, () => desk.file(body, { key })));
  for (const one of crowd) assert.deepEqual(one, receipt);
  const other = await desk.file(body);
  assert.notEqual(other.reference, receipt.reference);
  assert.notEqual(other.secret, receipt.secret);
});

test('the same key with another body is refused and changes nothing', async () => {
  const key = randomUUID();
  const receipt = await desk.file(typed({ text: '第一件' }), { key });
  const elsewhere = { text: '第一件', place: 'area', district: 110101 };
  for (const other of [{ text: '第二件' }, { text: '第一件', contact: 'reference' }, elsewhere]) {
    const problem = await desk.file(typed(other), { key, status: 422 });
    assert.equal(problem.type, '/problems/other-body');
  }
  assert.deepEqual(await desk.file(typed({ text: '第一件' }), { key }), receipt);
  const first = { key: randomUUID() };
  const there = await desk.file(typed(elsewhere), first);
  await desk.file(typed({ text: '第一件' }), { ...first, status: 422 });
  assert.deepEqual(await desk.file(typed(elsewhere), first), there);
});

test('a key that comes at once for two districts is taken by one of them', async () => {
  const key = randomUUID();
  const headers = { ...JSON_TYPE, 'idempotency-key': key };
  const bodies = [110101, 110102, 110105].map((district) => JSON.stringify(typed({ place: 'area', district })));
  const answers = await Promise.all(bodies.map((body) => post(headers, body)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422, 422]);
});

test('without a key that nobody guesses nothing is taken', async () => {
  const body = JSON.stringify(typed());
  const problem = await post(JSON_TYPE, body);
  assert.equal(problem.status, 400);
  assert.deepEqual(wrong(await problem.json()), ['Idempotency-Key missing']);
  for (const key of ['1', 'x'.repeat(15), 'x'.repeat(129)]) {
    assert.deepEqual(
      wrong(await desk.file(typed(), { key, status: 400 })),
      ['Idempotency-Key out_of_range'],
    );
  }
});

test('every bad field is listed at once, the key with them', async () => {
  const refused = async (body, ...expected) => {
    const problem = await desk.file(body, { status: 400 });
    assert.equal(problem.type, '/problems/invalid');
    assert.deepEqual(wrong(problem), expected.sort(), JSON.stringify(body));
  };
  for (const broken of ['', '[]', '{', '"x"', '{"text":"\\ud800"}']) await refused(broken, ' unreadable');
  await refused({}, 'category missing', 'text missing', 'place missing', 'contact missing');
  await refused(
    typed({ text: '字'.repeat(2001), employer: 'x', category: 'pay', since: 'x'.repeat(101), colour: 1 }),
    'text too_long', 'since too_long', 'colour unknown_name',
  );
  await refused(typed({ place: 'station', station: 4294967295 }), 'station no_such_place');
  await refused(typed({ place: 'area', district: 110101, street: 110108012 }), 'street no_such_place');
  await refused(typed({ contact: 'phone', phone: '123' }), 'phone not_a_phone', 'phone_seen_by seen_by_nobody');
  await refused(typed({ photos: 1 }), 'photos unknown_value');
  await refused(typed({ photos: ['1'] }), 'photos unknown_value');
  const both = await post({ ...JSON_TYPE, 'idempotency-key': 'x' }, '{"category":"x"}');
  assert.ok(wrong(await both.json()).includes('Idempotency-Key out_of_range'));
});

test('bounds: the size, the type, the method', async () => {
  const large = `{"text":"${' '.repeat(33 << 10)}"}`;
  await desk.file(large, { status: 413 });
  await desk.file(typed(), { status: 415, headers: { 'content-type': 'text/plain' } });
  const escaped = [...'字'.repeat(2000)].map(() => '\\u5b57').join('');
  await desk.file(JSON.stringify(typed({ text: 'T' })).replace('"T"', `"${escaped}"`));
  for (const [path, method] of [[REQUESTS, 'GET'], [`${REQUESTS}/P8C-000-008`, 'DELETE'], [`${REQUESTS}/P8C-000-008/moves`, 'GET']]) {
    assert.equal((await desk.site.ask(path, { method })).status, 405, `${method} ${path}`);
  }
});

test('sensitive numbers in the text are told and not refused', async () => {
  const text = '😀我的电话13800138000，\r\n卡号也在这';
  const { sensitive } = await desk.file(typed({ text }));
  assert.deepEqual(sensitive, [{ kind: 'mobile', start: 5, length: 11 }]);
  const [{ start, length }] = sensitive;
  assert.equal([...text].slice(start, start + length).join(''), '13800138000');
});

test('a wrong reference and a wrong secret get the same answer', async () => {
  const receipt = await desk.file(typed());
  const other = await desk.file(typed());
  const answer = async ({ reference, secret }, path = '') => {
    const response = await desk.site.ask(`${REQUESTS}/${reference}${path}`, {
      headers: { ...JSON_TYPE, authorization: `Bearer ${secret}` },
      ...(path && { method: 'POST', body: '{"move":"withdraw"}' }),
    });
    const headers = [...response.headers].filter(([name]) => name !== 'date');
    return { status: response.status, headers, body: await response.text() };
  };
  const unknown = 'P8C-000-008';
  assert.notEqual(receipt.reference, unknown);
  for (const path of ['', '/moves']) {
    const wrongSecret = await answer({ ...receipt, secret: other.secret }, path);
    assert.equal(wrongSecret.status, 404);
    assert.equal(JSON.parse(wrongSecret.body).type, '/problems/not-found');
    for (const reference of [unknown, 'P8C-000-009', 'nonsense', other.reference]) {
      const { secret } = receipt;
      assert.deepEqual(await answer({ reference, secret }, path), wrongSecret, reference);
    }
    for (const secret of ['', 'x', '0'.repeat(32), receipt.secret.slice(1)]) {
      if (secret) assert.deepEqual(await answer({ ...receipt, secret }, path), wrongSecret, secret);
    }
  }
  const bare = await desk.site.ask(`${REQUESTS}/${receipt.reference}`);
  assert.equal(bare.status, 401);
  assert.equal(bare.headers.get('www-authenticate'), 'Bearer');
  assert.equal((await desk.follow(receipt)).stage, 'received', 'nothing was withdrawn');
});

test('reference and secret are read as people type them', async () => {
  const { reference, secret } = await desk.file(typed());
  const spoken = { reference: reference.toLowerCase().replaceAll('-', ' '), secret: `${secret.slice(0, 4)}-${secret.slice(4).toLowerCase()}` };
  assert.equal((await desk.follow(spoken)).reference, reference);
});

test('the worker writes, and takes it back; after the last word nothing more comes', async () => {
  const receipt = await desk.file(typed());
  const text = '补充一句：<b>东门</b>\n第二行';
  const written = await desk.move(receipt, { move: 'write', note: text });
  const by = { party: 'worker' };
  const at = '2026-11-20T12:00:00+08:00';
  assert.deepEqual(written.messages, [{ at, from: by, move: 'write', text }]);
  assert.deepEqual(written.events, [{ at, by, move: 'write' }]);
  assert.equal(written.stage, 'received');

  const refused = async (body, code) => {
    const problem = await desk.move(receipt, body, 409);
    assert.equal(problem.type, '/problems/refused');
    assert.deepEqual(wrong(problem), [`move ${code}`]);
  };
  await refused({ move: 'write', note: ' ' }, 'note_missing');
  await refused({ move: 'solved', reached: true, satisfied: true }, 'not_answered');
  await refused({ move: 'not_solved' }, 'not_answered');

  const withdrawn = await desk.move(receipt, { move: 'withdraw' });
  assert.equal(withdrawn.stage, 'withdrawn');
  assert.equal(withdrawn.due, null);
  await refused({ move: 'withdraw' }, 'not_open');
  await refused({ move: 'write', note: '还有' }, 'ended');
  assert.deepEqual(await desk.follow(receipt), withdrawn);
});

test('a message with a key is written once, however often it is sent', async () => {
  const receipt = await desk.file(typed());
  const key = { 'idempotency-key': randomUUID() };
  const message = { move: 'write', note: '在吗' };
  const once = await desk.move(receipt, message, 200, key);
  assert.deepEqual(await desk.move(receipt, message, 200, key), once);
  await desk.move(receipt, { ...message, note: '还在吗' }, 422, key);
  await desk.move(receipt, { move: 'withdraw' }, 422, key);
  assert.deepEqual(await desk.follow(receipt), once);
  assert.equal((await desk.move(receipt, message)).messages.length, 2, 'without a key it is another');
  const short = await desk.move(receipt, message, 400, { 'idempotency-key': 'x' });
  assert.deepEqual(wrong(short), ['Idempotency-Key out_of_range']);

  const other = await desk.file(typed());
  assert.equal((await desk.move(other, message, 200, key)).messages.length, 1, 'keys are a request’s own');
  const last = { 'idempotency-key': randomUUID() };
  const withdrawn = await desk.move(other, { move: 'withdraw' }, 200, last);
  assert.deepEqual(await desk.move(other, { move: 'withdraw' }, 200, last), withdrawn);
});

test('a move that is not the worker’s, or not understood, is refused by name', async () => {
  const receipt = await desk.file(typed());
  const refused = async (body, ...expected) =>
    assert.deepEqual(wrong(await desk.move(receipt, body, 400)), expected, JSON.stringify(body));
  for (const move of ['answer', 'take', 'escalate', 'reveal', 'fly']) {
    await refused({ move }, 'move unknown_value');
  }
  await refused({}, 'move missing');
  await refused({ move: 'write', note: 1, by: 'me' }, 'by unknown_name', 'note unknown_value');
  await refused({ move: 'withdraw', reached: true }, 'reached unknown_name');
});

test('many at once are each taken once', async () => {
  const bodies = Array.from({ length: 64 }, (_, index) => typed({ text: `第${index}件` }));
  const receipts = await Promise.all(bodies.map((body) => desk.file(body)));
  const distinct = (field) => new Set(receipts.map((receipt) => receipt[field])).size;
  assert.deepEqual([distinct('reference'), distinct('secret')], [64, 64]);
  for (const receipt of receipts.slice(0, 8)) await desk.follow(receipt);
});

test('nothing on the way keeps a request or its receipt', async () => {
  const headers = { ...JSON_TYPE, 'idempotency-key': randomUUID() };
  const filed = await post(headers, JSON.stringify(typed()));
  assert.equal(filed.headers.get('cache-control'), 'no-store');
  assert.equal(filed.headers.get('access-control-allow-origin'), null);
  const { reference, secret } = await filed.json();
  const followed = await desk.site.ask(`${REQUESTS}/${reference}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  assert.equal(followed.headers.get('cache-control'), 'no-store');
});

test('alarms that were due ring before anything else, by the clock of whoever asks', async () => {
  const filed = '2026-11-20T15:00:30+08:00';
  const receipt = await desk.file(typed({ category: 'safety', place: 'area', district: 110101 }), { at: filed });
  assert.deepEqual([receipt.filed_at, receipt.due.at], [filed, '2026-11-20T17:00:00+08:00']);
  const moves = async (at) => {
    const { events, desk: { code } } = await desk.follow(receipt, 200, undefined, at);
    return [code, ...events.map(({ move }) => move)];
  };
  assert.deepEqual(await moves('2026-11-20T16:29:59+08:00'), ['110101']);
  assert.deepEqual(await moves('2026-11-20T16:30:00+08:00'), ['110101', 'warn']);
  assert.deepEqual(await moves('2026-11-20T17:00:00+08:00'), ['city', 'warn', 'escalate']);
  const nonsense = await desk.site.ask(`${REQUESTS}/${receipt.reference}`, { at: 'tea time' });
  assert.equal(nonsense.status, 400);
  assert.deepEqual(wrong(await nonsense.json()), ['nuanyi-clock unknown_value']);
});

test('a site with the real clock does not let itself be told the time', async () => {
  const site = await startSite({ clock: null });
  try {
    const response = await site.ask(REQUESTS, {
      method: 'POST',
      at: '2030-01-01T00:00:00+08:00',
      headers: { ...JSON_TYPE, 'idempotency-key': randomUUID() },
      body: JSON.stringify(typed()),
    });
    const { filed_at: filed } = await response.json();
    assert.ok(Math.abs(Date.now() - Date.parse(filed)) < 60_000, filed);
  } finally {
    await site.stop();
  }
});

test('without a key to seal with the site is not ready and takes no request', async () => {
  const site = await startSite({ dataKeys: null });
  try {
    const asked = [
      ['/readyz'],
      [REQUESTS, { method: 'POST', headers: { ...JSON_TYPE, 'idempotency-key': randomUUID() }, body: JSON.stringify(typed()) }],
      [`${REQUESTS}/P8C-000-008`, { headers: { authorization: `Bearer ${'0'.repeat(32)}` } }],
    ];
    for (const [path, options] of asked) {
      const response = await site.ask(path, options);
      assert.equal(response.status, 503, path);
      assert.equal((await response.json()).type, '/problems/not-configured', path);
    }
    assert.equal((await site.ask('/stations')).status, 200);
    assert.equal((await site.ask('/healthz')).status, 200);
  } finally {
    await site.stop();
  }
});
