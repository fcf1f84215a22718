// Submissions under load while workerd is killed again and again. Each is sent with its key until it
// is answered; in the end each is sent once more and followed with its receipt. What then stands in
// the files is for `cargo xtask crash` to check, with the references that are written here.
//
// Usage: node e2e/crash.mjs KILLS FOLDER [SEED]: an empty folder, which gets `state/` and `figures.json`.
// The seed gives what is sent and when it is killed; how the machine divides its time is not in it.

import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NO_LIMITS, startSite } from './support/site.mjs';

const CLIENTS = 24;
const MOST_ANSWERS_A_LIFE = 80;
const MOST_MS_AFTER_THE_LAST = 20;
const SENT_AGAIN = 0.1;
const DISTRICTS = [110101, 110102, 110105, 110108, 110112];
const WITH_PHONE = { contact: 'phone', phone: '13800138000', phone_seen_by: ['district', 'city'] };

const [kills, folder, seed = randomInt(2 ** 32)] = process.argv.slice(2);
const random = drawing(Number(seed));
const state = join(folder, 'state');
await mkdir(state);
console.log(`${kills} kills; seed ${seed}`);

const sent = [];
let [attempts, cutOff, answers, isOver] = [0, 0, 0, false];
let wake = () => {};
// Killed while it gets ready, too.
const start = () => startSite({ state, clock: null, limits: NO_LIMITS, untilReady: false });
let site = start();

const clients = Promise.all(Array.from({ length: CLIENTS }, client));
await Promise.race([clients, killAgainAndAgain()]);
isOver = true;
await clients;
await Promise.all(shares(sent, CLIENTS).map(async (share) => {
  for (const one of share) {
    await send(one);
    await follow(one);
  }
}));
await (await site).stop();

const references = sent.map(({ receipt }) => receipt.reference);
const figures = { seed: Number(seed), kills: Number(kills), attempts, cut_off: cutOff, references };
await writeFile(join(folder, 'figures.json'), JSON.stringify(figures));

async function killAgainAndAgain() {
  for (let life = 0; life < kills; life += 1) {
    const running = await site;
    await answered(Math.floor(random() * MOST_ANSWERS_A_LIFE));
    await setTimeout(random() * MOST_MS_AFTER_THE_LAST);
    let isUp;
    site = new Promise((resolve) => { isUp = resolve; });
    await running.stop();
    isUp(start());
  }
}

/** Waits for so many answers more. */
async function answered(more) {
  const enough = answers + more;
  while (answers < enough) await new Promise((resolve) => { wake = resolve; });
}

async function client() {
  while (!isOver) {
    const one = { key: randomUUID(), body: JSON.stringify(submission(sent.length)) };
    sent.push(one);
    await send(one);
    if (random() < SENT_AGAIN) await send(one);
  }
}

/** Sends it until it is answered; every answer must be the same. */
async function send(one) {
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': one.key },
    body: one.body,
  };
  const { reference, secret } = await ask('/api/v1/requests', 201, options);
  const receipt = { reference, secret };
  if (one.receipt) assert.deepEqual(receipt, one.receipt, 'a retry was given another receipt');
  one.receipt = receipt;
  answers += 1;
  wake();
}

async function follow({ receipt: { reference, secret } }) {
  const standing = await ask(`/api/v1/requests/${reference}`, 200, {
    headers: { authorization: `Bearer ${secret}` },
  });
  assert.equal(standing.reference, reference);
}

/** Asks the site that runs, and the next one if that was killed before it answered. */
async function ask(path, status, options) {
  for (;;) {
    const running = await site;
    attempts += 1;
    let response;
    let text;
    try {
      response = await running.ask(path, options);
      text = await response.text();
    } catch (error) {
      if (running === await Promise.race([site, null])) throw error;
      cutOff += 1;
      continue;
    }
    assert.equal(response.status, status, text);
    return JSON.parse(text);
  }
}

function submission(number) {
  const district = DISTRICTS[Math.floor(random() * (DISTRICTS.length + 1))];
  return {
    category: 'other',
    text: `第${number}件，停电也不能丢`,
    ...(district ? { place: 'area', district } : { place: 'not_sure' }),
    ...(random() < 0.5 ? WITH_PHONE : { contact: 'anonymous' }),
  };
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function drawing(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shares(all, count) {
  return Array.from({ length: count }, (_, first) => all.filter((_, place) => place % count === first));
}
