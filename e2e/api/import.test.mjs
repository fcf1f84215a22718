// Imports: planned, looked at, applied as they were looked at or not at all, and taken back.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { describe } from '../support/description.mjs';
import { imports } from '../support/imports.mjs';
import { startSite } from '../support/site.mjs';
import { staff } from '../support/staff.mjs';
import { workbook } from '../support/workbook.mjs';

const HEADER = ['id', '名称', '类型', '区', '街道', '地址'];
let site;
let api;
let io;
let editor;
let supervisor;

before(async () => {
  site = await startSite();
  api = await describe(site);
  io = imports(site, api);
  editor = await staff(site, { role: 'listing_editor', desk: '110101' });
  supervisor = await staff(site, { role: 'supervisor', desk: '110101' });
});
after(() => site.stop());

const exported = async () => (await site.ask('/api/v1/stations.csv')).text();

/** Stations of Dongcheng, as the API has them. */
async function some(count) {
  const list = await (await site.ask(`/api/v1/stations?district=110101&limit=${count}`)).json();
  return list.stations;
}

/** A file with these stations, each with other words in some columns. */
const file = (stations, change = () => ({})) => workbook({
  清单: [['东城区站点一览'], HEADER, ...stations.map((station, i) => {
    const { id = station.id, name = station.name, address = station.address } = change(station, i);
    return [id, name, '暖心驿站', '东城区', '', address];
  })],
});

/** The status with which a file of that length is refused before it is sent. */
const announced = (length) => new Promise((resolve, reject) => {
  const headers = { 'content-length': length, authorization: `Bearer ${editor.bearer}` };
  const address = `${site.address}/api/v1/imports?subject=stations`;
  const request = http.request(address, { method: 'POST', headers });
  request.on('response', ({ statusCode }) => {
    resolve(statusCode);
    request.destroy();
  });
  request.on('error', reject);
  request.flushHeaders();
});

test('what was exported changes nothing', async () => {
  const mine = (await exported()).split('\n').filter((line, i) => i === 0 || line.includes(',东城区,'));
  const plan = await io.plan(editor, `${mine.join('\n')}\n`);
  assert.equal(plan.state, 'ready');
  assert.equal(plan.counts.unchanged.total, mine.length - 1);
  assert.deepEqual(Object.keys(plan.counts), ['unchanged']);
  assert.deepEqual(plan.alarms, []);
  await io.apply(editor, plan.id, plan.seal, 409);
});

test('a plan shows what would change, and does just that', async () => {
  const before = await exported();
  const [one, two] = await some(2);
  const changed = file([one, two], (_, i) => ({ address: `新地址${i}号` }));
  const plan = await io.plan(editor, changed, { why: '月度核对' });
  assert.equal(plan.counts.changed.total + (plan.counts.gone?.total ?? 0) > 2, true);
  const { entries } = await io.see(editor, plan.id, 'outcome=changed');
  assert.deepEqual(entries.map(({ id }) => id), [one.id, two.id]);
  assert.equal(entries[0].before.address, one.address);
  assert.equal(entries[0].after.address, '新地址0号');
  assert.equal(await exported(), before, 'a plan changes nothing');

  await io.tick(editor, plan.id, { places: [entries[1].place], ticked: false });
  assert.equal((await io.apply(editor, plan.id, plan.seal, 409)).type, '/problems/other-plan');
  const { seal } = await io.see(editor, plan.id);
  const { result, batch } = await io.apply(editor, plan.id, seal);
  assert.equal(result, 'applied');
  assert.ok(batch > 0);
  const now = await some(2);
  assert.equal(now.find(({ id }) => id === one.id).address, '新地址0号');
  assert.equal(now.find(({ id }) => id === two.id).address, two.address);
  await io.apply(editor, plan.id, seal, 409);
});

