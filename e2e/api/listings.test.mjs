// Stations and classes are kept by staff: merged, proposed, taken back, each by whoever may.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startListings } from '../support/listings.mjs';

let desk;
let city;
let street;
before(async () => {
  desk = await startListings();
  city = await desk.employ('listing_editor', 'city', '李雷');
  street = await desk.employ('listing_editor', '110101001', '王芳');
});
after(() => desk.site.stop());

const later = (cells, change) => ({ ...cells, ...change });
const shown = async (number) => (await desk.site.ask(`/api/v1/stations/${number}`)).json();

test('an edit is made from a version, and both the public and the history have it at once', async () => {
  const [number] = desk.numbers;
  const { version, cells } = await desk.get(street, number);
  assert.equal(version, 1);
  const edited = later(cells, { phone: '０１０－８８８８', hours: '周一至周五 9点到18点' });
  const made = await desk.edit(street, number, { version, cells: edited, why: '换了电话' });
  assert.deepEqual([made.state, made.numbers, made.merged, made.warnings], ['made', [number], [], []]);
  assert.equal((await shown(number)).phone, '010-8888');
  const { versions: [now, first] } = await desk.versions(street, number);
  assert.deepEqual([now.version, now.cells.phone, now.cells.hours], [2, '010-8888', 'Mo-Fr 09:00-18:00; PH unknown']);
  const { at, by, why, cause, desk: at_desk, entries } = now.batch;
  assert.deepEqual({ by, why, cause, at_desk, entries }, {
    by: { account: street.id, name: '王芳' }, why: '换了电话', cause: 'edit', at_desk: '110101001', entries: 1,
  });
  assert.equal(at, '2026-11-20T12:00:00+08:00');
  assert.deepEqual([first.batch.cause, first.batch.by.account], ['listing', null]);
  assert.deepEqual(await desk.edit(street, number, { version: 2, cells: edited }), { state: 'unchanged' });
  const confirmed = later(now.cells, { verified_on: '2026-11-20', verified_by: '王芳' });
  await desk.edit(street, number, { version: 2, cells: confirmed });
  assert.equal((await desk.get(street, number)).batch.cause, 'confirm');
});

test('what two people change apart is merged, and the same is for them to bring together', async () => {
  const number = desk.numbers[1];
  const { version, cells } = await desk.get(street, number);
  await desk.edit(city, number, { version, cells: later(cells, { phone: '1' }) });
  const mine = await desk.edit(street, number, { version, cells: later(cells, { address: '新址' }) });
  assert.deepEqual(mine.merged, ['phone']);
  const { cells: both } = await desk.get(street, number);
  assert.deepEqual([both.phone, both.address], ['1', '新址']);
  const conflict = await desk.edit(
    street, number, { version, cells: later(cells, { phone: '2', show_at_door: '工牌' }) }, { status: 409 },
  );
  assert.equal(conflict.type, '/problems/conflict');
  assert.deepEqual([conflict.before.phone, conflict.now.cells.phone], [cells.phone, '1']);
  assert.deepEqual((await desk.get(street, number)).cells, both, 'nothing of it was made');
});

test('of many at once nobody is lost: one of each field, and each of another', async () => {
  const number = desk.numbers[2];
  const { version, cells } = await desk.get(city, number);
  const fields = { name: '甲', address: '乙', phone: '3', show_at_door: '丙', access: 'members' };
  const each = Object.entries(fields).map(([column, text]) =>
    desk.edit(city, number, { version, cells: later(cells, { [column]: text }) }));
  for (const { state } of await Promise.all(each)) assert.equal(state, 'made');
  const { cells: now, version: last } = await desk.get(city, number);
  assert.deepEqual(now, later(cells, fields));
  assert.equal(last, version + each.length);
  const ask = (text) => desk.site.ask(`/api/v1/listings/stations/${number}`, {
    method: 'PUT',
    body: JSON.stringify({ version: last, cells: later(now, { phone: text }) }),
    headers: { authorization: `Bearer ${city.bearer}`, 'content-type': 'application/json' },
  });
  const answers = await Promise.all(['4', '5', '6', '7'].map(ask));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409]);
});

