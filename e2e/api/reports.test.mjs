// Reports, crowding and freshness, through the API, held to its description.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { describe } from '../support/description.mjs';
import { startSite } from '../support/site.mjs';
import { staff } from '../support/staff.mjs';

const STATION = '/api/v1/stations/{id}';
const REPORTS = `${STATION}/reports`;
const OUTCOME = '/api/v1/reports/{reference}';
const CROWDING = `${STATION}/crowding`;
const GROUPS = '/api/v1/staff/reports';
const GROUP = `${GROUPS}/{id}`;
const DECISION = `${GROUP}/decision`;
const FRESHNESS = '/api/v1/staff/freshness';
const LINK = '/api/v1/confirmations/{token}';

let site;
let api;
let city;

before(async () => {
  site = await startSite({ addressHeader: 'x-client' });
  api = await describe(site);
  city = await staff(site, { role: 'listing_editor', desk: 'city' });
});
after(() => site.stop());

const ask = (...what) => api.ask(...what);

let sender = 0;

/** Reports by somebody new, unless it is said by whom. */
const report = (id, kind, { from = `192.0.2.${++sender}`, key = randomUUID(), note, status = 201, at } = {}) =>
  ask('POST', REPORTS, { id, key, from, status, at, body: { kind, ...(note && { note }) } });

/** Stations that are open at the site's noon in a district: those of the first are given to one test each. */
const openIn = async (district) => {
  while (!site) await new Promise((resolve) => setTimeout(resolve, 10));
  const { stations } = await (await site.ask(`/api/v1/stations?open=now&limit=200&district=${district}`)).json();
  return stations.filter(({ street }) => street);
};
const open = openIn(110108);
/** Nothing of it is given to a test. */
const ELSEWHERE = 110105;
const fresh = async () => (await open).shift();

let dueStreets;

