// A million people get the same verdicts in workerd as on the host, byte for byte.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { compiled, EXPECTED, PEOPLE, PROGRAMMES, STEP } from '../support/verdicts.mjs';
import { startWorkerd } from '../support/workerd.mjs';

let folder;
let judge;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuanyi-verdicts-'));
  const own = (name) => new URL(`../support/${name}`, import.meta.url).pathname;
  const { script, module } = compiled('edge');
  const files = [own('verdicts.capnp'), own('verdicts.worker.js'), script, module];
  await Promise.all(files.map((file) => copyFile(file, join(folder, file.split('/').at(-1)))));
  judge = await startWorkerd(join(folder, 'verdicts.capnp'));
});
after(async () => {
  await judge?.stop();
  await rm(folder, { recursive: true });
});

test('workerd judges a million people as the host does', async () => {
  const hash = createHash('sha256');
  for (let from = 0; from < PEOPLE; from += STEP) {
    const response = await fetch(`${judge.address}/?from=${from}&to=${from + STEP}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal(bytes.length, STEP * PROGRAMMES);
    hash.update(bytes);
  }
  assert.equal(hash.digest('hex'), EXPECTED);
});
