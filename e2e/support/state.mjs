// Desks that go on with what others left in their files, and those files.

import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startDesk } from './requests.mjs';

/** Does `act` with a state folder of its own. */
export async function withState(act) {
  const state = await mkdtemp(join(tmpdir(), 'nuanyi-desk-'));
  try {
    await act(state);
  } finally {
    await rm(state, { recursive: true });
  }
}

/** Does `act` with a desk, which is killed in the end. */
export async function during(options, act) {
  const desk = await startDesk(options);
  try {
    return await act(desk);
  } finally {
    await desk.site.stop();
  }
}

/** Everything in the files of a state folder. */
export async function stored(state) {
  return Buffer.concat(await Promise.all((await paths(state)).map((path) => readFile(path))));
}

/** Waits until no desk is awake: then SQLite has put everything into one file each. */
export async function atRest(state) {
  const isLog = (path) => /nuanyi-desk\/[0-9a-f]+\.sqlite-wal$/.test(path);
  while ((await paths(state)).some(isLog)) await setTimeout(100);
}

async function paths(state) {
  const files = await readdir(state, { recursive: true, withFileTypes: true });
  return files.filter((file) => file.isFile()).map((file) => join(file.parentPath ?? file.path, file.name));
}