test('cells that cannot be are refused, each by name, and doubtful ones are told', async () => {
  const number = desk.numbers[3];
  const { version, cells } = await desk.get(street, number);
  const named = ({ errors }) => errors.map(({ field, code }) => `${field} ${code}`).sort();
  const wrong = later(cells, { name: ' ', kinds: '车站', lat: '116.4', lng: '39.9', closed_until: '明天' });
  const problem = await desk.edit(street, number, { version, cells: wrong }, { status: 422 });
  assert.equal(problem.type, '/problems/unreadable');
  assert.deepEqual(named(problem), [
    'cells.closed_until unreadable', 'cells.kinds unreadable', 'cells.lat unreadable', 'cells.name unreadable',
  ]);
  const strange = { version: 'x', cells: { fee: '1', hours: 1 }, why: 1, more: 1 };
  assert.deepEqual(named(await desk.edit(street, number, strange, { status: 400 })), [
    'cells.fee unknown_name', 'cells.hours unknown_value', 'more unknown_name', 'version unknown_value',
    'why unknown_value',
  ]);
  const doubtful = await desk.edit(street, number, { version, cells: later(cells, { hours: '看天气' }) });
  assert.deepEqual(doubtful.warnings.map(({ field }) => field), ['cells.hours']);
  assert.equal((await desk.get(street, number)).cells.hours, '看天气');
});

/** So many steps of a position to the north: 449 of them are 499.3 metres, 450 are 500.4. */
const north = (lat, steps) => (Number(lat) + steps / 1e5).toFixed(5).replace(/0+$/, '');

test('a pin moves five hundred metres alone, and farther with a second person', async () => {
  const number = desk.numbers[4];
  const { version, cells } = await desk.get(city, number);
  const near = later(cells, { lat: north(cells.lat, 449) });
  assert.equal((await desk.edit(city, number, { version, cells: near })).state, 'made');
  const far = later(cells, { lat: north(near.lat, 450) });
  const { proposal } = await desk.edit(city, number, { version: version + 1, cells: far }, { status: 202 });
  assert.equal((await desk.get(city, number)).cells.lat, near.lat, 'nothing moved yet');
  const open = await desk.proposal(city, proposal);
  assert.deepEqual([open.state, open.entries[0].before.lat, open.entries[0].cells.lat], ['open', near.lat, far.lat]);
  await desk.decide(city, proposal, { decision: 'approve' }, { status: 403 });
  const second = await desk.employ('supervisor', '110101', '韩梅梅');
  const decided = await desk.decide(second, proposal, { decision: 'approve', note: '去看过' });
  assert.deepEqual([decided.state, decided.note, decided.decided_by.name], ['approved', '去看过', '韩梅梅']);
  const { cells: now, batch } = await desk.get(city, number);
  assert.equal(now.lat, far.lat);
  assert.deepEqual([batch.by.name, batch.second.name, batch.id], ['李雷', '韩梅梅', decided.batch]);
  await desk.decide(second, proposal, { decision: 'decline', note: '晚了' }, { status: 409 });
});

