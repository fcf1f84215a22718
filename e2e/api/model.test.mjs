// The real object against a model: random moves, legal and illegal, by everybody, over most of a year.
//
// MODEL_STEPS says how many, MODEL_SEED repeats what a run did.

import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import { brokenAt } from '../support/chain.mjs';
import { startDesk } from '../support/desk.mjs';
import { dice } from '../support/dice.mjs';
import { CATEGORIES, DESKS, Model, sees } from '../support/model.mjs';
import { typed, wrong } from '../support/requests.mjs';
import { WORKING_DAYS, toTheMinute, written } from '../support/working-time.mjs';

const STEPS = Number(process.env.MODEL_STEPS ?? 300);
const SEED = Number(process.env.MODEL_SEED ?? randomInt(2 ** 31));
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MOST_ALIVE = 14;
const KEEPERS = ['110108', '110105', 'city'];
/** Who works where; the alarm's own clock stands before everything that happens here. */
const STAFF = [
  ['request_handler', '110108012'], ['request_handler', '110108012'], ['supervisor', '110108012'],
  ['auditor', '110108012'], ['request_handler', '110108013'], ['request_handler', '110108'],
  ['supervisor', '110108'], ['listing_editor', '110108'], ['request_handler', '110105001'],
  ['supervisor', '110105'], ['request_handler', 'city'], ['supervisor', 'city'], ['auditor', 'city'],
  ['administrator', 'city'],
];

let desk;
beforeEach(async () => { desk = await startDesk({ clock: '2026-01-01T00:00:00+08:00' }); });
afterEach(() => desk.site.stop());

test('deadlines are right to the minute across festivals and make-up days', async () => {
  // Said by hand, so that a wrong table is not believed twice.
  const tries = [
    ['pay', '2026-02-12T16:00:00+08:00', '2026-02-28T16:00:00+08:00'],
    ['pay', '2026-09-18T10:00:00+08:00', '2026-09-29T10:00:00+08:00'],
    ['pay', '2026-09-29T10:00:00+08:00', '2026-10-14T10:00:00+08:00'],
  ];
  for (const [first, days] of [['2026-02-10', 21], ['2026-04-30', 11], ['2026-09-16', 27]]) {
    for (let day = 0; day < days; day += 1) {
      const at = Date.parse(`${first}T00:00:59+08:00`) + day * DAY + day * 51 * MINUTE;
      for (const [category, length] of [['pay', 7], ['praise', 15]]) {
        const expected = WORKING_DAYS.after(toTheMinute(at), length * 1440);
        tries.push([category, written(at), written(expected)]);
      }
    }
  }
  tries.sort(([, one], [, other]) => (one < other ? -1 : 1));
  for (const [category, at, expected] of tries) {
    const { due } = await desk.file(typed({ category, place: 'area', district: 110108 }), { at });
    assert.deepEqual(due, { at: expected, assumed: false }, `${category} ${at}`);
  }
});

test(`as the model says, ${STEPS} steps of seed ${SEED}`, async (t) => {
  t.diagnostic(`MODEL_SEED=${SEED} MODEL_STEPS=${STEPS}`);
  const world = new World(dice(SEED));
  await world.employ();
  for (let step = 0; step < STEPS; step += 1) {
    try {
      await world.step();
    } catch (error) {
      error.message = `seed ${SEED}, step ${step}, ${written(world.now)}: ${error.message}`;
      throw error;
    }
  }
  for (const one of world.requests) await world.compare(one);
  await world.audited();
  t.diagnostic(`${world.requests.length} requests until ${written(world.now)}; made: ${JSON.stringify(world.made)}; answers: ${JSON.stringify(world.tally)}`);
  const made = new Set(world.requests.flatMap(({ model }) => model.log.map(({ what }) => what)));
  assert.ok(STEPS < 300 || made.size >= 10, `a walk in which too little happens: ${[...made].join(', ')}`);
});

/** Which of two lists of values comes first. */
function compare(one, other) {
  const place = one.findIndex((value, index) => value !== other[index]);
  if (place < 0) return 0;
  return one[place] < other[place] ? -1 : 1;
}

class World {
  now = Date.parse('2026-02-09T08:00:00+08:00');
  requests = [];
  looks = [];
  tally = {};
  made = {};

  constructor(throws) { this.throws = throws; }

