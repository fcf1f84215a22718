// Photos that come with reports: cleaned, kept sealed, seen by staff in charge alone, and not for long.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { describe } from '../support/description.mjs';
import { png, tellingPng, TOLD } from '../support/photos.mjs';
import { startSite } from '../support/site.mjs';
import { staff } from '../support/staff.mjs';
import { stored, withState } from '../support/state.mjs';

const PHOTOS = '/api/v1/photos';
const REPORTS = '/api/v1/stations/{id}/reports';
const OUTCOME = '/api/v1/reports/{reference}';
const GROUP = '/api/v1/staff/reports/{id}';
const PHOTO = `${GROUP}/photos/{reference}`;
const REWRAP = '/api/v1/upkeep/rewrap';
const STREET = 110108012;
const PICTURE = png(20, (x, y) => x * y);

/** A site for one test, and the ways to its reports. */
async function withSite(options, walk) {
  const site = await startSite(options);
  try {
    const api = await describe(site);
    const { stations } = await (await site.ask(`/api/v1/stations?street=${STREET}&limit=2`)).json();
    const { ask } = api;
    const keep = async (body, at) => (await api.check(PHOTOS, PHOTOS, { method: 'POST', body, at, status: 201 })).photo;
    const report = (kind, { photo, key = randomUUID(), status = 201, at, station = stations[0].id } = {}) =>
      ask('POST', REPORTS, { id: station, body: { kind, ...(photo && { photo }) }, key, status, at });
    const employ = async (role, desk, at) => {
      const there = { ...site, ask: (path, options) => site.ask(path, { at, ...options }) };
      return staff(there, { role, desk: String(desk) });
    };
    const groups = async ({ bearer }, at) =>
      (await ask('GET', '/api/v1/staff/reports', { bearer, at })).groups;
    const open = ({ bearer }, id, at) => ask('GET', GROUP, { id, bearer, at });
    const look = (who, group, reference, at) =>
      site.ask(PHOTO.replace('{id}', group).replace('{reference}', reference), {
        at, headers: who && { authorization: `Bearer ${who.bearer}` },
      });
    return await walk({ site, api, ask, keep, report, employ, groups, open, look, stations });
  } finally {
    await site.stop();
  }
}

const bytes = async (response) => Buffer.from(await response.arrayBuffer());
const wrong = ({ errors }) => errors.map(({ field, code }) => `${field} ${code}`);

/** The form as a browser sends it. */
function form(fields, photo) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  if (photo) data.set('photo', new Blob([photo]), 'whose.png');
  return data;
}