/** A street that nobody has asked about yet where several are due this month, as the overview says. */
async function dueStreet() {
  if (!dueStreets) {
    const overview = await site.ask('/staff/freshness', { headers: { cookie: city.cookie } });
    const rows = (await overview.text()).matchAll(/desk=(\d{9})">.*?<b>(\d+) 处/g);
    dueStreets = [...rows].filter(([, , due]) => due > 1).map(([, street]) => Number(street));
  }
  return dueStreets.find((street, place) => Math.trunc(street / 1000) !== ELSEWHERE && dueStreets.splice(place, 1));
}

const groupsAt = async (id, at) => {
  const { groups } = await ask('GET', GROUPS, { bearer: city.bearer, at });
  return groups.filter(({ station }) => station === id);
};

/** The site's moment so many minutes later. */
const later = (minutes) => new Date(Date.parse(site.clock) + minutes * 60_000).toISOString();

test('reports of one thing count together, and one sender once', async () => {
  const { id } = await fresh();
  const first = await report(id, 'always_closed', { from: '198.51.100.1' });
  assert.match(first.reference, /^Y..-...-...$/);
  await report(id, 'always_closed', { from: '198.51.100.1' });
  await report(id, 'always_closed');
  await report(id, 'closed_now');
  const groups = await groupsAt(id);
  const counted = Object.fromEntries(groups.map(({ kind, people }) => [kind, people]));
  assert.deepEqual(counted, { always_closed: 2, closed_now: 1 });
});

test('the same key and report is the same report, and another with it is refused', async () => {
  const { id } = await fresh();
  const key = randomUUID();
  const first = await report(id, 'missing', { key, note: '没有热水' });
  const again = await report(id, 'missing', { key, note: '没有热水' });
  assert.deepEqual(again, first);
  await report(id, 'moved', { key, status: 422 });
  assert.equal((await groupsAt(id))[0].people, 1);
});

test('numbers in a note are masked before anybody sees them', async () => {
  const { id } = await fresh();
  await report(id, 'no_entry', { note: '打这个电话 13800138000' });
  const [{ id: group }] = await groupsAt(id);
  const { reports } = await ask('GET', GROUP, { id: group, bearer: city.bearer });
  assert.equal(reports[0].note, '打这个电话 138****8000');
});

test('what is not understood is refused, each by name', async () => {
  const { id } = await fresh();
  const wrong = async (body, key, ...expected) => {
    const { errors } = await ask('POST', REPORTS, { id, key, body, status: 400 });
    assert.deepEqual(errors.map(({ field, code }) => `${field} ${code}`), expected);
  };
  await wrong({}, randomUUID(), 'kind missing');
  await wrong({ kind: 'on fire' }, randomUUID(), 'kind unknown_value');
  await wrong({ kind: 'moved', note: '长'.repeat(301) }, randomUUID(), 'note too_long');
  await wrong({ kind: 'moved', name: 'x' }, randomUUID(), 'name unknown_name');
  await wrong({ kind: 'moved' }, undefined, 'Idempotency-Key missing');
  await report(4294967295, 'moved', { status: 404 });
  for (const reference of ['x', 'P8C-000-008', 'Y8C-000-00B', 'Y8C-000-00A']) {
    await ask('GET', OUTCOME, { reference, status: 404 });
  }
});

test('a closed door is told for the rest of that opening and changes nothing', async () => {
  const { id, status } = await fresh();
  assert.equal(status.state, 'open');
  await report(id, 'closed_now', { at: later(1) });
  await report(id, 'closed_now', { at: later(5) });
  const said = async (at) => (await ask('GET', STATION, { id, at })).said_closed;
  assert.deepEqual(await said(later(6)), { people: 2, at: '2026-11-20T12:05:00+08:00' });
  const end = status.until ? Date.parse(status.until) : Infinity;
  const told = Math.min(end, Date.parse(later(5 + 6 * 60)));
  assert.equal((await said(new Date(told - 1000).toISOString()))?.people, 2);
  assert.equal(await said(new Date(told).toISOString()), null);
  const now = await ask('GET', STATION, { id, at: later(6) });
  assert.equal(now.status.state, 'open');
  const asked = await ask('GET', STATION, { id, query: `?at=${encodeURIComponent(later(6))}` });
  assert.equal(asked.said_closed, undefined, 'a question about a moment has the same answer for ever');
});

test('accepted as proposed: the listing changes, the reporter sees it, and nobody decides twice', async () => {
  const { id } = await fresh();
  const { reference } = await report(id, 'always_closed');
  assert.equal((await ask('GET', OUTCOME, { reference })).verdict, null);
  const [{ id: group }] = await groupsAt(id);
  const { version, proposed } = await ask('GET', GROUP, { id: group, bearer: city.bearer });
  assert.deepEqual(proposed, { status: 'temporarily_closed', closed_from: '2026-11-20', closed_until: '' });
  const decide = (body, status = 200) =>
    ask('POST', DECISION, { id: group, bearer: city.bearer, body, status });
  await decide({ version, cells: { name: 'x' } }, 400);
  await decide({ version, cells: { closed_from: '昨天' } }, 422);
  const inWords = { ...proposed, status: '暂停开放' };
  const decided = await decide({ version, cells: inWords, word: '谢谢，已经改了' });
  assert.equal(decided.verdict, 'accepted');
  const { status } = await ask('GET', STATION, { id });
  assert.equal(status.state, 'temporarily_closed');
  const outcome = await ask('GET', OUTCOME, { reference: reference.replaceAll('-', '').toLowerCase() });
  assert.deepEqual([outcome.verdict, outcome.word], ['accepted', '谢谢，已经改了']);
  await decide({ verdict: 'declined', word: '不' }, 409);
  assert.deepEqual(await groupsAt(id), []);
});

test('other cells are a correction, and a refusal says why', async () => {
  const [one, other] = [await fresh(), await fresh()];
  await report(one.id, 'hours_wrong');
  const [{ id: group }] = await groupsAt(one.id);
  const { version, proposed } = await ask('GET', GROUP, { id: group, bearer: city.bearer });
  const bearer = city.bearer;
  await ask('POST', DECISION, { id: group, bearer, body: { version, cells: proposed }, status: 409 });
  const cells = { hours: '每天 8:00-20:00' };
  const decided = await ask('POST', DECISION, { id: group, bearer, body: { version, cells } });
  assert.equal(decided.verdict, 'corrected');
  assert.equal((await ask('GET', STATION, { id: one.id })).opening_hours, 'Mo-Su 08:00-20:00');

  await report(other.id, 'moved');
  const [{ id: second }] = await groupsAt(other.id);
  await ask('POST', DECISION, { id: second, bearer, body: { verdict: 'declined' }, status: 409 });
  await ask('POST', DECISION, { id: second, bearer, body: { verdict: 'accepted' }, status: 400 });
  const declined = { verdict: 'declined', word: '还在原处' };
  await ask('POST', DECISION, { id: second, bearer, body: declined });
});

test('only the place itself and those above see a group; only editors decide', async () => {
  const station = await fresh();
  await report(station.id, 'moved');
  const [{ id, desk }] = await groupsAt(station.id);
  assert.equal(desk, String(station.street));
  const seen = async (role, desk) => {
    const { bearer } = await staff(site, { role, desk });
    return bearer;
  };
  const own = await seen('listing_editor', desk);
  await ask('GET', GROUP, { id, bearer: own });
  const elsewhere = await seen('listing_editor', String(ELSEWHERE));
  await ask('GET', GROUP, { id, bearer: elsewhere, status: 404 });
  const body = { verdict: 'declined', word: '不' };
  await ask('POST', DECISION, { id, bearer: elsewhere, body, status: 404 });
  const auditor = await seen('auditor', 'city');
  await ask('GET', GROUP, { id, bearer: auditor });
  await ask('POST', DECISION, { id, bearer: auditor, body, status: 403 });
  const handler = await seen('request_handler', 'city');
  await ask('GET', GROUPS, { bearer: handler, status: 403 });
  await ask('GET', GROUPS, { status: 401 });
});

test('a flood from one address is stopped before work', async (t) => {
  const limited = await startSite({ addressHeader: 'x-client', limits: 'address.reporting=2/600' });
  t.after(() => limited.stop());
  const { stations: [{ id }] } = await (await limited.ask('/api/v1/stations?limit=1')).json();
  const send = async () => {
    const response = await limited.ask(`/api/v1/stations/${id}/reports`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'moved' }),
      headers: {
        'content-type': 'application/json', 'idempotency-key': randomUUID(), 'x-client': '192.0.2.1',
      },
    });
    return response.status;
  };
  assert.deepEqual([await send(), await send(), await send()], [201, 201, 429]);
});

