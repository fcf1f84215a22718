// The desk of staff: what each may see and do, masked and revealed, found and on record.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startDesk } from '../support/desk.mjs';
import { typed, wrong } from '../support/requests.mjs';

const STREET = '110108012';
const NEIGHBOUR = '110108013';
const DISTRICT = '110108';
const ELSEWHERE = '110105';
const HERE = { place: 'area', district: 110108, street: 110108012 };
const PHONE = { contact: 'phone', phone: '13800138000', phone_seen_by: ['street', 'city'] };
const NAME = { name: '王小明', name_seen_by: ['street'] };

let desk;
let handler;
let supervisor;
let above;
let city;
let auditor;
before(async () => {
  desk = await startDesk();
  handler = await desk.employ('request_handler', STREET);
  supervisor = await desk.employ('supervisor', STREET);
  above = await desk.employ('supervisor', DISTRICT);
  city = await desk.employ('supervisor', 'city');
  auditor = await desk.employ('auditor', 'city');
});
after(() => desk.site.stop());

const file = (fields, options) => desk.file(typed({ ...HERE, ...fields }), options);
const references = ({ requests }) => requests.map(({ reference }) => reference);
/** The whole list, page after page. */
const everything = async (who, query = '') => {
  const found = [];
  for (let after = ''; after !== null;) {
    const page = await desk.list(who, `limit=200&${query}${after && `&after=${after}`}`);
    found.push(...page.requests);
    after = page.next;
  }
  return found;
};

test('without a session there is no desk, and for other roles neither', async () => {
  const receipt = await file();
  await desk.list(null, '', { status: 401 });
  await desk.open(null, receipt, { status: 401 });
  await desk.work(null, receipt, { move: 'take', seen: 0 }, { status: 401 });
  await desk.reveal(null, receipt, { reason: 'x' }, { status: 401 });
  await desk.search(null, { words: 'x' }, { status: 401 });
  await desk.audit(null, 'desk=city', { status: 401 });
  for (const role of ['listing_editor', 'administrator']) {
    const other = await desk.employ(role, 'city');
    await desk.list(other, '', { status: 403 });
    await desk.search(other, { words: 'x' }, { status: 403 });
    await desk.audit(other, 'desk=city', { status: 403 });
    await desk.open(other, receipt, { status: 404 });
    await desk.work(other, receipt, { move: 'take', seen: 0 }, { status: 404 });
    await desk.reveal(other, receipt, { reason: 'x' }, { status: 404 });
  }
});

test('a desk and those above it see a request, its neighbours do not', async () => {
  const receipt = await file();
  for (const [role, place] of [['request_handler', STREET], ['auditor', STREET], ['auditor', DISTRICT], ['supervisor', 'city']]) {
    const who = await desk.employ(role, place);
    assert.ok(references(await desk.list(who, 'limit=200')).includes(receipt.reference), `${role} ${place}`);
    assert.equal((await desk.open(who, receipt)).desk.code, STREET);
  }
  for (const place of [NEIGHBOUR, ELSEWHERE]) {
    const who = await desk.employ('supervisor', place);
    assert.ok(!references(await desk.list(who, 'limit=200')).includes(receipt.reference), place);
    await desk.list(who, `desk=${STREET}`, { status: 403 });
    for (const reference of [receipt.reference, 'P8C-000-008', 'nonsense']) {
      const hidden = await desk.open(who, { reference }, { status: 404 });
      assert.equal(hidden.type, '/problems/not-found');
      await desk.work(who, { reference }, { move: 'take', seen: 0 }, { status: 404 });
      await desk.reveal(who, { reference }, { reason: 'x' }, { status: 404 });
    }
  }
});

test('those above see and do not act; an auditor only sees; only a supervisor hands on', async () => {
  const receipt = await file();
  for (const who of [above, city, await desk.employ('auditor', STREET)]) {
    const denied = await desk.work(who, receipt, { move: 'take', seen: 0 }, { status: 403 });
    assert.equal(denied.type, '/problems/not-allowed');
    await desk.reveal(who, receipt, { reason: '看看' }, { status: 403 });
  }
  for (const move of [{ move: 'refer_out', note: '人社局' }, { move: 'join', to: (await file()).reference }]) {
    await desk.work(handler, receipt, { ...move, seen: 0 }, { status: 403 });
  }
  assert.equal((await desk.follow(receipt)).events.length, 0);
  const out = await desk.work(supervisor, receipt, { move: 'refer_out', note: '人社局', seen: 0 });
  assert.deepEqual([out.stage, out.queue, out.due], ['referred_out', 'answered', null]);
});

