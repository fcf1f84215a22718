// Every address of staff's, from the router's own table: whoever may not is refused, and nothing
// has happened; whoever may is not.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROLES, ROWS, addresses, isConsole } from '../support/console-routes.mjs';
import { describe } from '../support/description.mjs';
import { startDesk } from '../support/desk.mjs';
import { imports } from '../support/imports.mjs';
import { png } from '../support/photos.mjs';
import { typed } from '../support/requests.mjs';
import { FROM_OUR_PAGE, codeAt, invite, send, staff } from '../support/staff.mjs';

const PLACES = {
  street: { here: '110108012', others: ['110108013', '110105001'] },
  district: { here: '110108', others: ['110108012', '110105'] },
  city: { here: 'city', others: ['110108012', '110105'] },
};
/** Sessions begin then: a clock that is set back ends none, so none ends while a desk is asked. */
const BEGIN = '2031-12-31T12:00:00+08:00';
const A_MINUTE_LATER = '2031-12-31T12:01:00+08:00';
const HALF_AN_HOUR_LATER = '2031-12-31T12:30:00+08:00';
const SIGN_IN = '/staff/sign-in?next=';
const WORDS = '灶台漏气';

let desk;
let site;
let things;
let administrator;
const members = new Map();

before(async () => {
  desk = await startDesk();
  site = { ...desk.site, clock: BEGIN, ask: (path, options) => desk.site.ask(path, { at: BEGIN, ...options }) };
  const [street, district] = [PLACES.street.here, PLACES.district.here];
  const { photo } = await desk.api.check('/api/v1/photos', '/api/v1/photos', {
    method: 'POST', body: png(20), status: 201,
  });
  const place = { place: 'area', district: Number(district), street: Number(street) };
  const request = await desk.file(typed({ ...place, text: WORDS, photos: [photo] }));
  const { account } = await invite(site, { role: 'request_handler', desk: street });
  const editor = await member('listing_editor', street);
  const plan = await imports(site, await describe(site)).plan(editor, '名称,类型,区\n甲,驿站,海淀区\n');
  const list = await listed(street);
  const groups = await reported(street, list.station);
  things = { street, district, request, account, plan: plan.id, words: WORDS, ...list, ...groups };
  administrator = await member('administrator', 'city');
});
after(() => desk.site.stop());

/** A station of the street, a batch that changed another, two proposals, each to close one, and one twice. */
async function listed(street) {
  const { stations } = await (await site.ask(`/api/v1/stations?street=${street}&limit=4`)).json();
  const [station, ...others] = stations.map(({ id }) => id).sort((a, b) => a - b);
  const { bearer } = await staff(site, { role: 'listing_editor', desk: street });
  const address = (id) => `/api/v1/listings/stations/${id}`;
  const change = async (id, cells, status) => {
    const { cells: now } = await send(site, 'GET', address(id), undefined, { bearer });
    return send(site, 'PUT', address(id), { version: 1, cells: { ...now, ...cells } }, { bearer, status });
  };
  const { cells: { district, street: name } } = await send(site, 'GET', address(station), undefined, { bearer });
  const [changed, ...closing] = others;
  const { batch } = await change(changed, { phone: '010-1' }, 200);
  const proposals = [];
  for (const id of closing) proposals.push((await change(id, { status: 'closed' }, 202)).proposal);
  const twins = [];
  for (const phone of ['010-2', '010-3']) {
    const cells = { name: '银杏餐厅驿站', kinds: 'caring_station', district, street: name, phone };
    const made = await send(site, 'POST', '/api/v1/listings/stations', { cells }, { bearer, status: 201 });
    twins.push(...made.numbers);
  }
  return { station, batch, proposals, twins, place: [district, name] };
}

/** Two groups of reports about a station of that street, with a photo each. */
async function reported(street, station) {
  for (const [side, kind] of ['moved', 'missing'].entries()) {
    const kept = await site.ask('/api/v1/photos', { method: 'POST', body: png(side + 1) });
    const { photo } = await kept.json();
    await send(site, 'POST', `/api/v1/stations/${station}/reports`, { kind, photo }, {
      status: 201, headers: { 'idempotency-key': `a key of the tests: ${kind}`.replaceAll(' ', '-') },
    });
  }
  const { bearer } = await member('listing_editor', street);
  const { groups } = await send(site, 'GET', '/api/v1/staff/reports', undefined, { bearer });
  const [group, second] = groups.map(({ id }) => id);
  const { reports } = await send(site, 'GET', `/api/v1/staff/reports/${group}`, undefined, { bearer });
  return { group, second, photoOf: reports[0].reference };
}

/** Somebody with that role there; the same one each time, unless `which` differs. */
function member(role, place, which = '') {
  const key = [role, place, which].join();
  if (!members.has(key)) members.set(key, staff(site, { role, desk: place }));
  return members.get(key);
}

