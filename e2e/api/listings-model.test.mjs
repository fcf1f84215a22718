// Any edits of anybody, stale, at once or taken back, against the real registry: what a model says;
// no update is lost, the history is complete, and what was taken back is so byte for byte.
//
// `LISTINGS_STEPS` is how many, `LISTINGS_SEED` which.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dice } from '../support/dice.mjs';
import { startListings } from '../support/listings.mjs';
import { Listings, differs, same } from '../support/listings-model.mjs';

const STEPS = Number(process.env.LISTINGS_STEPS ?? 400);
const SEED = Number(process.env.LISTINGS_SEED ?? Date.now() % 1_000_000);
const { chance, below, one } = dice(SEED);

let desk;
let people;
let model;
/** What each person has before them: the version of an entry, and its cells. */
const held = new Map();
/** What the open data was when the listing stood so. */
const written = new Map();
let initial;

before(async () => {
  desk = await startListings({ each: 3 });
  people = await Promise.all([
    ['listing_editor', 'city'], ['supervisor', 'city'], ['listing_editor', '110101'], ['supervisor', '110102'],
    ['listing_editor', '110101001'], ['listing_editor', '110101001'], ['listing_editor', '110101002'],
    ['listing_editor', '110102001'], ['auditor', 'city'], ['request_handler', '110101'],
  ].map(([role, place]) => desk.employ(role, place)));
  const [city] = people;
  initial = desk.numbers;
  const entries = await Promise.all(initial.map((number) => desk.get(city, number)));
  model = new Listings(entries.map(({ number, cells }) => [number, cells]), entries[0].batch.id);
});
after(() => desk.site.stop());

/** Mostly somebody whose place it is. */
function someone(number) {
  const near = people.filter((who) => model.sees(who, number));
  return near.length > 0 && chance() < 0.9 ? one(near) : one(people);
}
const anywhere = () => one([...model.versions.keys()]);

/** Cells with one to three things changed, each as this site writes it. */
function changed(cells) {
  const ways = [
    (c) => ({ ...c, name: one(['甲驿站', '乙驿站', '丙驿站', '示例驿站']) }),
    (c) => ({ ...c, phone: `010-${1000 + below(4)}` }),
    ({ phone, ...c }) => c,
    (c) => ({ ...c, address: `示例路${below(4)}号` }),
    (c) => ({ ...c, hours: one(['Mo-Fr 09:00-17:00; PH off', '24/7', '看天气']) }),
    (c) => ({ ...c, access: one(['public', 'members', 'unit_only']) }),
    (c) => ({ ...c, amenities: one(['hot_meal', 'hot_meal;charging']), amenities_absent: 'toilet' }),
    (c) => ({ ...c, show_at_door: one(['工牌', '会员卡']) }),
    (c) => ({ ...c, verified_on: `2026-11-0${1 + below(4)}`, verified_by: '示例核实员' }),
    (c) => ({ ...open(c), status: 'temporarily_closed', closed_until: `2026-12-0${1 + below(4)}` }),
    (c) => ({ ...open(c), status: 'closed', closed_from: '2026-11-20', successor: String(one(initial)) }),
    open,
    (c) => (c.lat ? { ...c, lat: (39.9 + below(9) / 1000).toFixed(5).replace(/0+$/, '') } : c),
    (c) => ({ ...c, ...one([
      { district: '东城区', street: '东华门街道' }, { district: '东城区', street: '景山街道' },
      { district: '西城区', street: '西长安街街道' },
    ]) }),
  ];
  let next = cells;
  for (let left = 1 + below(3); left > 0; left -= 1) next = one(ways)(next);
  return next;
}

function open({ closed_from: from, closed_until: until, successor, ...cells }) {
  return { ...cells, status: 'active' };
}

/** A place is not its own successor. */
const sound = (number, { successor, ...cells }) =>
  (successor && Number(successor) !== number ? { ...cells, successor } : cells);

async function look(who, number) {
  const status = model.sees(who, number) ? 200 : 404;
  const found = await desk.get(who, number, { status });
  if (status !== 200) return;
  assert.equal(found.version, model.version(number));
  assert.ok(same(found.cells, model.now(number)), `${number} is not what it should be`);
  if (found.cells) held.set(`${who.id} ${number}`, { version: found.version, cells: found.cells });
}

async function edit(who, number) {
  const place = `${who.id} ${number}`;
  if (!held.has(place) || chance() < 0.4) await look(who, number);
  const seen = held.get(place);
  if (!seen) return;
  const cells = sound(number, changed(seen.cells));
  await send(who, number, { version: seen.version, cells, why: `seed ${SEED}` }, cells, 'edit');
}

async function restore(who, number) {
  const seen = held.get(`${who.id} ${number}`);
  if (!seen) return;
  const restores = 1 + below(model.version(number));
  const { cells } = model.versions.get(number)[restores - 1];
  if (cells) await send(who, number, { version: seen.version, restores, why: '' }, cells, 'restore');
}

