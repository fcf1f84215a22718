// How fast the edge answers: milliseconds a request on one connection, and requests a second on
// sixteen, beside an empty handler on the same workerd in the same run (the floor).
//
// Usage: cargo xtask bench, or node bench/edge.mjs [SECONDS a row, 3 if left out]

import { startSite } from '../e2e/support/site.mjs';
import { startWorkerd } from '../e2e/support/workerd.mjs';
import { load, share } from './support/load.mjs';

const SECONDS = Number(process.argv[2] ?? 3);
const CONNECTIONS = 16;

const ROWS = [
  ['an empty handler', null],
  ['home', '/'],
  ['list: near, open now, hot meal', '/stations?near=39.914,116.404&amenity=hot_meal&open=now'],
  ['list: initials, a district', '/stations?q=nxyz&district=110108'],
  ['list: nothing fits', '/stations?kind=drivers_home&district=110101'],
  ['a station', '/stations/100'],
  ['API: near, open now, hot meal', '/api/v1/stations?near=39.914,116.404&amenity=hot_meal&open=now'],
  ['not modified', '/stations?near=39.914,116.404', true],
];

const site = await startSite({ clock: null });
const floor = await startWorkerd(new URL('empty-handler.capnp', import.meta.url).pathname);
console.log(
  `9,065 stations, ${SECONDS} s a row; one connection: ms a request; ${CONNECTIONS}: requests a second\n`,
);
console.log('| | p50 ms | p99 ms | requests/s |\n|---|---|---|---|');
for (const [name, path, conditional] of ROWS) {
  const url = path === null ? floor.address : site.address + path;
  const headers = conditional ? { 'if-none-match': (await fetch(url)).headers.get('etag') } : {};
  const asked = (clients, seconds) => load(() => ({ url, headers }), clients, seconds, [200, 304]);
  await asked(4, 1);
  const alone = await asked(1, SECONDS);
  const crowd = await asked(CONNECTIONS, SECONDS);
  const at = (part) => share(alone, part).toFixed(2);
  console.log(`| ${name} | ${at(0.5)} | ${at(0.99)} | ${Math.round(crowd.length / SECONDS)} |`);
}
await site.stop();
await floor.stop();