test('taken, asked, replied, answered with the rule it rests on, solved', async () => {
  const receipt = await file({ category: 'hardship' });
  let seen = 0;
  const work = async (move) => {
    const opened = await desk.work(handler, receipt, { ...move, seen });
    seen = opened.seen;
    return opened;
  };
  const taken = await work({ move: 'take' });
  assert.deepEqual([taken.stage, taken.queue, taken.seen], ['in_hand', 'later', 1]);
  assert.ok(taken.due && taken.holder);
  const asked = await work({ move: 'ask', note: '有低保证吗？' });
  assert.deepEqual([asked.stage, asked.queue, asked.due, asked.holder], ['asked', 'asked', null, taken.holder]);
  await desk.move(receipt, { move: 'write', note: '有' });
  assert.deepEqual(wrong(await desk.work(handler, receipt, { move: 'answer', note: '好', seen }, { status: 409 })), ['seen changed']);
  seen += 1;
  const cites = { programme: 'hardship-aid', condition: '1.1' };
  const answered = await work({ move: 'answer', note: '可以申请困难帮扶。', cites });
  assert.equal(answered.stage, 'answered');
  assert.deepEqual(answered.messages.at(-1).cites, cites);
  const followed = await desk.follow(receipt);
  assert.deepEqual(followed.messages.at(-1).cites, cites);
  assert.deepEqual(followed.messages.map(({ text }) => text), ['有低保证吗？', '有', '可以申请困难帮扶。']);
  assert.equal((await desk.move(receipt, { move: 'solved', reached: true })).stage, 'solved');
  await desk.work(handler, receipt, { move: 'write', note: '谢谢', seen: 5 }, { status: 409 });
});

test('a move with a key is made once, however often it is sent', async () => {
  const receipt = await file();
  const headers = { 'idempotency-key': randomUUID() };
  const take = { move: 'take', seen: 0 };
  const once = await desk.work(handler, receipt, take, { headers });
  assert.deepEqual(await desk.work(handler, receipt, take, { headers }), once);
  await desk.work(handler, receipt, { move: 'write', note: 'x', seen: 1 }, { headers, status: 422 });
  await desk.work(supervisor, receipt, take, { headers, status: 422 });
  assert.equal((await desk.follow(receipt)).events.length, 1);
});