test('a place closes for good with a second person, points to its successor, and opens alone', async () => {
  const [, , , , , number, successor] = desk.numbers;
  const { version, cells } = await desk.get(city, number);
  const closed = later(cells, { status: 'closed', closed_from: '2026-11-20', successor: String(successor) });
  const wish = { version, cells: closed, why: '搬走了' };
  const first = await desk.edit(city, number, wish, { status: 202 });
  const second = await desk.employ('listing_editor', 'city', '韩梅梅');
  await desk.decide(second, first.proposal, { decision: 'decline' }, { status: 400 });
  await desk.decide(second, first.proposal, { decision: 'decline', note: '还在' });
  const again = await desk.edit(city, number, wish, { status: 202 });
  await desk.decide(second, again.proposal, { decision: 'withdraw' }, { status: 403 });
  await desk.decide(city, again.proposal, { decision: 'withdraw' });
  assert.equal((await desk.get(city, number)).version, version);
  const last = await desk.edit(city, number, wish, { status: 202 });
  await desk.decide(second, last.proposal, { decision: 'approve' });
  const page = await (await desk.site.ask(`/stations/${number}`)).text();
  assert.match(page, new RegExp(`href="/stations/${successor}"`));
  const reopened = await desk.edit(city, number, { version: version + 1, restores: version, why: '又开了' });
  assert.equal(reopened.state, 'made');
  const now = await desk.get(city, number);
  assert.deepEqual([now.cells, now.batch.cause], [cells, 'restore']);
  await desk.edit(city, number, { version: now.version, restores: 99 }, { status: 409 });
});

test('a batch is taken back byte for byte, and what was changed since stays', async () => {
  const number = desk.numbers[7];
  const { version, cells } = await desk.get(city, number);
  const csv = await desk.stationsCsv();
  const both = later(cells, { name: '别的名字', phone: '9' });
  const { batch } = await desk.edit(city, number, { version, cells: both });
  assert.notEqual(await desk.stationsCsv(), csv);
  const undone = await desk.undo(city, batch, { why: '错了' });
  assert.equal(await desk.stationsCsv(), csv);
  assert.equal((await desk.batch(city, undone.batch)).undoes, batch);
  assert.equal((await desk.batch(city, batch)).undone_by, undone.batch);
  assert.deepEqual(await desk.undo(city, batch), { state: 'unchanged' });
  const { batch: redone } = await desk.edit(city, number, { version: version + 2, cells: both });
  await desk.edit(city, number, { version: version + 3, cells: later(both, { phone: '10' }) });
  const { undo, steps: [step] } = await desk.batch(city, redone);
  assert.deepEqual([undo.part, step.prevented], [1, ['phone']]);
  await desk.undo(city, redone);
  const { cells: now } = await desk.get(city, number);
  assert.deepEqual([now.name, now.phone], [cells.name, '10']);
});

test('taking back is no way around the second person, who sees what the first saw', async () => {
  const [, , number] = desk.numbers;
  const second = await desk.employ('supervisor', 'city', '韩梅梅');
  const { version, cells } = await desk.get(city, number);
  const shut = later(cells, { status: 'closed', closed_from: '2026-11-20' });
  const { proposal: closing } = await desk.edit(city, number, { version, cells: shut }, { status: 202 });
  await desk.decide(second, closing, { decision: 'approve' });
  const { batch: opening } = await desk.edit(city, number, { version: version + 1, restores: version });
  assert.equal((await desk.batch(city, opening)).undo.takes_two, true);
  const wish = { why: '其实没开' };
  const { proposal } = await desk.undo(city, opening, wish, { status: 202 });
  assert.equal((await desk.get(city, number)).cells.status, 'active', 'nothing closed yet');
  const first = await desk.proposal(city, proposal);
  assert.deepEqual(
    [first.cause, first.undoes, first.total, first.why, first.entries],
    ['undo', opening, 1, wish.why, [{ number, base: version + 2, before: cells, cells: shut }]],
  );
  assert.deepEqual(await desk.proposal(second, proposal), first);
  const pages = await Promise.all([city, second].map(async ({ cookie }) => {
    const page = await (await desk.site.ask(`/staff/proposals/${proposal}`, { headers: { cookie } })).text();
    return page.match(/<section>.*永久关闭一个站点.*?<\/section>/s)[0];
  }));
  assert.equal(pages[0], pages[1]);
  const listed = (await desk.proposals(city)).proposals.find(({ id }) => id === proposal);
  assert.deepEqual([listed.total, listed.entries], [1, []]);

  await desk.decide(city, proposal, { decision: 'approve' }, { status: 403 });
  await desk.edit(city, number, { version: version + 2, cells: later(cells, { phone: '010-7' }) });
  assert.deepEqual((await desk.proposal(second, proposal)).entries, []);
  const { errors } = await desk.decide(second, proposal, { decision: 'approve' }, { status: 409 });
  assert.equal(errors[0].code, 'moved', 'it is not what the first saw any more');
  const again = await desk.undo(city, opening, wish, { status: 202 });
  const decided = await desk.decide(second, again.proposal, { decision: 'approve' });
  const { cells: now, batch } = await desk.get(city, number);
  assert.deepEqual([now.status, now.phone], ['closed', '010-7']);
  assert.deepEqual(
    [batch.id, batch.undoes, batch.by.name, batch.second.name], [decided.batch, opening, '李雷', '韩梅梅'],
  );
});

