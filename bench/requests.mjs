// How many requests the site keeps a second, and how fast `/stations` answers meanwhile: with group
// commit and without, beside an empty handler (the floor of the way in and out) and an object in plain
// JavaScript that keeps one row a request (the floor of the platform) in the same run.
//
// Usage: cargo xtask bench, or node bench/requests.mjs [SECONDS a row, 5 if left out]

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_LIMITS, startSite } from '../e2e/support/site.mjs';
import { startWorkerd } from '../e2e/support/workerd.mjs';
import { load, share } from './support/load.mjs';

const SECONDS = Number(process.argv[2] ?? 5);
const CROWDS = [16, 64];
const DESKS = ['110101', '110102', '110105', '110108', '110112', 'city'];
const LIST = '/stations?near=39.914,116.404&amenity=hot_meal&open=now';

const here = (file) => new URL(file, import.meta.url).pathname;
const state = await mkdtemp(join(tmpdir(), 'nuanyi-bench-'));
let number = 0;

console.log(`${SECONDS} s a row, ${DESKS.length} desks\n`);
console.log('| | clients | kept a second | p50 ms | p99 ms | a list meanwhile: p50 ms | p99 ms |');
console.log('|---|---|---|---|---|---|---|');
const empty = await startWorkerd(here('empty-handler.capnp'));
await rows('an empty handler', () => submission(empty.address), [200]);
await empty.stop();
const oneRow = await startWorkerd(here('one-row.capnp'), { flags: [`--directory-path=state=${state}`] });
await rows('one row in plain JavaScript', () => submission(`${oneRow.address}/${desk()}`), [201]);
await oneRow.stop();
for (const [name, collectMs] of [['group commit, 2 ms', 2], ['each for itself', 0]]) {
  const site = await startSite({ clock: null, limits: NO_LIMITS, collectMs });
  await load(() => ({ url: site.address + LIST }), 1, 1);
  const alone = await load(() => ({ url: site.address + LIST }), 1, SECONDS);
  console.log(`| the list alone | 0 | 0 | | | ${at(alone)} |`);
  await rows(name, () => submission(`${site.address}/api/v1/requests`), [201], site.address + LIST);
  await site.stop();
}
await rm(state, { recursive: true });

/** A row for each crowd; `list` is asked for on a connection of its own meanwhile. */
async function rows(name, next, good, list) {
  for (const clients of CROWDS) {
    await load(next, clients, 1, good);
    const [kept, meanwhile] = await Promise.all([
      load(next, clients, SECONDS, good),
      list ? load(() => ({ url: list }), 1, SECONDS) : [],
    ]);
    const second = Math.round(kept.length / SECONDS);
    console.log(`| ${name} | ${clients} | ${second} | ${at(kept)} | ${meanwhile.length ? at(meanwhile) : '|'} |`);
  }
}

function at(times) {
  return [0.5, 0.99].map((part) => share(times, part).toFixed(1)).join(' | ');
}

function desk() {
  number += 1;
  return DESKS[number % DESKS.length];
}

function submission(url) {
  const district = Number(desk());
  const body = {
    category: 'other',
    text: `公司两个月没发工资，问了三次都没有说法，这是第${number}件。`,
    contact: 'phone',
    phone: '13800138000',
    phone_seen_by: ['district', 'city'],
    ...(district ? { place: 'area', district } : { place: 'not_sure' }),
  };
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return { url, method: 'POST', headers, body: JSON.stringify(body) };
}