test('masked until it is revealed for a reason, each level as the worker chose; the worker reads it', async () => {
  const text = '我的电话13800138000，别的不说';
  const receipt = await file({ text, ...PHONE, ...NAME });
  const masked = { way: 'phone', phone: { told: '138****8000' }, name: { told: '王**' } };
  const opened = await desk.open(handler, receipt);
  assert.deepEqual(opened.submission.contact, masked);
  assert.equal(opened.submission.text, '我的电话138****8000，别的不说');
  assert.equal(opened.revealed, false);
  assert.deepEqual((await desk.open(above, receipt)).submission.contact, { way: 'phone', phone: { told: null }, name: { told: null } });
  assert.deepEqual((await desk.open(city, receipt)).submission.contact, { ...masked, name: { told: null } });

  await desk.move(receipt, { move: 'write', note: '换个号13900139000' });
  const message = ({ messages }) => messages[0].text;
  assert.equal(message(await desk.open(handler, receipt)), '换个号139****9000');
  assert.deepEqual(wrong(await desk.reveal(handler, receipt, { reason: ' ' }, { status: 400 })), ['reason missing']);

  const revealed = await desk.reveal(handler, receipt, { reason: '要回电话' });
  assert.equal(revealed.revealed, true);
  assert.equal(revealed.submission.text, text);
  assert.deepEqual(revealed.submission.contact, { way: 'phone', phone: { told: '13800138000' }, name: { told: '王小明' } });
  assert.equal(message(revealed), '换个号13900139000');
  const later = await desk.open(handler, receipt);
  assert.deepEqual([later.revealed, later.submission.contact], [false, masked]);

  const { events } = await desk.follow(receipt);
  const { by, move, reason, at } = events.at(-1);
  assert.deepEqual([move, reason, by.desk.code], ['reveal', '要回电话', STREET]);
  assert.equal(at, '2026-11-20T12:00:00+08:00');
  const page = await desk.site.ask(`/requests/${receipt.reference}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `secret=${receipt.secret}`,
  });
  assert.match(await page.text(), /谁看过你的个人信息[^]*要回电话/);
});

test('a level that the worker keeps everything from is revealed the text alone', async () => {
  const receipt = await file({ category: 'safety', street: null, text: '找13800138000', ...PHONE, ...NAME });
  assert.equal(receipt.desk.code, DISTRICT);
  const { submission } = await desk.reveal(above, receipt, { reason: '核实' });
  assert.deepEqual(submission.contact, { way: 'phone', phone: { told: null }, name: { told: null } });
  assert.equal(submission.text, '找13800138000');
});

test('it is handed down, returned, and after two returns the district keeps it', async () => {
  const receipt = await file({ category: 'safety', street: null });
  const to = { move: 'dispatch', to: STREET };
  const refused = async (who, body, code) =>
    assert.deepEqual(wrong(await desk.work(who, receipt, body, { status: 409 })), [`move ${code}`]);
  await refused(above, { ...to, to: 'city', seen: 0 }, 'not_below');
  await refused(above, { ...to, to: ELSEWHERE, seen: 0 }, 'not_below');
  await desk.work(above, receipt, { ...to, seen: 0 });
  await refused(handler, { move: 'return', note: '', seen: 1 }, 'note_missing');
  const back = { move: 'return', note: '不归我们' };
  const headers = { 'idempotency-key': randomUUID() };
  const returned = await desk.work(handler, receipt, { ...back, seen: 1 }, { headers });
  assert.deepEqual([returned.desk.code, returned.stage], [DISTRICT, 'returned']);
  await desk.open(handler, receipt, { status: 404 });
  const again = await desk.work(handler, receipt, { ...back, seen: 1 }, { headers });
  assert.deepEqual(again, returned, 'a retry is told the same, though it is out of sight');
  await desk.work(above, receipt, { ...to, seen: 2 });
  await desk.work(handler, receipt, { ...back, seen: 3 });
  await refused(above, { ...to, seen: 4 }, 'too_low');
  const { events } = await desk.follow(receipt);
  assert.deepEqual(events.map(({ move }) => move), ['dispatch', 'return', 'dispatch', 'return']);
});

test('found by the whole number and by words, as far as it may be seen', async () => {
  const phone = '010-65432100';
  const receipt = await file({ text: '东门 Heater 坏了，打13700137000', contact: 'phone', phone, phone_seen_by: ['street'] });
  const found = async (who, body) => references(await desk.search(who, body));
  assert.deepEqual(await found(handler, { phone: '(010) 6543 2100' }), [receipt.reference]);
  assert.deepEqual(await found(handler, { phone: '010-65432101' }), []);
  assert.deepEqual(await found(above, { phone }), [], 'the worker keeps it from the district');
  assert.deepEqual(await found(handler, { words: '东门 heater' }), [receipt.reference]);
  assert.deepEqual(await found(above, { words: '东门 heater' }), [receipt.reference]);
  assert.deepEqual(await found(handler, { words: '东门 西门' }), []);
  assert.deepEqual(await found(handler, { words: '13700137000' }), [], 'what is masked is not found');
  const neighbour = await desk.employ('supervisor', NEIGHBOUR);
  assert.deepEqual(await found(neighbour, { phone }), []);
  assert.deepEqual(await found(neighbour, { words: '东门' }), []);
  await desk.move(receipt, { move: 'withdraw' });
  assert.deepEqual(await found(handler, { words: '东门 heater' }), [], 'it is not open any more');
  assert.deepEqual(await found(handler, { phone }), [receipt.reference]);
  assert.deepEqual(wrong(await desk.search(handler, {}, { status: 400 })), [' missing']);
});

test('joined to one that may be seen, never a private one', async () => {
  const one = await file({ category: 'station' });
  const other = await file({ category: 'station' });
  const elsewhere = await desk.file(typed({ place: 'area', district: 110105 }));
  for (const to of [elsewhere.reference, 'P8C-000-008']) {
    const problem = await desk.work(supervisor, one, { move: 'join', to, seen: 0 }, { status: 400 });
    assert.deepEqual(wrong(problem), ['to no_such_request']);
  }
  const itself = await desk.work(supervisor, one, { move: 'join', to: one.reference, seen: 0 }, { status: 409 });
  assert.deepEqual(wrong(itself), ['move joined_to_itself']);
  const joined = await desk.work(supervisor, one, { move: 'join', to: other.reference, seen: 0 });
  assert.equal(joined.events.at(-1).to, other.reference);
  const mine = await file({ category: 'pay' });
  assert.deepEqual(wrong(await desk.work(supervisor, mine, { move: 'join', to: other.reference, seen: 0 }, { status: 409 })), ['move private']);
});

test('what is answered to one answers those that are joined to it', async () => {
  const answer = await desk.site.ask(`/api/v1/stations?street=${STREET}&limit=1`);
  const { stations: [{ id }] } = await answer.json();
  const fault = typed({ category: 'station', place: 'station', station: id, text: '饮水机漏水' });
  const first = await desk.file(fault);
  const joined = await desk.file({ ...fault, join: true });
  assert.equal(joined.joined, true);
  const byStaff = await file({ category: 'station' });
  await desk.work(supervisor, byStaff, { move: 'join', to: joined.reference, seen: 0 });
  await desk.work(handler, first, { move: 'take', seen: 0 });
  assert.equal((await desk.follow(joined)).joined_to.stage, 'in_hand');

  const cites = { programme: 'hardship-aid', condition: '1.1' };
  await desk.work(handler, first, { move: 'answer', note: '明天来修。', cites, seen: 1 });
  for (const one of [joined, byStaff]) {
    const { stage, messages, joined_to: other } = await desk.follow(one);
    assert.deepEqual([stage, other], ['answered', null]);
    const { move, text, cites: told } = messages.at(-1);
    assert.deepEqual([move, text, told], ['answer_together', '明天来修。', cites]);
  }
  const up = await desk.move(joined, { move: 'not_solved', note: '还在漏' });
  assert.deepEqual([up.stage, up.desk.code], ['reopened', DISTRICT]);
  assert.equal((await desk.follow(first)).stage, 'answered');
  const named = { move: 'answer_together', note: '好', seen: 1 };
  assert.deepEqual(wrong(await desk.work(above, joined, named, { status: 400 })), ['move unknown_value']);
});

test('who did and who looked is in the chain, for auditors of that place alone', async () => {
  const receipt = await file({ ...PHONE, text: '查我' });
  await desk.open(above, receipt);
  await desk.reveal(handler, receipt, { reason: '回电' });
  await desk.search(handler, { words: '查我' });
  const records = [];
  for (let after = '';;) {
    const page = await desk.audit(auditor, `desk=${DISTRICT}&limit=50${after}`);
    records.push(...page.records);
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  const mine = records.filter(({ reference }) => reference === receipt.reference);
  assert.deepEqual(mine.map(({ what }) => what), ['filed', 'opened', 'reveal', 'found']);
  assert.deepEqual(mine.map(({ by }) => by.desk ?? by.party), ['worker', DISTRICT, STREET, STREET]);
  assert.equal(JSON.stringify(records).includes('13800138000'), false);
  const there = await desk.employ('auditor', DISTRICT);
  await desk.audit(there, `desk=${DISTRICT}`);
  await desk.audit(there, 'desk=city', { status: 403 });
  await desk.audit(there, `desk=${ELSEWHERE}`, { status: 403 });
  await desk.audit(await desk.employ('auditor', STREET), `desk=${DISTRICT}`, { status: 403 });
  await desk.audit(above, `desk=${DISTRICT}`, { status: 403 });
  assert.deepEqual(wrong(await desk.audit(auditor, '', { status: 400 })), ['desk missing']);
  assert.deepEqual(wrong(await desk.audit(auditor, `desk=${STREET}`, { status: 400 })), ['desk unknown_value']);
});

// From here on time goes on: a limit that counts in a while finds a clock set back empty.

test('the list: by deadline, filtered, counted, page by page', async () => {
  const place = '110109';
  const who = await desk.employ('supervisor', place);
  const there = { place: 'area', district: 110109 };
  const at = (time) => `2026-11-20T${time}:00+08:00`;
  const day = await desk.file(typed({ ...there, category: 'station' }), { at: at('13:00') });
  const week = await desk.file(typed({ ...there, category: 'legal_aid' }), { at: at('13:01') });
  const urgent = await desk.file(typed({ ...there, category: 'safety' }), { at: at('15:00') });
  const over = await desk.file(typed({ ...there, category: 'praise' }), { at: at('15:01') });
  await desk.move(over, { move: 'withdraw' }, 200, {}, at('15:02'));
  const asked = await desk.file(typed({ ...there, category: 'other' }), { at: at('15:03') });
  await desk.work(who, asked, { move: 'take', seen: 0 }, { at: at('15:04') });
  await desk.work(who, asked, { move: 'ask', note: '哪儿？', seen: 1 }, { at: at('15:05') });
  const list = async (query = '') => desk.list(who, query, { at: at('16:45') });
  const all = await list();
  assert.deepEqual(references(all), [urgent, day, week, asked, over].map(({ reference }) => reference));
  assert.deepEqual(all.requests.map(({ queue }) => queue), ['soon', 'later', 'later', 'asked', 'ended']);
  assert.deepEqual(all.counts, { overdue: 0, soon: 1, later: 2, asked: 1, answered: 0 });
  assert.deepEqual([all.next, all.unreached], [null, []]);
  assert.deepEqual(all.requests[0].due, { at: at('17:00'), assumed: false });
  assert.deepEqual(references(await list('mine=true')), [asked.reference]);
  assert.deepEqual(references(await list('category=station')), [day.reference]);
  assert.deepEqual(references(await list('stage=withdrawn')), [over.reference]);
  const paged = [];
  for (let after = ''; after !== null;) {
    const page = await list(`limit=2${after && `&after=${after}`}`);
    assert.ok(page.requests.length <= 2);
    assert.deepEqual(page.counts, all.counts);
    paged.push(...references(page));
    after = page.next;
  }
  assert.deepEqual(paged, references(all));
  for (const [query, ...expected] of [
    ['desk=moon&stage=x&mine=maybe&after=1', 'after unknown_value', 'desk unknown_value', 'mine unknown_value', 'stage unknown_value'],
    ['limit=201&colour=red', 'colour unknown_name', 'limit out_of_range'],
  ]) {
    assert.deepEqual(wrong(await desk.list(who, query, { status: 400 })), expected, query);
  }
});

test('what the city’s object keeps is worked at a district and a street; what a district’s keeps, at the city', async () => {
  const at = '2026-11-20T17:00:00+08:00';
  const later = '2026-11-20T19:00:00+08:00';
  const kept = await desk.file(typed(), { at });
  assert.equal(kept.desk.code, 'city');
  await desk.work(city, kept, { move: 'dispatch', to: ELSEWHERE, seen: 0 }, { at });
  const there = await desk.employ('supervisor', ELSEWHERE);
  assert.ok(references(await desk.list(there, 'limit=200', { at })).includes(kept.reference));
  await desk.work(there, kept, { move: 'dispatch', to: '110105001', seen: 1 }, { at });
  const street = await desk.employ('request_handler', '110105001');
  assert.equal((await desk.work(street, kept, { move: 'take', seen: 2 }, { at })).desk.code, '110105001');

  const climbs = await file({ category: 'safety', street: null }, { at });
  const [first] = (await desk.list(city, 'stage=escalated', { at: later })).requests
    .filter(({ reference }) => reference === climbs.reference);
  assert.deepEqual([first.desk.code, first.queue], ['city', 'later']);
  assert.equal((await desk.open(city, climbs, { at: later })).desk.code, 'city');
  await desk.open(above, climbs, { at: later, status: 404 });
  const taken = await desk.work(city, climbs, { move: 'take', seen: 1 }, { at: later });
  assert.equal(taken.stage, 'in_hand');
});

test('the limits of the configuration hold, and what is wrong with them is said', async () => {
  const own = await startDesk({ deadlines: 'urgent:1h:10m, week:5d:1d' });
  try {
    const due = async (fields) => (await own.file(typed(fields))).due.at;
    assert.equal(await due({ category: 'safety' }), '2026-11-20T13:00:00+08:00');
    assert.equal(await due({ category: 'pay' }), '2026-11-27T12:00:00+08:00');
    assert.equal(await due({ category: 'station' }), '2026-11-21T12:00:00+08:00');
  } finally {
    await own.site.stop();
  }
});