async function send(who, number, body, cells, kind) {
  const isSeen = model.sees(who, number);
  const expected = isSeen ? model.edit(who, number, body.version, cells) : { status: 404 };
  const answer = await desk.edit(who, number, body, { status: expected.status });
  if (expected.status === 202) {
    model.proposals.set(answer.proposal, {
      by: who, desk: expected.desk, number, base: body.version, cells, state: 'open', why: body.why, kind,
    });
  } else if (expected.status === 200) {
    assert.equal(answer.state, expected.state);
    if (expected.state !== 'made') return;
    assert.deepEqual(answer.merged.sort(), expected.merged.sort());
    const base = model.versions.get(number)[body.version - 1].cells;
    const isConfirmed = kind === 'edit' && differs(base, cells).join() === 'verified';
    const cause = isConfirmed ? 'confirm' : kind;
    model.commit({ id: answer.batch, by: who, cause, why: body.why }, [[number, expected.cells]]);
  }
}

async function create(who) {
  const place = one(['东华门街道', '景山街道', '西长安街街道']);
  const district = place === '西长安街街道' ? '西城区' : '东城区';
  const cells = { name: '新驿站', kinds: 'caring_station', district, street: place, access: 'unknown', status: 'active' };
  const code = { 东华门街道: '110101001', 景山街道: '110101002', 西长安街街道: '110102001' }[place];
  const isNear = who.desk === 'city' || who.desk === code || code.startsWith(who.desk);
  const may = ['listing_editor', 'supervisor'].includes(who.role) && isNear;
  const answer = await desk.create(who, { cells, why: '新开' }, { status: may ? 201 : 403 });
  if (!may) return;
  const [number] = answer.numbers;
  assert.equal(number, Math.max(...model.versions.keys()) + 1);
  model.commit({ id: answer.batch, by: who, cause: 'create', why: '新开' }, [[number, cells]]);
}

async function undo(who) {
  const ids = [...model.batches.keys()].slice(1);
  if (ids.length === 0) return;
  const id = chance() < 0.5 ? ids.at(-1) : one(ids);
  const { status, writes, seen, desk: place } = model.undo(who, id);
  const answer = await desk.undo(who, id, { why: '错了' }, { status });
  if (status === 202) {
    const proposal = { by: who, desk: place, undoes: id, seen, state: 'open', why: '错了', kind: 'undo' };
    model.proposals.set(answer.proposal, proposal);
    const { entries } = await desk.proposal(who, answer.proposal);
    assert.deepEqual(entries.map(({ number }) => number), writes.map(([number]) => number));
    entries.forEach(({ before, cells }, index) => {
      assert.ok(same(before, model.now(writes[index][0])) && same(cells, writes[index][1]), 'shown as it would be');
    });
  }
  if (status !== 200) return;
  assert.equal(answer.state, writes.length === 0 ? 'unchanged' : 'made');
  if (writes.length === 0) return;
  model.commit({ id: answer.batch, by: who, cause: 'undo', why: '错了', undoes: id }, writes);
}

async function decide(who) {
  const open = [...model.proposals.keys()];
  if (open.length === 0) return;
  const id = chance() < 0.7 ? open.at(-1) : one(open);
  const decision = one(['approve', 'approve', 'decline', 'withdraw']);
  const { status, state, writes = [] } = model.decide(who, id, decision);
  const answer = await desk.decide(who, id, { decision, note: '看过' }, { status });
  if (status !== 200) return;
  const proposal = model.proposals.get(id);
  assert.equal(answer.state, state);
  proposal.state = state;
  if (writes.length === 0) return;
  const { by, why, kind, undoes = null } = proposal;
  model.commit({ id: answer.batch, by, second: who, cause: kind, why, undoes }, writes);
}

/** The history and the open data, against everything that was done. */
async function compare() {
  const [city] = people;
  for (const [number, versions] of model.versions) {
    const { versions: found } = await desk.versions(city, number);
    assert.equal(found.length, versions.length, `versions of ${number}`);
    found.reverse().forEach(({ version, cells, batch }, index) => {
      assert.equal(version, index + 1);
      assert.ok(same(cells, versions[index].cells), `${number} in version ${version}`);
      const { by, second = null, cause, why = '', undoes = null, id, desk: place } = model.batches.get(versions[index].batch);
      assert.deepEqual(
        [batch.id, batch.cause, batch.by.account, batch.second?.account ?? null, batch.why, batch.undoes, batch.desk],
        [id, cause, by, second, why, undoes, place],
      );
    });
  }
  await openData();
}

/** What stood so once is written the same, byte for byte. */
async function openData() {
  const csv = await desk.stationsCsv();
  const standing = model.standing();
  if (written.has(standing)) {
    assert.equal(csv, written.get(standing));
    return true;
  }
  written.set(standing, csv);
  return false;
}

const DEEDS = [look, edit, edit, edit, edit, edit, restore, create, undo, undo, decide, decide];

test(`${STEPS} deeds of anybody are answered as a model says (LISTINGS_SEED=${SEED})`, async (t) => {
  await openData();
  let seenAgain = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const deed = one(DEEDS);
    try {
      const number = anywhere();
      await deed(someone(number), number);
      seenAgain += await openData();
    } catch (error) {
      error.message = `step ${step}, ${deed.name}, LISTINGS_SEED=${SEED}: ${error.message}`;
      throw error;
    }
    if (step % 100 === 99) await compare();
  }
  await compare();
  t.diagnostic(`${model.batches.size} batches, ${model.proposals.size} proposals, stood as before ${seenAgain} times`);
});
