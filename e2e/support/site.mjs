// A built site of one's own: a workerd on a free port, with a state that nobody else sees.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = new URL('../../', import.meta.url).pathname;
const workerd = join(root, 'xtask/node_modules/workerd/bin/workerd');
const dist = join(root, 'dist');

/** The instant at which the site's clock stands unless a test names another: a Friday afternoon. */
export const NOON = '2026-11-20T12:00:00+08:00';

/**
 * Starts the site and waits until it is ready.
 *
 * `clock` is RFC 3339, or null for the real one; `operatorToken` opens `PUT /api/v1/listing`;
 * `state` is a folder to go on with (it is then kept) instead of a new one.
 */
export async function startSite({ clock = NOON, operatorToken = 'token of the tests', state } = {}) {
  const folder = state ?? (await mkdtemp(join(tmpdir(), 'nuanyi-state-')));
  const env = { ...process.env, OPERATOR_TOKEN: operatorToken };
  if (clock) env.FIXED_CLOCK = clock;
  const child = spawn(
    workerd,
    [
      'serve',
      join(dist, 'config.capnp'),
      '--socket-addr=http=127.0.0.1:0',
      `--directory-path=assets=${join(dist, 'site')}`,
      `--directory-path=state=${folder}`,
      '--control-fd=3',
    ],
    { env, stdio: ['ignore', 'inherit', 'inherit', 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = `http://127.0.0.1:${await port(child)}`;
  const ready = await fetch(`${address}/readyz`);
  if (!ready.ok) throw new Error(`/readyz answers ${ready.status}: ${await ready.text()}`);

  return {
    address,
    operatorToken,
    state: folder,
    /** Like `fetch`, with a path. Redirects are answers here. */
    ask: (path, options) => fetch(address + path, { redirect: 'manual', ...options }),
    /** Ends the site as a power cut would: told to end, workerd waits for open connections first. */
    async stop() {
      child.kill('SIGKILL');
      await ended;
      if (!state) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** workerd tells on its control pipe which port it was given. */
function port(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`workerd ended with ${code} before it listened`)));
    createInterface({ input: child.stdio[3] }).on('line', (line) => {
      const told = JSON.parse(line);
      if (told.event === 'listen' && told.socket === 'http') resolve(told.port);
    });
  });
}
