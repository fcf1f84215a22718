// The API is what its own description says: every answer is checked against `openapi.json`.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describe } from '../support/description.mjs';
import { NOON, startSite } from '../support/site.mjs';

let site;
let api;

before(async () => {
  site = await startSite();
  api = await describe(site);
});
after(() => site.stop());

const check = (path, address, status) => api.check(path, address, { status });

const STATIONS = '/api/v1/stations';
const list = (query, status) => check(STATIONS, `${STATIONS}?${query}`, status);

test('every parameter is described, and every described one is understood', async () => {
  const examples = {
    q: 'nxyz', district: '110108', street: '110108012', kind: 'caring_station', amenity: 'hot_meal',
    access: 'public', open: 'now', near: '39.914,116.404', by: 'ebike', page: '2',
    at: encodeURIComponent(NOON), limit: '3',
  };
  const described = api.description.paths[STATIONS].get.parameters.map(({ name }) => name);
  assert.deepEqual(described.sort(), Object.keys(examples).sort());
  for (const [name, value] of Object.entries(examples)) await list(`${name}=${value}`);
});

test('the list has the whole city, ranked, a page at a time', async () => {
  const first = await list('near=39.914,116.404&limit=200');
  assert.ok(first.total > 8900 && first.total <= 9065, String(first.total));
  assert.equal(first.stations.length, 200);
  assert.equal(first.demonstration, true);
  const open = ({ on_arrival: { state } }) => state === 'open' || state === 'closing_soon';
  assert.ok(open(first.stations[0]), 'the first is open on arrival');
  const second = await list('near=39.914,116.404&limit=200&page=2');
  const ids = new Set([...first.stations, ...second.stations].map(({ id }) => id));
  assert.equal(ids.size, 400, 'no station stands on two pages');
});

test('words find by Chinese, full pinyin and initials', async () => {
  for (const q of ['暖心驿站', 'nuanxinyizhan', 'NXYZ']) {
    const { stations, total } = await list(`q=${encodeURIComponent(q)}&limit=1`);
    assert.ok(total > 1000, `${q}: ${total}`);
    assert.match(stations[0].name, /驿站/);
  }
});

test("the drivers' home in Shunyi is open at any time, holidays too", async () => {
  for (const at of ['2026-11-20T03:00:00%2B08:00', '2026-10-01T23:59:00%2B08:00']) {
    const { stations, total } = await list(`kind=drivers_home&at=${at}`);
    assert.equal(total, 1);
    assert.equal(stations[0].district, 110113);
    assert.deepEqual(stations[0].status, { state: 'open', until: null, reason: 'all_day' });
    assert.ok(stations[0].amenities.present.includes('truck_parking'));
  }
});

test('with `at` the answer does not depend on when one asks', async (t) => {
  const query = `at=2026-02-14T10:00:00%2B08:00&near=39.9,116.4&limit=50`;
  const night = await startSite({ clock: '2026-11-21T02:30:00+08:00' });
  t.after(() => night.stop());
  const answer = async (site, query) => (await site.ask(`${STATIONS}?${query}`)).json();
  assert.deepEqual(await answer(night, query), await answer(site, query));
  const now = 'near=39.9,116.4&limit=50';
  assert.notDeepEqual(await answer(night, now), await answer(site, now), 'without it, it does');
});

test('what fits nowhere comes with the places that miss one filter', async () => {
  const { total, near_misses: misses } = await list('kind=drivers_home&district=110101');
  assert.equal(total, 0);
  assert.ok(misses.length > 0 && misses.length <= 3);
  assert.ok(misses.every(({ misses }) => misses === 'district' || misses === 'kinds'));
});

test('what is not understood is refused, each by name', async () => {
  const refused = async (query, ...expected) => {
    const problem = await list(query, 400);
    assert.equal(problem.type, '/problems/invalid');
    const errors = problem.errors.map(({ field, code }) => `${field} ${code}`);
    assert.deepEqual(errors.sort(), expected.sort(), query);
  };
  await refused('colour=red', 'colour unknown_name');
  await refused('district=999999', 'district unknown_value');
  await refused('near=31.2,121.5', 'near out_of_range');
  await refused('near=here', 'near unknown_value');
  await refused('limit=0', 'limit out_of_range');
  await refused('limit=201&at=noon&page=0', 'limit out_of_range', 'at unknown_value', 'page out_of_range');
  await refused(`q=${'x'.repeat(300)}`, 'q too_long');
  await refused('open=now&open=24h', 'open repeated');
  await refused('limit=1&limit=2', 'limit repeated');
  const twice = `at=${encodeURIComponent(NOON)}`;
  await refused(`${twice}&${twice}`, 'at repeated');
  await refused('%FF=1&kind=%E0%A4%A', '\uFFFD unknown_name', 'kind unknown_value');
});

test('one station, and an id that was never given', async () => {
  const { stations: [listed] } = await list(`limit=1&at=${encodeURIComponent(NOON)}`);
  const one = `${STATIONS}/{id}`;
  const station = await check(one, `${STATIONS}/${listed.id}`);
  assert.equal(station.name, listed.name);
  assert.deepEqual(station.status, listed.status);
  await check(one, `${STATIONS}/${listed.id}?at=x`, 400);
  for (const id of ['0', '01', '+1', '4294967295', '99999999999999999999', '-1', 'x', '1%00']) {
    await check(one, `${STATIONS}/${id}`, 404);
  }
});

test('the open data holds every station, in each form', async () => {
  const geojson = await check('/api/v1/stations.geojson', '/api/v1/stations.geojson');
  assert.equal(geojson.type, 'FeatureCollection');
  assert.equal(geojson.features.length, 9065);
  const csv = await check('/api/v1/stations.csv', '/api/v1/stations.csv');
  assert.equal(csv.trim().split('\n').length, 1 + 9065);
  for (const path of ['/api/v1/stations.xlsx', '/api/v1/classes.xlsx']) await check(path, path);
});

test('it says when it is ready', async () => {
  assert.equal(await check('/healthz', '/healthz'), 'ok\n');
  const ready = await check('/readyz', '/readyz');
  assert.equal(ready.stations, 9065);
});