/** What a page's form of this session carries along. */
async function formToken({ cookie }) {
  const page = await site.ask('/staff/account', { headers: { cookie } });
  return (await page.text()).match(/name="form_token" value="([0-9a-f]+)"/)[1];
}

/** What a page sends: with a file, or without. Whole, so that it is sent even if nobody reads it. */
async function form(body, token) {
  const isPlain = !(body instanceof FormData);
  if (isPlain) return { body: new URLSearchParams({ ...body, form_token: token }) };
  body.set('form_token', token);
  const whole = new Response(body);
  return { type: whole.headers.get('content-type'), body: await whole.arrayBuffer() };
}

/** Asks an address as `who`, or nobody; gives its status, where it leads and what it says. */
async function ask(address, row, who, at) {
  const [method, path] = address.split(' ');
  const isApi = path.startsWith('/api/');
  const { events } = await desk.follow(things.request);
  const code = who?.secret && codeAt(who.secret, A_MINUTE_LATER);
  const body = row.body?.({ ...things, seen: events.length, code });
  if (who && body && !isApi) who.form ??= await formToken(who);
  const sent = body && (isApi
    ? { type: 'application/json', body: JSON.stringify(body) }
    : await form(body, who?.form ?? ''));
  const response = await desk.site.ask(row.example?.(things) ?? path, {
    method,
    at,
    body: sent?.body,
    headers: {
      ...(sent?.type && { 'content-type': sent.type }),
      ...(!isApi && FROM_OUR_PAGE),
      ...(who && (isApi ? { authorization: `Bearer ${who.bearer}` } : { cookie: who.cookie })),
      ...(at && { 'nuanyi-clock': at }),
    },
  });
  const text = await response.text();
  return { status: response.status, to: response.headers.get('location') ?? '', text };
}

/** Everything that whoever is refused must not have changed. */
async function standing() {
  const headers = { authorization: `Bearer ${administrator.bearer}` };
  const accounts = await (await site.ask('/api/v1/staff/accounts', { headers })).json();
  const open = await site.ask('/api/v1/stations.csv');
  return { request: await desk.follow(things.request), accounts, stations: await open.text() };
}

function isTurnedAway(address, { status, to }, who) {
  const said = address.includes(' /api/') ? status === 401 : status === 303 && to.startsWith(SIGN_IN);
  assert.ok(said, `${who} at ${address}: ${status} ${to}`);
}

function isRefused(address, row, { status, text }, who) {
  if (status === 200 && row.hides) {
    assert.ok(!text.includes(row.hides(things)), `${who} at ${address} is shown it`);
  } else {
    assert.ok([403, 404, row.refused].includes(status), `${who} at ${address}: ${status}`);
  }
}

test('every address of staff’s has its row, and every row its address', () => {
  const known = addresses();
  assert.ok(known.length > 60, `the table was read: ${known.length}`);
  assert.deepEqual(Object.keys(ROWS).sort(), known.filter(isConsole).sort());
});

for (const [address, row] of Object.entries(ROWS)) {
  if (row.open) {
    test(`${address} is open (${row.open}), and a wrong proof opens nothing`, async () => {
      const { status } = await ask(address, row, null);
      assert.equal(status, row.refused ?? 200);
    });
    continue;
  }
  test(`${address} is refused to all who may not`, async () => {
    const { here, others } = PLACES[row.at ?? 'street'];
    const roles = row.may ?? ROLES;
    const wrong = ROLES.filter((role) => !roles.includes(role)).map((role) => [role, here]);
    const elsewhere = row.own ? [] : others.flatMap((place) => roles.map((role) => [role, place]));
    const [refused, expired] = await Promise.all([
      Promise.all([...wrong, ...elsewhere].map((which) => member(...which))),
      Promise.all(roles.map((role) => member(role, here, 'expired'))),
    ]);
    for (const who of expired) who.form ??= await formToken(who);
    const before = await standing();
    isTurnedAway(address, await ask(address, row, null), 'nobody');
    for (const who of expired) {
      isTurnedAway(address, await ask(address, row, who, HALF_AN_HOUR_LATER), `an expired ${who.account.role}`);
    }
    for (const who of refused) {
      isRefused(address, row, await ask(address, row, who), `${who.account.role} of ${who.account.desk}`);
    }
    assert.deepEqual(await standing(), before, 'nothing has happened');
  });

  test(`${address} is answered to all who may`, async () => {
    const { here } = PLACES[row.at ?? 'street'];
    for (const role of row.as ?? row.may ?? ROLES) {
      // What they do to themselves may end their session.
      const who = await member(role, here, row.own && address);
      const { status, to, text } = await ask(address, row, who, row.own && !row.counts && A_MINUTE_LATER);
      assert.ok(status < 400 && !to.startsWith(SIGN_IN), `${role}: ${status} ${to}`);
      if (row.hides) assert.ok(text.includes(row.hides(things)), `${role} is shown it`);
    }
  });
}