test('a new station has a number that nothing ever had, and taken back it is not listed', async () => {
  const cells = { name: '新驿站', kinds: '暖心驿站', street: '东华门街道', district: '东城区' };
  await desk.create(street, { cells: later(cells, { street: '景山街道' }) }, { status: 403 });
  const { numbers: [number], batch } = await desk.create(street, { cells, why: '新开' });
  assert.equal((await shown(number)).name, '新驿站');
  const { proposal } = await desk.undo(street, batch, {}, { status: 202 });
  await desk.decide(city, proposal, { decision: 'approve' });
  assert.equal((await desk.site.ask(`/stations/${number}`)).status, 404);
  assert.equal((await desk.get(street, number)).cells, null);
  const { numbers: [other] } = await desk.create(street, { cells });
  assert.equal(other, number + 1);
});

test('nobody sees or changes what is not theirs', async () => {
  const number = desk.numbers[0];
  const { version, cells } = await desk.get(city, number);
  const change = { version, cells: later(cells, { phone: '0' }) };
  const strangers = [
    await desk.employ('listing_editor', '110101002'), await desk.employ('listing_editor', '110102'),
    await desk.employ('request_handler', '110101001'), await desk.employ('administrator', 'city'),
  ];
  const { batches: [{ id }] } = await desk.batches(street);
  for (const who of strangers) {
    await desk.get(who, number, { status: 404 });
    await desk.versions(who, number, { status: 404 });
    await desk.edit(who, number, change, { status: 404 });
    await desk.batch(who, id, { status: 404 });
    await desk.undo(who, id, {}, { status: 404 });
    assert.ok(!(await desk.batches(who)).batches.some((batch) => batch.desk === '110101001'));
  }
  const auditor = await desk.employ('auditor', '110101');
  await desk.get(auditor, number);
  await desk.edit(auditor, number, change, { status: 403 });
  await desk.undo(auditor, id, {}, { status: 403 });
  const moved = later(cells, { street: '景山街道' });
  await desk.edit(street, number, { version, cells: moved }, { status: 403 });
  for (const path of ['batches', 'proposals', `stations/${number}`]) {
    assert.equal((await desk.site.ask(`/api/v1/listings/${path}`)).status, 401);
  }
  await desk.get(city, 999999, { status: 404 });
  await desk.get(city, number, { listing: 'classes', status: 404 });
});

test('classes are kept like stations', async () => {
  const listing = 'classes';
  const cells = { host: '示例工会', mode: 'area', district: '东城区', sessions: '2027-07-12至2027-08-06' };
  const { numbers: [number], batch } = await desk.create(city, { cells }, { listing });
  const { cells: kept, version } = await desk.get(city, number, { listing });
  await desk.edit(city, number, { version, cells: later(kept, { fee: '300' }) }, { listing });
  const { classes } = await (await desk.site.ask('/api/v1/classes')).json();
  assert.deepEqual(classes.map(({ host, fee_yuan: fee }) => [host, fee]), [['示例工会', 300]]);
  const { versions } = await desk.versions(city, number, { listing });
  assert.deepEqual(versions.map(({ cells: { fee } }) => fee), ['300', undefined]);
  assert.equal((await desk.batch(city, batch)).undo.prevented, 1);
});
