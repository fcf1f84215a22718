// A built site of one's own, with a state that nobody else sees.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkerd } from './workerd.mjs';

/** What `cargo xtask build` makes. */
export const BUILT = new URL('../../dist', import.meta.url).pathname;

/** The instant at which the site's clock stands unless a test names another: a Friday noon. */
export const NOON = '2026-11-20T12:00:00+08:00';

/** `limits` for those who send more than people do. */
export const NO_LIMITS = ['desk.filing', 'desk.moves', 'city.filing'].map((name) => `${name}=1000000000/1`).join();

/** What the tests seal personal data with. */
export const DATA_KEYS = `tests:${Buffer.alloc(32, 'key of the tests').toString('base64')}`;

/**
 * Starts the site and waits until it is ready.
 *
 * `clock` is RFC 3339, or null for the real one; `operatorToken` opens `PUT /api/v1/listing`;
 * `state` is a folder to go on with (it is then kept) instead of a new one; without `dataKeys`
 * (null) the site takes no requests and never gets ready. `limits` are those that are not as by
 * default, `deadlines` how long each class of requests has; `addressHeader` is the header that
 * tells whom a request comes from; `collectMs` is how long a submission waits for others to be
 * written with; `mapTiles` is what the map lies on; `log` is a file for what workerd says; without
 * `untilReady` (false) it is there once it listens. `serviceWorker: 'off'` serves the way out of one;
 * `port` is that of a site before it, and `built` another build.
 */
export async function startSite({
  clock = NOON, operatorToken = 'token of the tests', dataKeys = DATA_KEYS, state,
  limits, deadlines, addressHeader, collectMs, mapTiles, log, untilReady = true,
  serviceWorker, port, built = BUILT,
} = {}) {
  const folder = state ?? (await mkdtemp(join(tmpdir(), 'nuanyi-state-')));
  const { address, stop, pause, resume } = await startWorkerd(join(built, 'config.capnp'), {
    flags: [
      `--directory-path=assets=${join(built, 'site')}`,
      `--directory-path=state=${folder}`,
    ],
    log,
    port,
    env: {
      OPERATOR_TOKEN: operatorToken,
      DATA_KEYS: dataKeys ?? '',
      FIXED_CLOCK: clock ?? '',
      COLLECT_MS: collectMs ?? '',
      LIMITS: limits ?? '',
      DEADLINES: deadlines ?? '',
      CLIENT_ADDRESS_HEADER: addressHeader ?? '',
      MAP_TILES: mapTiles ? JSON.stringify(mapTiles) : '',
      SERVICE_WORKER: serviceWorker ?? '',
    },
  });
  const ready = untilReady && await fetch(`${address}/readyz`);
  if (ready && !ready.ok && dataKeys) throw new Error(`/readyz answers ${ready.status}: ${await ready.text()}`);

  return {
    address,
    clock,
    operatorToken,
    state: folder,
    pause,
    resume,
    /**
     * Like `fetch`, with a path. Redirects are answers here. `at` is the moment of this one, RFC 3339;
     * a site with the real clock does not listen to it.
     */
    ask: (path, { at, headers, ...options } = {}) => fetch(address + path, {
      redirect: 'manual',
      headers: at ? { ...headers, 'nuanyi-clock': at } : headers,
      ...options,
    }),
    async stop() {
      await stop();
      if (!state) await rm(folder, { recursive: true, force: true });
    },
  };
}