test('a photo comes with its report, nothing but the picture, for those in charge alone', () => withSite({}, async (at) => {
  const photo = await at.keep(tellingPng(PICTURE));
  const { reference } = await at.report('moved', { photo });
  const bare = await at.report('missing');
  const own = await at.employ('listing_editor', STREET);
  const all = await at.groups(own);
  const [{ id: group }, { id: other }] = ['moved', 'missing'].map((kind) => all.find((one) => one.kind === kind));
  assert.deepEqual((await at.open(own, group)).reports.map((one) => one.photo), [true]);
  assert.deepEqual((await at.open(own, other)).reports.map((one) => one.photo), [false]);
  const city = await at.employ('auditor', 'city');
  for (const who of [own, city]) {
    const shown = await at.look(who, group, reference);
    assert.equal(shown.status, 200);
    const header = (name) => shown.headers.get(name);
    assert.equal(header('content-type'), 'image/png');
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.equal(header('cache-control'), 'no-store');
    assert.equal(header('content-security-policy'), "default-src 'none'; frame-ancestors 'none'; sandbox");
    assert.ok((await bytes(shown)).equals(PICTURE), 'everything told is gone, the picture is as it was');
  }
  const page = await at.site.ask(`/staff/reports/${group}`, { headers: { cookie: own.cookie } });
  const link = `/staff/reports/${group}/photos/${reference}`;
  assert.ok((await page.text()).includes(`href="${link}" target="_blank"`));
  const shown = await at.site.ask(link, { headers: { cookie: own.cookie } });
  assert.ok((await bytes(shown)).equals(PICTURE));

  for (const [role, desk] of [['listing_editor', 110108013], ['listing_editor', 110105], ['request_handler', STREET]]) {
    const who = await at.employ(role, desk);
    assert.equal((await at.look(who, group, reference)).status, 404, `${role} ${desk}`);
  }
  assert.equal((await at.look(undefined, group, reference)).status, 401);
  assert.equal((await at.site.ask(link)).status, 303, 'to the sign-in');
  for (const [id, of] of [[other, reference], [group, bare.reference], [other, bare.reference], [group, 'x'], ['x', reference]]) {
    assert.equal((await at.look(own, id, of)).status, 404, `${id} ${of}`);
  }
  const outcome = await at.site.ask(`/reports/${reference}`);
  assert.ok(!/<img|\/photos\//.test(await outcome.text()), 'the public page has none');
}));

test('the same report is kept once, photo and all, and another photo is another report', () => withSite({}, async (at) => {
  const [photo, other] = [await at.keep(PICTURE), await at.keep(png(3))];
  const key = randomUUID();
  const first = await at.report('moved', { photo, key });
  const anHourLater = '2026-11-20T13:00:00+08:00';
  assert.deepEqual(await at.report('moved', { photo, key, at: anHourLater }), first, 'a retry needs it no more');
  await at.report('moved', { photo: other, key, status: 422 });
  await at.report('moved', { key, status: 422 });
  assert.deepEqual(wrong(await at.report('moved', { photo, status: 400, at: anHourLater })), ['photo gone']);
  assert.deepEqual(wrong(await at.report('moved', { photo: '0'.repeat(64), status: 400 })), ['photo gone']);
  assert.deepEqual(wrong(await at.report('moved', { photo: 'x', status: 400 })), ['photo unknown_value']);
  const [{ people }] = await at.groups(await at.employ('listing_editor', STREET));
  assert.equal(people, 1);
}));

test('the form takes one, tells what it cannot take, and keeps what was typed', () => withSite({}, async (at) => {
  const address = `/stations/${at.stations[0].id}/report`;
  const post = (fields, photo) => at.site.ask(address, { method: 'POST', body: form(fields, photo) });
  const typed = { kind: 'moved', note: '搬到对面了</textarea>' };
  const told = async (photo, words) => {
    const answer = await post(typed, photo);
    const page = await answer.text();
    assert.equal(answer.status, 422);
    assert.match(page.match(/id="p-photo" role="alert">([^<]*)/)[1], words);
    assert.ok(page.includes('搬到对面了&lt;/textarea&gt;') && /value="moved" checked/.test(page));
    assert.ok(!page.includes('name="kept"'));
  };
  await told('<svg onload="alert(1)">', /不是 JPEG、PNG 或 WebP/);
  await told(PICTURE.subarray(0, 60), /读不出来|坏|打不开|不完整/);
  await told(Buffer.concat([PICTURE, Buffer.alloc(8 << 20)]), /太大/);

  const incomplete = await post({ note: '先拍了一张' }, tellingPng(PICTURE));
  assert.equal(incomplete.status, 422);
  const page = await incomplete.text();
  const [, kept] = page.match(/name="kept" value="([0-9a-f]{64})" checked/);
  const sent = await post({ kind: 'moved', note: '先拍了一张', kept });
  assert.equal(sent.status, 303);
  const reference = sent.headers.get('location').replace('/reports/', '');
  const own = await at.employ('listing_editor', STREET);
  const [{ id: group }] = await at.groups(own);
  assert.ok((await bytes(await at.look(own, group, reference))).equals(PICTURE));

  const lost = await post({ ...typed, kept: '0'.repeat(64) });
  assert.equal(lost.status, 422);
  assert.match(await lost.text(), /id="p-photo" role="alert">照片放得太久/);
  const broken = await at.site.ask(address, {
    method: 'POST', body: '--x\r\n', headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
  assert.equal(broken.status, 400);
  assert.equal((await post({ ...typed, note: 'x'.repeat(20_000) })).status, 413);
  const foreign = await at.site.ask(address, {
    method: 'POST', body: form(typed, PICTURE), headers: { 'sec-fetch-site': 'cross-site' },
  });
  assert.equal(foreign.status, 200);
  assert.ok(!(await foreign.text()).includes('name="kept"'), 'nothing is kept for another site');
}));

test('a photo goes thirty days after the decision, and with its report after a year', () => withSite({}, async (at) => {
  const decided = await at.report('moved', { photo: await at.keep(PICTURE) });
  const open = await at.report('missing', { photo: await at.keep(PICTURE) });
  const editor = await at.employ('listing_editor', STREET);
  const all = await at.groups(editor);
  const [one, other] = ['moved', 'missing'].map((kind) => all.find((group) => group.kind === kind).id);
  const body = { verdict: 'declined', word: '还在原处' };
  await at.ask('POST', `${GROUP}/decision`, { id: one, bearer: editor.bearer, body });

  // Each moment later than the one before: what is forgotten stays so.
  const look = async (group, reference, moment) =>
    (await at.look(await at.employ('listing_editor', STREET, moment), group, reference, moment)).status;
  assert.equal(await look(one, decided.reference, '2026-12-20T11:59:59+08:00'), 200);
  const over = '2026-12-20T12:00:00+08:00';
  assert.equal(await look(one, decided.reference, over), 404);
  const then = await at.employ('listing_editor', STREET, over);
  assert.deepEqual((await at.open(then, one, over)).reports.map(({ photo }) => photo), [false]);
  assert.equal(await look(other, open.reference, '2027-11-20T11:59:59+08:00'), 200);

  const known = (reference, moment, status) =>
    at.ask('GET', OUTCOME, { reference, at: moment, status });
  for (const { reference } of [decided, open]) await known(reference, '2027-11-20T11:59:59+08:00', 200);
  const aYear = '2027-11-20T12:00:00+08:00';
  for (const { reference } of [decided, open]) await known(reference, aYear, 404);
  assert.equal(await look(other, open.reference, aYear), 404);
  assert.deepEqual(await at.groups(await at.employ('listing_editor', STREET, aYear), aYear), []);
}));

test('reports are limited before a photo is looked at', () => withSite({
  addressHeader: 'x-client', limits: 'address.reporting=2/600',
}, async (at) => {
  const address = `/stations/${at.stations[0].id}/report`;
  const post = async (photo) => {
    const headers = { 'x-client': '192.0.2.1' };
    const answer = await at.site.ask(address, { method: 'POST', body: form({ kind: 'moved', note: '写了' }, photo), headers });
    return [answer.status, await answer.text()];
  };
  assert.equal((await post(PICTURE))[0], 303, 'the photo counts, and the report');
  const [status, page] = await post('<svg>');
  assert.equal(status, 429);
  assert.match(page, /id="p-photo" role="alert">照片这会儿没收下/);
  assert.ok(page.includes('写了'));
}));

test('without a key there are reports, and no photos', () => withSite({ dataKeys: null }, async (at) => {
  const address = `/stations/${at.stations[0].id}/report`;
  const page = await (await at.site.ask(address)).text();
  assert.match(page, /这里现在收不了照片/);
  assert.ok(!page.includes('type="file"') && !page.includes('multipart'));
  await at.report('missing');
  await at.report('moved', { photo: '0'.repeat(64), status: 503 });
  const answer = await at.site.ask(address, { method: 'POST', body: form({ kind: 'moved' }, PICTURE) });
  assert.equal(answer.status, 422);
}));

test('nothing of a photo can be read in the files or in the log', () => withState(async (state) => {
  const marked = png(40, (x) => 'what the picture shows, word for word   '.charCodeAt(x));
  const folder = await mkdtemp(join(tmpdir(), 'nuanyi-log-'));
  const log = join(folder, 'log');
  try {
    const secrets = await withSite({ state, log }, async (at) => {
      const answer = await at.site.ask(`/stations/${at.stations[0].id}/report`, {
        method: 'POST', body: form({ kind: 'moved' }, tellingPng(marked)),
      });
      assert.equal(answer.status, 303);
      const photo = await at.keep(png(41));
      await at.report('missing', { photo });
      return ['what the picture shows', TOLD, 'IHDR', 'whose.png', photo, Buffer.from(photo, 'hex')];
    });
    const files = await stored(state);
    assert.ok(files.includes('report_photo_piece'), 'the right files are searched');
    const said = await readFile(log);
    for (const words of secrets) {
      assert.ok(!files.includes(words), String(words));
      assert.ok(!said.includes(words), String(words));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}));

test('a new key takes the place of the old one', () => withState(async (state) => {
  const keyOf = (id) => `${id}:${Buffer.alloc(32, id).toString('base64')}`;
  const group = 1;
  const reference = await withSite({ state, dataKeys: keyOf('old') }, async (at) => {
    const sent = await at.report('moved', { photo: await at.keep(PICTURE) });
    return sent.reference;
  });
  await withSite({ state, dataKeys: `${keyOf('new')},${keyOf('old')}` }, async (at) => {
    const body = { desk: 'reports', after: 0 };
    const bearer = at.site.operatorToken;
    const done = await at.ask('POST', REWRAP, { body, bearer });
    assert.deepEqual(done, { rewrapped: 1, unopened: {}, next: null, keys: ['new', 'old'] });
    assert.equal((await at.ask('POST', REWRAP, { body, bearer })).rewrapped, 0);
  });
  await withSite({ state, dataKeys: keyOf('new') }, async (at) => {
    const own = await at.employ('listing_editor', STREET);
    assert.ok((await bytes(await at.look(own, group, reference))).equals(PICTURE));
  });
  await withSite({ state, dataKeys: keyOf('other') }, async (at) => {
    const body = { desk: 'reports', after: 0 };
    const done = await at.ask('POST', REWRAP, { body, bearer: at.site.operatorToken });
    assert.deepEqual(done.unopened, { new: 1 });
  });
}));
