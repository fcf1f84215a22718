// Imports while workerd is killed at random moments: all of a plan is done, or nothing of it.
//
// IMPORT_KILLS says how often (8), IMPORT_SEED with which moments.

import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { describe } from '../support/description.mjs';
import { dice } from '../support/dice.mjs';
import { imports, rowsOf } from '../support/imports.mjs';
import { startSite } from '../support/site.mjs';
import { staff } from '../support/staff.mjs';
import { workbook } from '../support/workbook.mjs';

const KILLS = Number(process.env.IMPORT_KILLS ?? 8);
const SEED = Number(process.env.IMPORT_SEED ?? randomInt(2 ** 31));
const ROWS = 1000;
const { chance } = dice(SEED);
const state = await mkdtemp(join(tmpdir(), 'nuanyi-import-'));
const start = () => startSite({ state });
let site = await start();
after(async () => {
  await site.stop();
  await rm(state, { recursive: true });
});

const exported = async () => (await site.ask('/api/v1/stations.csv')).text();

/** The first rows of the city with another address, and the whole city as it then is. */
function changed(csv, address) {
  const [header, ...rows] = rowsOf(csv);
  const column = header.indexOf('address');
  const some = rows.slice(0, ROWS).map((row) => row.with(column, address));
  const columns = ['id', 'name', 'kinds', 'district', 'address'].map((name) => header.indexOf(name));
  const cells = [header, ...some].map((row) => columns.map((place) => row[place]));
  const all = [...some, ...rows.slice(ROWS)].map((row) => row[column]);
  return { file: workbook({ 清单: cells }), all };
}

test(`killed ${KILLS} times while applying (seed ${SEED}): all or nothing`, { timeout: 600_000 }, async () => {
  const editor = await staff(site, { role: 'listing_editor', desk: 'city' });
  const second = await staff(site, { role: 'supervisor', desk: 'city' });
  let done = 0;
  let took = 50;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await exported();
    const { file, all } = changed(before, `第${kill}次`);
    let io = imports(site, await describe(site));
    const plan = await io.plan(editor, file);
    assert.equal(plan.counts.changed.total, ROWS);
    // Everybody's address changes, and that is strange.
    assert.equal((await io.apply(editor, plan.id, plan.seal)).result, 'proposed');
    const begun = performance.now();
    const applied = io.apply(second, plan.id, plan.seal).then(
      () => { took = performance.now() - begun; },
      () => {},
    );
    await setTimeout(chance() * took * 1.2);
    await site.stop();
    await applied;
    site = await start();

    const now = await exported();
    io = imports(site, await describe(site));
    const { state: how } = await io.see(editor, plan.id);
    if (how === 'applied') {
      const [header, ...rows] = rowsOf(now);
      assert.deepEqual(rows.map((row) => row[header.indexOf('address')]), all);
      done += 1;
    } else {
      assert.equal(how, 'proposed');
      assert.equal(now, before);
    }
  }
  assert.ok(done <= KILLS);
});

test('killed while it is planned, a plan is made all the same', async () => {
  const editor = await staff(site, { role: 'listing_editor', desk: 'city' });
  const { file } = changed(await exported(), '半路');
  const { id } = await imports(site, await describe(site)).begin(editor, file);
  await setTimeout(chance() * 60);
  await site.stop();
  site = await start();
  const plan = await imports(site, await describe(site)).made(editor, id);
  assert.equal(plan.state, 'ready');
  assert.equal(plan.counts.changed.total, ROWS);
});