test('when the ground has moved nothing is applied, and there is a new plan', async () => {
  const [one] = await some(1);
  const first = await io.plan(editor, file([one], () => ({ address: '甲' })));
  const second = await io.plan(editor, file([one], () => ({ address: '乙' })));
  await io.apply(editor, second.id, second.seal);
  const { result, id } = await io.apply(editor, first.id, first.seal, 409);
  assert.equal(result, 'replanned');
  const plan = await io.made(editor, id);
  assert.equal(plan.replaces, first.id);
  assert.deepEqual(plan.moved, [one.id]);
  const { entries } = await io.see(editor, id, 'outcome=changed');
  assert.equal(entries[0].before.address, '乙');
  assert.equal((await io.see(editor, first.id)).instead, id);
});

test('a file with an alarm takes a second person, who sees the same', async () => {
  const all = await some(8);
  const names = all.map(({ name }) => name).sort().reverse();
  const sorted = file(all, (_, i) => ({ name: names[i] }));
  const plan = await io.plan(editor, sorted);
  assert.ok(plan.alarms.some(({ alarm, sorted }) => alarm === 'most_change' && sorted));
  assert.equal(plan.takes_two, true);
  assert.equal((await io.apply(editor, plan.id, plan.seal)).result, 'proposed');
  await io.apply(editor, plan.id, plan.seal, 403);
  const other = await staff(site, { role: 'supervisor', desk: '110102' });
  await io.see(other, plan.id, '', 404);
  const { state: _, ...mine } = await io.see(editor, plan.id);
  const { state, ...theirs } = await io.see(supervisor, plan.id);
  assert.equal(state, 'proposed');
  assert.deepEqual(theirs, mine);
  assert.equal((await io.apply(supervisor, plan.id, plan.seal)).result, 'applied');
  const now = await some(8);
  assert.deepEqual(now.map(({ name }) => name).sort(), [...names].sort());
});

test('what is not in the file stays, unless it is ticked', async () => {
  const [one] = await some(1);
  const plan = await io.plan(editor, file([one], () => ({ address: '丁' })));
  assert.ok(plan.counts.gone.total > 0);
  assert.equal(plan.counts.gone.ticked, 0);
  assert.equal(plan.takes_two, false);
  await io.tick(editor, plan.id, { outcome: 'gone', ticked: true });
  const ticked = await io.see(editor, plan.id);
  assert.equal(ticked.counts.gone.ticked, plan.counts.gone.total);
  assert.equal(ticked.takes_two, true);
  await io.decline(editor, plan.id);
  assert.equal((await io.see(editor, plan.id)).state, 'declined');
  await io.decline(editor, plan.id, 409);
});

test('rows that are wrong or not theirs stay out, and come back with the reason', async () => {
  const [one] = await some(1);
  const rows = workbook({ 清单: [
    HEADER,
    [one.id, one.name, '桑拿', '东城区', '', ''],
    ['', '西城的', '暖心驿站', '西城区', '', ''],
    ['', '新来的', '暖心驿站', '东城区', '', '一号'],
  ] });
  const plan = await io.plan(editor, rows);
  assert.deepEqual(
    ['wrong', 'not_yours', 'new'].map((outcome) => plan.counts[outcome].total), [1, 1, 1],
  );
  const wrong = await io.wrong(editor, plan.id);
  assert.match(wrong, /^id,名称,类型,区,街道,地址,reason\n/);
  assert.match(wrong, /桑拿.*no known kind/);
  assert.equal(wrong.trim().split('\n').length, 2);
});

test('a sheet and a datum are asked for where nobody said which', async () => {
  const row = ['示例甲', '暖心驿站', '东城区'];
  const header = ['名称', '类型', '区'];
  const two = workbook({ 一: [header, row], 二: [header, row] });
  const asked = await io.plan(editor, two);
  assert.equal(asked.state, 'choosing');
  assert.deepEqual(asked.sheets, ['一', '二']);
  await io.choose(editor, asked.id, { sheet: '二' });
  assert.equal((await io.made(editor, asked.id)).counts.new.total, 1);

  const places = `${header},纬度,经度\n${row},39.93,116.41\n`;
  const lacking = await io.plan(editor, places);
  assert.equal(lacking.needs_datum, true);
  await io.choose(editor, lacking.id, { datum: 'GCJ-02' });
  assert.equal((await io.made(editor, lacking.id)).counts.new.total, 1);
  await io.choose(editor, lacking.id, { datum: 'mars' }, 400);
});