/** The code of a door, from the poster. */
async function doorCode(id) {
  const poster = await site.ask(`/staff/stations/${id}/poster`, { headers: { cookie: city.cookie } });
  assert.equal(poster.status, 200);
  const page = await site.ask(`/staff/reports/${(await groupsAt(id))[0].id}`, {
    headers: { cookie: city.cookie },
  });
  return (await page.text()).match(/\/at\/\d+\?k=([\w-]+)/)[1];
}

test('how full it is: by the code of that door, for an hour, once in a few minutes', async () => {
  const { id } = await fresh();
  const { id: other } = await fresh();
  await report(id, 'missing');
  const code = await doorCode(id);
  const say = async (station, body, { status = 204, from = '203.0.113.9', at } = {}) => {
    const address = CROWDING.replace('{id}', station);
    const response = await site.ask(address, {
      method: 'PUT',
      at,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-client': from },
    });
    assert.equal(response.status, status, await response.text());
  };
  await say(id, { code, level: 'full' });
  await say(id, { code, level: 'quiet' }, { status: 429 });
  await say(id, { code, level: 'some_room' }, { from: '203.0.113.10', at: later(1) });
  await say(other, { code, level: 'full' }, { status: 404 });
  await say(id, { code: 'x', level: 'full' }, { status: 404 });
  await say(id, { code, level: 'crowded' }, { status: 400 });
  const crowding = async (at) => (await ask('GET', STATION, { id, at })).crowding;
  assert.deepEqual(await crowding(later(60)), { level: 'some_room', at: '2026-11-20T12:01:00+08:00' });
  assert.equal(await crowding(later(61)), null);
});

test('crowding is shown in the list, and gone after an hour', async () => {
  const found = await Promise.all([fresh(), fresh(), fresh()]);
  const words = [['full', '坐满了'], ['some_room', '还有座'], ['quiet', '人不多']];
  /** The line of a station in the public list, as it is searched for by its own name and street. */
  const line = async ({ id, name, street }, at) => {
    const page = await (await site.ask(`/stations?q=${encodeURIComponent(name)}&street=${street}`, { at })).text();
    const [row] = page.match(new RegExp(`<a[^>]*href="/stations/${id}[^]*?</a>`)) ?? [];
    assert.ok(row, `${name} is in the list`);
    return row;
  };
  for (const [index, [level, said]] of words.entries()) {
    const station = found[index];
    await report(station.id, 'missing');
    assert.doesNotMatch(await line(station, later(0)), new RegExp(said));
    const code = await doorCode(station.id);
    const response = await site.ask(CROWDING.replace('{id}', station.id), {
      method: 'PUT',
      at: later(0),
      body: JSON.stringify({ code, level }),
      headers: { 'content-type': 'application/json', 'x-client': `203.0.113.${20 + index}` },
    });
    assert.equal(response.status, 204, await response.text());
    assert.match(await line(station, later(59)), new RegExp(said));
    assert.doesNotMatch(await line(station, later(60)), new RegExp(said));
  }
});