  async employ() {
    this.staff = [];
    for (const [role, place] of STAFF) {
      this.staff.push(await desk.employ(role, place));
    }
  }

  get at() { return written(this.now); }

  async step() {
    this.pass();
    const alive = this.requests.filter(({ model }) => !model.isEnded);
    const { throws } = this;
    if (!alive.length || (alive.length < MOST_ALIVE && throws.chance() < 0.15)) return this.file();
    const one = throws.chance() < 0.95 ? throws.one(alive) : throws.one(this.requests);
    this.settle(one.model.keeper);
    const who = this.somebody(one.model);
    if (throws.chance() < 0.06 && who !== 'worker') return this.look(who, one);
    if (throws.chance() < 0.04) return this.list(throws.one(this.staff));
    return this.move(who, one);
  }

  /** Time goes on: mostly a little, at times to an alarm or just before it. */
  pass() {
    const { throws } = this;
    const alarms = this.requests.map(({ model }) => model.alarm).filter((alarm) => alarm > this.now);
    const chance = throws.chance();
    if (chance < 0.2 && alarms.length) this.now = Math.max(this.now, Math.min(...alarms) - throws.one([0, 0, SECOND, MINUTE]));
    else if (chance < 0.7) this.now += throws.below(20 * 60) * SECOND;
    else if (chance < 0.96) this.now += throws.below(8 * 60) * MINUTE;
    else this.now += throws.below(3 * 24) * HOUR;
  }

  /** The alarms of everything that an object keeps ring before it answers. */
  settle(keeper) {
    for (const { model } of this.requests) if (model.keeper === keeper) model.settle(this.now);
  }

  /** Mostly one who is near; anybody at times. */
  somebody({ desk: place, holder }) {
    const { throws } = this;
    if (throws.chance() < 0.2) return 'worker';
    if (throws.chance() < 0.12) return throws.one(this.staff);
    const near = this.staff.filter((who) => who.desk === place);
    const holding = near.filter(({ id }) => id === holder);
    return throws.one(holding.length && throws.chance() < 0.8 ? holding : near.length ? near : this.staff);
  }

  async file() {
    const { throws } = this;
    const category = throws.one(Object.keys(CATEGORIES));
    const street = throws.one([110108012, 110108013, 110105001]);
    const place = throws.chance() < 0.1
      ? { place: 'not_sure' }
      : { place: 'area', district: Math.floor(street / 1000), street: throws.chance() < 0.8 ? street : null };
    const receipt = await desk.file(typed({ category, ...place }), { at: this.at });
    assert.ok(receipt.desk.code in DESKS, receipt.desk.code);
    const model = new Model({ reference: receipt.reference, category, desk: receipt.desk.code, at: this.now });
    // The city's object knows of every key which object it went to.
    for (const keeper of new Set(['city', model.keeper])) this.settle(keeper);
    this.requests.push({ receipt, model });
    assert.deepEqual(receipt.due, model.expected().due);
  }

  async look(who, { receipt, model }) {
    const status = sees(who, model.desk) ? 200 : 404;
    const opened = await desk.open(who, receipt, { status, at: this.at });
    if (status === 404) return;
    this.looks.push(`${receipt.reference} ${this.at} opened ${who.id} ${model.desk}`);
    this.fits(opened, model);
  }

  /** A list asks every object. */
  async list(who) {
    for (const keeper of KEEPERS) this.settle(keeper);
    const status = sees(who, who.desk) ? 200 : 403;
    const listed = await desk.list(who, 'limit=200', { status, at: this.at });
    if (status === 403) return;
    const seen = this.requests.map(({ model }) => model).filter((model) => sees(who, model.desk));
    const inOrder = seen.sort((a, b) => compare(a.turn, b.turn)).map(({ reference }) => reference);
    assert.deepEqual(listed.requests.map(({ reference }) => reference), inOrder);
    for (const [queue, count] of Object.entries(listed.counts)) {
      assert.equal(count, seen.filter((model) => model.queue === queue).length, queue);
    }
  }