test('a file that cannot be read says why', async () => {
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [file, why] of [[old, /older Excel/], ['你好\n', /No header/], ['PK\x03\x04', /no sound/]]) {
    const plan = await io.plan(editor, file);
    assert.equal(plan.state, 'failed');
    assert.match(plan.failure, why);
  }
  assert.equal(await announced((8 << 20) + 1), 413);
});

test('holiday classes are imported just so', async () => {
  const city = await staff(site, { role: 'listing_editor', desk: 'city' });
  const rows = (fee) => workbook({ 班: [
    ['主办单位', '模式', '区', '年级', '费用'],
    ['示例街道总工会', '街道办', '东城区', '1-4', fee],
  ] });
  const first = await io.plan(city, rows(100), { subject: 'classes' });
  assert.equal((await io.apply(city, first.id, first.seal)).result, 'applied');
  const second = await io.plan(city, rows(200), { subject: 'classes' });
  assert.equal(second.counts.changed.total, 1);
  await io.apply(city, second.id, second.seal);
  const { classes } = await (await site.ask('/api/v1/classes')).json();
  assert.deepEqual(classes.map(({ fee_yuan }) => fee_yuan), [200]);
});

test('nobody imports who may not', async () => {
  const handler = await staff(site, { role: 'request_handler', desk: '110101' });
  const plan = await io.plan(editor, file(await some(1)));
  await io.begin(handler, 'x', {}, 403);
  await io.see(handler, plan.id, '', 404);
  await io.apply(handler, plan.id, plan.seal, 404);
  await io.apply(supervisor, plan.id, plan.seal, 403);
  await io.tick(supervisor, plan.id, { outcome: 'new', ticked: false }, 409);
  await io.see({ bearer: 'x' }, plan.id, '', 401);
  const query = 'subject=rooms&datum=mars&colour=red';
  const { errors } = await api.check('/api/v1/imports', `/api/v1/imports?${query}`, {
    method: 'POST', status: 400, body: 'x', headers: { authorization: `Bearer ${editor.bearer}` },
  });
  assert.deepEqual(errors.map(({ field }) => field).sort(), ['colour', 'datum', 'subject']);
});

test('what was exported as a workbook changes nothing', async () => {
  const city = await staff(site, { role: 'listing_editor', desk: 'city' });
  for (const [subject, rows] of [['stations', 9065], ['classes', undefined]]) {
    const response = await site.ask(`/api/v1/${subject}.xlsx`);
    assert.equal(response.headers.get('content-disposition'), `attachment; filename="${subject}.xlsx"`);
    const plan = await io.plan(city, Buffer.from(await response.arrayBuffer()), { subject });
    const counts = Object.fromEntries(Object.entries(plan.counts).map(([outcome, { total }]) => [outcome, total]));
    assert.equal(plan.state, 'ready');
    const { unchanged, ...others } = counts;
    assert.ok(Object.values(others).every((count) => count === 0), JSON.stringify(counts));
    assert.ok(rows ? unchanged === rows : unchanged > 0);
    assert.deepEqual(plan.alarms, []);
  }
});

test('the whole of an import can be taken back, byte for byte', async () => {
  const city = await staff(site, { role: 'listing_editor', desk: 'city' });
  const before = await exported();
  const some = (await (await site.ask('/api/v1/stations?district=110105&limit=3')).json()).stations;
  const rows = some.map(({ id, name }) => [id, name, '职工书屋', '朝阳区', '', '改了']);
  const added = ['', '添的', '暖心驿站', '朝阳区', '', '新'];
  const plan = await io.plan(city, workbook({ 清单: [HEADER, ...rows, added] }));
  assert.deepEqual([plan.counts.changed.ticked, plan.counts.new.ticked], [3, 1]);
  const { batch } = await io.apply(city, plan.id, plan.seal);
  assert.notEqual(await exported(), before);
  // What was added would leave the list: that takes two.
  await undo(city, batch, { second: await staff(site, { role: 'supervisor', desk: 'city' }) });
  assert.equal(await exported(), before);
});

