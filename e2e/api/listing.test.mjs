// A real listing takes the place of the demonstration one: whole, or not at all.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { describe } from '../support/description.mjs';
import { startSite } from '../support/site.mjs';

const LISTING = '/api/v1/listing';
const TOKEN = 'a token for these tests';
const state = await mkdtemp(join(tmpdir(), 'nuanyi-listing-'));
let site;
let api;
before(async () => {
  site = await startSite({ operatorToken: TOKEN, state });
  api = await describe(site);
});
after(async () => {
  await site.stop();
  await rm(state, { recursive: true });
});

const put = (body, status = 200, token = TOKEN) => api.check(LISTING, LISTING, {
  status, method: 'PUT', body,
  headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
});
const ready = async () => (await fetch(`${site.address}/readyz`)).json();
const exported = async () => (await fetch(`${site.address}/api/v1/stations.csv`)).text();

test('without the token nothing happens', async () => {
  const before = await ready();
  for (const token of ['', 'another', `${TOKEN}x`]) {
    assert.equal((await put('name\nx', 401, token)).type, '/problems/unauthorised');
  }
  assert.deepEqual(await ready(), before);
});

test('a listing with bad rows changes nothing and names them', async () => {
  const before = await ready();
  const [header, first] = (await exported()).split('\n');
  const broken = first.replace(/1\d\d\.\d+/, '999');
  assert.notEqual(broken, first);
  const problem = await put(`${header}\n${broken}\n`, 422);
  assert.equal(problem.type, '/problems/unreadable');
  assert.ok(problem.errors.length > 0);
  assert.deepEqual(await ready(), before);
  for (const body of ['', '\0\0\0', 'no header here', '{"type":"FeatureCollection"}', `${header}\n`]) {
    await put(body, 422);
  }
  assert.deepEqual(await ready(), before);
});

test('a listing of the whole city can be handed over', async () => {
  const whole = await exported();
  assert.ok(whole.length > 1_000_000);
  assert.equal((await put(whole)).stations, 9065);
  assert.equal(await exported(), whole);
});

test('a good listing is public at once and survives a kill', async () => {
  const [header, ...rows] = (await exported()).trim().split('\n');
  const few = [header, ...rows.slice(0, 5)].join('\n');
  const { stations, version } = await put(few);
  assert.equal(stations, 5);
  const now = await ready();
  assert.equal(now.stations, 5);
  assert.equal(now.version, version);
  assert.equal(now.demonstration, false);
  const page = await (await fetch(site.address)).text();
  assert.doesNotMatch(page, /示例数据/);
  assert.equal((await exported()).trim(), few);
  await site.stop();
  site = await startSite({ operatorToken: TOKEN, state });
  assert.deepEqual(await ready(), now);
});