test('a street confirms what it saw as one batch, and its list is empty then', async () => {
  const street = await dueStreet();
  const { bearer } = await staff(site, { role: 'listing_editor', desk: String(street) });
  const query = `?desk=${street}`;
  const { due } = await ask('GET', FRESHNESS, { bearer, query });
  assert.ok(due.length > 0);
  const seen = due.map(({ station, version }) => ({ station, version }));
  const body = { desk: String(street), seen };
  const { confirmed } = await ask('POST', FRESHNESS, { bearer, body });
  assert.equal(confirmed, due.length);
  const again = await ask('POST', FRESHNESS, { bearer, body });
  assert.equal(again.confirmed, 0, 'once is enough');
  assert.deepEqual((await ask('GET', FRESHNESS, { bearer, query })).due, []);
  const station = await ask('GET', STATION, { id: due[0].station });
  assert.match(station.verified_at, /^2026-11-20/);
  assert.match(station.verified_by, /总工会$/);
});

test('what somebody changed since the list was seen stays as they left it', async () => {
  const street = await dueStreet();
  const { due } = await ask('GET', FRESHNESS, { bearer: city.bearer, query: `?desk=${street}` });
  const { station, version } = due[0];
  await report(station, 'hours_wrong');
  const [{ id: group }] = await groupsAt(station);
  const cells = { hours: 'Mo-Su 07:00-19:00' };
  await ask('POST', DECISION, { id: group, bearer: city.bearer, body: { version, cells } });
  const body = { desk: String(street), seen: [{ station, version }] };
  const { confirmed } = await ask('POST', FRESHNESS, { bearer: city.bearer, body });
  assert.equal(confirmed, 1);
  const now = await ask('GET', STATION, { id: station });
  assert.equal(now.opening_hours, 'Mo-Su 07:00-19:00');
});

test('a link confirms its own place, in its own month, and looking changes nothing', async () => {
  const street = await dueStreet();
  const query = `?desk=${street}`;
  const { due, link } = await ask('GET', FRESHNESS, { bearer: city.bearer, query });
  const token = link.split('/confirm/')[1];
  assert.equal(link, `${site.address}/confirm/${token}`);
  const looked = await ask('GET', LINK, { token });
  assert.deepEqual(looked.due, due);
  assert.deepEqual((await ask('GET', LINK, { token })).due, due);
  const [elsewhere] = await openIn(ELSEWHERE);
  const foreign = { station: elsewhere.id, version: 1 };
  const [{ station, version }] = due;
  const seen = [{ station, version }, foreign];
  const { confirmed } = await ask('POST', LINK, { token, body: { seen } });
  assert.equal(confirmed, 1, 'and not the one of another street');
  assert.equal((await ask('GET', LINK, { token })).due.length, due.length - 1);
  await ask('GET', LINK, { token: `${token.slice(0, -2)}AA`, status: 404 });
  await ask('POST', LINK, { token: 'x', body: { seen: [] }, status: 404 });
  // Last: whoever asked in the future is counted there, and a clock that is set back finds no room.
  await ask('GET', LINK, { token, at: '2026-11-30T23:59:59+08:00' });
  await ask('GET', LINK, { token, at: '2026-12-01T00:00:00+08:00', status: 404 });
});

test('nobody confirms for another place', async () => {
  const street = await dueStreet();
  const { bearer } = await staff(site, { role: 'listing_editor', desk: String(ELSEWHERE) });
  await ask('GET', FRESHNESS, { bearer, query: `?desk=${street}`, status: 403 });
  await ask('POST', FRESHNESS, { bearer, body: { desk: String(street), seen: [] }, status: 403 });
  await ask('GET', FRESHNESS, { bearer, query: '?desk=1', status: 400 });
});
