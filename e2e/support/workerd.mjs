// A workerd on a port of its own.

import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';

const root = new URL('../../', import.meta.url).pathname;
const workerd = `${root}xtask/node_modules/workerd/bin/workerd`;

/**
 * Serves `config`, whose socket is named `http`, on that port or on a free one; `flags` and `env` go to workerd. What it logs goes
 * to the file `log`, or to the terminal.
 */
export async function startWorkerd(config, { flags = [], env = {}, log, port = 0 } = {}) {
  const out = log ? openSync(log, 'a') : 'inherit';
  const child = spawn(
    workerd,
    ['serve', config, `--socket-addr=http=127.0.0.1:${port}`, ...flags, '--control-fd=3'],
    { env: { ...process.env, ...env }, stdio: ['ignore', out, out, 'pipe'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    address: `http://127.0.0.1:${await portOf(child)}`,
    /** Stands still, as on a line that carries nothing, until `resume`. */
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    /** Ends it as a power cut would: told to end, workerd waits for open connections first. */
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** workerd tells on its control pipe which port it was given. */
function portOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`workerd ended with ${code} before it listened`)));
    createInterface({ input: child.stdio[3] }).on('line', (line) => {
      const told = JSON.parse(line);
      if (told.event === 'listen' && told.socket === 'http') resolve(told.port);
    });
  });
}