  async move(who, one) {
    const { receipt, model } = one;
    let wish = this.wish(who, model);
    // Left to chance alone, most would be refused.
    for (let tries = 0; tries < 3 && model.answer(who, wish)[0] !== 200; tries += 1) {
      wish = this.wish(who, model);
    }
    let expected = model.answer(who, wish);
    if (wish.move === 'join') {
      // What they may not see, nobody joins anything to.
      const other = this.requests.find(({ receipt }) => receipt.reference === wish.to).model;
      this.settle(other.keeper);
      if (!sees(who, other.desk)) expected = [400, 'to no_such_request'];
    }
    if (wish.move === 'reveal' && !wish.note?.trim()) expected = [400, 'reason missing'];
    const [status, code] = expected;
    this.tally[code ?? status] = (this.tally[code ?? status] ?? 0) + 1;
    const answer = await this.send(who, receipt, wish, status);
    if (code) assert.deepEqual(wrong(answer), [code], `${JSON.stringify(who)} ${JSON.stringify(wish)}`);
    if (status === 200) {
      model.make(who, wish, this.now);
      this.made[wish.move] = (this.made[wish.move] ?? 0) + 1;
      this.fits(answer, model);
    } else if (status === 400 || this.throws.chance() < 0.3) {
      // What is not understood never came to the object, so its alarms have not rung.
      await this.compare(one);
    }
  }

  wish(who, model) {
    const { throws } = this;
    const moves = who === 'worker'
      ? ['withdraw', 'write', 'write', 'write', 'solved', 'not_solved', 'not_solved']
      : ['dispatch', 'take', 'take', 'return', 'ask', 'ask', 'write', 'answer', 'answer', 'answer', 'join', 'refer_out', 'reveal'];
    // Of two the rarer, so that every move comes.
    const [one, other] = [throws.one(moves), throws.one(moves)];
    const move = (this.made[one] ?? 0) <= (this.made[other] ?? 0) ? one : other;
    const note = throws.chance() < 0.92 ? '说明' : throws.one([undefined, ' ']);
    const seen = model.log.length - 1;
    const to = {
      dispatch: () => throws.one(Object.keys(DESKS)),
      join: () => throws.one(this.requests).receipt.reference,
    }[move]?.();
    return { move, note, to, seen: throws.chance() < 0.95 ? seen : Math.abs(seen + throws.one([-1, 1])) };
  }

  send(who, receipt, { move, note, to, seen }, status) {
    const options = { status, at: this.at };
    if (who === 'worker') return desk.move(receipt, { move, note }, status, {}, this.at);
    if (move === 'reveal') return desk.reveal(who, receipt, { reason: note }, options);
    return desk.work(who, receipt, { move, note, to, seen }, options);
  }

  async compare({ receipt, model }) {
    this.settle(model.keeper);
    this.fits(await desk.follow(receipt, 200, {}, this.at), model);
  }

  fits(said, model) {
    const { stage, desk: place, due, overdue, events } = said;
    const told = events.map(({ at, move }) => `${at} ${move}`);
    assert.deepEqual({ stage, desk: place, due, overdue, events: told }, model.expected());
    if (said.seen === undefined) return;
    assert.deepEqual([said.seen, said.queue, said.holder], [model.log.length - 1, model.queue, model.holder]);
  }

  /** Everything that was done, and nothing else, is in the chains, and they are whole. */
  async audited() {
    const auditor = this.staff.find(({ role, desk: place }) => role === 'auditor' && place === 'city');
    const found = new Map();
    const looks = [];
    for (const keeper of KEEPERS) {
      const records = [];
      for (let next = ''; next !== null;) {
        const page = await desk.audit(auditor, `desk=${keeper}&limit=200${next && `&after=${next}`}`, { at: this.at });
        records.push(...page.records);
        next = page.next;
      }
      assert.equal(brokenAt(records), null, `the chain of ${keeper}`);
      for (const { at, by, reference, what, desk: place, content } of records) {
        const line = `${at} ${what} ${by.id ?? by.party} ${place}`;
        if (what === 'opened') looks.push(`${reference} ${line}`);
        else found.set(reference, [...(found.get(reference) ?? []), `${line} ${content !== null}`]);
      }
    }
    assert.deepEqual(looks.sort(), [...this.looks].sort());
    for (const { receipt, model } of this.requests) {
      const log = model.log.map(({ what, at, by, desk: place, said }) => `${written(at)} ${what} ${by} ${place} ${said}`);
      assert.deepEqual(found.get(receipt.reference), log, receipt.reference);
    }
  }
}
