// Holiday classes: demonstration ones around today until a listing is loaded, whole or not at all.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { describe } from '../support/description.mjs';
import { startSite } from '../support/site.mjs';

const TOKEN = 'a token for these tests';
const CLASSES = '/api/v1/classes';
const FAMILY = 'both_parents_work=yes&child_grade=3&class_near=area';
const state = await mkdtemp(join(tmpdir(), 'nuanyi-classes-'));
const start = () => startSite({ operatorToken: TOKEN, state });
let site;
let api;
before(async () => {
  site = await start();
  api = await describe(site);
});
after(async () => {
  await site.stop();
  await rm(state, { recursive: true });
});

const list = (query = '', status) => api.check(CLASSES, `${CLASSES}?${query}`, { status });
const put = (body, status = 200, token = TOKEN) => api.check(CLASSES, CLASSES, {
  status, method: 'PUT', body,
  headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
});
const exported = async () => (await site.ask(`${CLASSES}.csv`)).text();

test('every parameter is described, and every described one is understood', async () => {
  const examples = {
    district: '110108', mode: 'area', join: 'possible', child_grade: '3', class_near: 'area',
    both_parents_work: 'yes', page: '2', on: '2027-06-20', limit: '3',
  };
  const described = api.description.paths[CLASSES].get.parameters.map(({ name }) => name);
  assert.deepEqual(described.sort(), Object.keys(examples).sort());
  for (const [name, value] of Object.entries(examples)) await list(`${name}=${value}`);
});

test('on every day some demonstration classes can be enrolled in, and they come first', async () => {
  for (const on of ['2026-11-20', '2027-07-15']) {
    const { classes, total, demonstration, version } = await list(`on=${on}&limit=200`);
    assert.equal(total, 150);
    assert.equal(classes.length, 150);
    assert.equal(demonstration, true);
    assert.equal(version, 'none');
    assert.equal(classes[0].status.state, 'enrolment_open');
    assert.equal(classes.at(-1).status.state, 'over');
    assert.ok(classes.every(({ host, address }) => host.includes('示例') && address.includes('示例')));
  }
});

test('each class says whether this family may join, and why', async () => {
  const { classes } = await list(`${FAMILY}&limit=200`);
  const verdicts = (mode) => new Set(
    classes.filter((each) => each.mode === mode).map(({ joining }) => joining.verdict),
  );
  assert.deepEqual(verdicts('area'), new Set(['eligible', 'not_eligible']));
  assert.deepEqual(verdicts('employer'), new Set(['not_eligible']));
  for (const { grades, mode, joining } of classes) {
    const fits = mode === 'area' && (!grades || (grades.from <= 3 && 3 <= grades.to));
    assert.equal(joining.verdict, fits ? 'eligible' : 'not_eligible');
    assert.equal(joining.conditions.some(({ state }) => state === 'not_met'), !fits);
  }
  const { classes: possible } = await list(`${FAMILY}&join=possible&limit=200`);
  assert.ok(possible.length > 0);
  assert.ok(possible.every(({ joining }) => joining.verdict === 'eligible'));
});

test('what is not understood is refused, each by name', async () => {
  const { type, errors } = await list('colour=red&mode=x&on=soon&limit=0&membership=card', 400);
  assert.equal(type, '/problems/invalid');
  const told = errors.map(({ field, code }) => `${field} ${code}`);
  assert.deepEqual(told.sort(), [
    'colour unknown_name', 'limit out_of_range', 'membership unknown_name', 'mode unknown_value',
    'on unknown_value',
  ]);
});

test('the page drops what it does not understand and works as plain HTML', async () => {
  const page = async (query) => {
    const answer = await site.ask(`/classes?${query}`, { headers: { 'accept-language': 'zh-CN' } });
    assert.equal(answer.status, 200);
    return answer.text();
  };
  const html = await page(`${FAMILY}&colour=red`);
  assert.match(html, /正在报名/);
  assert.match(html, /孩子可以报/);
  assert.match(html, /下面的托管班都是示例/);
  assert.doesNotMatch(html, /name="colour"/);
  assert.match(await page('page=900'), /按这些条件，没有合适的班/);
});

test('without the token nothing happens', async () => {
  const before = await exported();
  for (const token of ['', 'another', `${TOKEN}x`]) {
    await put(before, 401, token);
  }
  assert.equal((await list()).demonstration, true);
});

test('a listing with bad rows changes nothing and names them', async () => {
  const [header, first] = (await exported()).split('\n');
  const broken = first.replace(/,(employer|area|joint),/, ',sauna,');
  assert.notEqual(broken, first);
  const { type, errors } = await put(`${header}\n${broken}\n`, 422);
  assert.equal(type, '/problems/unreadable');
  assert.deepEqual(errors.map(({ field }) => field), ['mode']);
  const stations = await (await site.ask('/api/v1/stations.csv')).text();
  for (const body of ['', '\0\0\0', 'no header here', `${header}\n`, stations]) {
    await put(body, 422);
  }
  assert.equal((await list()).demonstration, true);
});

test('a good listing is public at once and survives a kill', async () => {
  const [header, ...rows] = (await exported()).trim().split('\n');
  const few = [header, ...rows.slice(0, 5)].join('\n');
  const { classes, version } = await put(few);
  assert.equal(classes, 5);
  const now = await list();
  assert.equal(now.total, 5);
  assert.equal(now.version, version);
  assert.equal(now.demonstration, false);
  const page = await (await site.ask('/classes')).text();
  assert.doesNotMatch(page, /下面的托管班都是示例/);
  assert.equal((await exported()).trim(), few);
  assert.equal((await put(few)).version, version, 'the same again');
  await site.stop();
  site = await start();
  api = await describe(site);
  assert.deepEqual(await list(), now);
});

test('the stations stay as they were', async () => {
  const { stations, demonstration } = await (await site.ask('/readyz')).json();
  assert.equal(stations, 9065);
  assert.equal(demonstration, true);
});