test('an import is taken back by two where the same rows in a file would raise an alarm', async () => {
  const city = await staff(site, { role: 'listing_editor', desk: 'city' });
  const second = await staff(site, { role: 'supervisor', desk: 'city' });
  const before = await exported();
  const { stations } = await (await site.ask('/api/v1/stations?district=110108&limit=12')).json();
  const [header, ...lines] = before.split('\n');
  /** A file of twelve, the first `count` of them under other names. */
  const renamed = (count) => [header, ...stations.map(({ id, name }, at) => {
    const line = lines.find((line) => line.startsWith(`${id},`));
    return at < count ? line.replace(`,${name},`, `,${name}新,`) : line;
  }), ''].join('\n');
  for (const [count, takes] of [[4, {}], [5, { second }]]) {
    const plan = await io.plan(city, renamed(count));
    assert.deepEqual([plan.counts.changed.total, plan.takes_two], [count, false]);
    const { batch } = await io.apply(city, plan.id, plan.seal);
    await undo(city, batch, takes);
    assert.equal(await exported(), before);
  }
});

/** Takes a batch back, with a second person where that takes one. */
async function undo(first, batch, { second }) {
  const post = (who, path, address, body, status) => api.check(path, address, {
    method: 'POST',
    status,
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${who.bearer}`, 'content-type': 'application/json' },
  });
  const path = '/api/v1/listings/batches/{id}/undo';
  const { proposal } = await post(first, path, path.replace('{id}', batch), {}, second ? 202 : 200);
  const decision = '/api/v1/listings/proposals/{id}/decision';
  if (second) await post(second, decision, decision.replace('{id}', proposal), { decision: 'approve' }, 200);
}

test('a real listing in the place of the demonstration takes its plans along', async () => {
  const plan = await io.plan(editor, file(await some(1), () => ({ address: '戊' })));
  await io.apply(editor, plan.id, plan.seal);
  const answer = await site.ask('/api/v1/listing', {
    method: 'PUT', body: await exported(), headers: { authorization: `Bearer ${site.operatorToken}` },
  });
  assert.equal(answer.status, 200);
  await io.see(editor, plan.id, '', 404);
});

test('a form that is too long is told from one that is broken', async () => {
  const send = async (why, cut = (form) => form) => {
    const form = cut(`--line\r\ncontent-disposition: form-data; name="why"\r\n\r\n${why}\r\n--line--\r\n`);
    const headers = { cookie: editor.cookie, 'content-type': 'multipart/form-data; boundary=line' };
    return (await site.ask('/staff/import', { method: 'POST', body: form, headers })).status;
  };
  assert.equal(await send('x'.repeat(4097)), 413);
  assert.equal(await send('x', (form) => form.slice(0, -8)), 400);
});

// Last: whoever is signed in now is not, two weeks later.
test('a plan is forgotten after two weeks, and its number with it', async () => {
  const one = await staff(site, { role: 'listing_editor', desk: '110106' });
  const plan = await io.plan(one, '名称,类型,区\n甲,驿站,丰台区\n');
  const later = { ...site, ask: (path, options) => site.ask(path, { at: '2026-12-05T12:00:00+08:00', ...options }) };
  const two = await staff(later, { role: 'listing_editor', desk: '110106' });
  const then = imports(later, await describe(later));
  const next = await then.begin(two, '名称,类型,区\n乙,驿站,丰台区\n');
  assert.ok(next.id > plan.id);
  await then.see(two, plan.id, '', 404);
});
