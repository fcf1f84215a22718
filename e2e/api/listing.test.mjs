// A real listing takes the place of the demonstration one: whole, or not at all.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startSite } from '../support/site.mjs';

const TOKEN = 'a token for these tests';
const state = await mkdtemp(join(tmpdir(), 'nuanyi-listing-'));
let site;
before(async () => { site = await startSite({ operatorToken: TOKEN, state }); });
after(async () => {
  await site.stop();
  await rm(state, { recursive: true });
});

const put = (body, token = TOKEN) => fetch(`${site.address}/api/v1/listing`, {
  method: 'PUT', body, headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
});
const ready = async () => (await fetch(`${site.address}/readyz`)).json();
const exported = async () => (await fetch(`${site.address}/api/v1/stations.csv`)).text();

test('without the token nothing happens', async () => {
  const before = await ready();
  for (const token of ['', 'another', `${TOKEN}x`]) {
    const response = await put('name\nx', token);
    assert.equal(response.status, 401);
    assert.equal((await response.json()).type, '/problems/unauthorised');
  }
  assert.deepEqual(await ready(), before);
});

test('a listing with bad rows changes nothing and names them', async () => {
  const before = await ready();
  const [header, first] = (await exported()).split('\n');
  const broken = first.replace(/1\d\d\.\d+/, '999');
  assert.notEqual(broken, first);
  const response = await put(`${header}\n${broken}\n`);
  assert.equal(response.status, 422);
  const problem = await response.json();
  assert.equal(problem.type, '/problems/unreadable');
  assert.ok(problem.errors.length > 0);
  assert.deepEqual(await ready(), before);
  for (const body of ['', '\0\0\0', 'no header here', '{"type":"FeatureCollection"}', `${header}\n`]) {
    assert.equal((await put(body)).status, 422, JSON.stringify(body));
  }
  assert.deepEqual(await ready(), before);
});

test('a listing of the whole city can be handed over', async () => {
  const whole = await exported();
  assert.ok(whole.length > 1_000_000);
  const response = await put(whole);
  assert.equal(response.status, 200, await response.clone().text());
  assert.equal((await response.json()).stations, 9065);
  assert.equal(await exported(), whole);
});

test('a good listing is public at once and survives a kill', async () => {
  const [header, ...rows] = (await exported()).trim().split('\n');
  const few = [header, ...rows.slice(0, 5)].join('\n');
  const response = await put(few);
  assert.equal(response.status, 200, await response.clone().text());
  const { stations, version } = await response.json();
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
