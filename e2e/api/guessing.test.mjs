// Many guess passwords, from many addresses and at many names; the owner signs in meanwhile.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NOON, startSite } from '../support/site.mjs';
import { FROM_OUR_PAGE, PASSWORD, freshName, send, staff } from '../support/staff.mjs';

const SESSIONS = '/api/v1/staff/sessions';
const ADDRESS = 'x-forwarded-for';

/** As many as are wanted; `GUESSES=100000` takes some minutes. */
const GUESSES = Number(process.env.GUESSES ?? 2000);
/** So many come in a minute of the site's clock, so that what is throttled has time to recover. */
const A_MINUTE = 100;
/** So many wait for their answer at once. */
const AT_ONCE = 50;
/** The owner signs in after so many. */
const OWNER_EVERY = 200;

const WORST = ['123456789012', 'password1234', 'nuanyi123456', 'beijing20261', '北京市总工会暖驿平台'];

let site;
before(async () => { site = await startSite({ addressHeader: ADDRESS }); });
after(() => site.stop());

const moment = (minutes) => new Date(Date.parse(NOON) + minutes * 60_000).toISOString();

/** The guess of that number: nobody's password, though some are near it. */
function guess(number, names) {
  const near = [`${PASSWORD}${number}`, PASSWORD.slice(1), `${PASSWORD} `];
  const tried = [...near, ...WORST, `guess ${number} of many`];
  return {
    name: names[number % names.length],
    password: tried[number % tried.length],
    from: `10.${number % 7}.${(number >> 8) & 255}.${number & 255}`,
    isPage: number % 2 === 1,
  };
}

async function attempt({ name, password, from, isPage }, at) {
  const answer = await site.ask(isPage ? '/staff/sign-in' : SESSIONS, {
    method: 'POST',
    at,
    headers: {
      [ADDRESS]: from,
      ...(isPage ? FROM_OUR_PAGE : { 'content-type': 'application/json' }),
    },
    body: isPage ? new URLSearchParams({ name, password }) : JSON.stringify({ name, password }),
  });
  await answer.arrayBuffer();
  return { status: answer.status, cookies: answer.headers.getSetCookie() };
}

test(`${GUESSES} guesses open nothing, and the owner signs in meanwhile`, async (context) => {
  const owner = await staff(site);
  const others = await Promise.all(Array.from({ length: 9 }, () => staff(site)));
  const known = [owner, ...others].map(({ account }) => account.name);
  // Every other guess is at the owner's name.
  const names = known.flatMap((name) => [owner.account.name, name, freshName()]);
  const found = new Map();
  const waits = [];
  const began = performance.now();
  for (let first = 0; first < GUESSES; first += AT_ONCE) {
    const at = moment(Math.floor(first / A_MINUTE));
    const signsIn = first % OWNER_EVERY === 0;
    const entrance = async () => {
      const since = performance.now();
      const body = { name: owner.account.name, password: PASSWORD, device: owner.device };
      await send(site, 'POST', SESSIONS, body, { at, status: 201, headers: { [ADDRESS]: '192.0.2.1' } });
      waits.push(performance.now() - since);
    };
    const guesses = Array.from({ length: Math.min(AT_ONCE, GUESSES - first) }, (_, place) =>
      attempt(guess(first + place, names), at));
    const [answers] = await Promise.all([Promise.all(guesses), signsIn && entrance()]);
    for (const { status, cookies } of answers) {
      assert.deepEqual(cookies, []);
      found.set(status, (found.get(status) ?? 0) + 1);
    }
  }
  assert.deepEqual([...found.keys()].sort(), [401, 429]);
  assert.ok(found.get(401) < found.get(429), 'most are not even tried');
  waits.sort((one, other) => one - other);
  const [half, slow] = [0.5, 0.99].map((part) => waits[Math.floor(part * (waits.length - 1))].toFixed(0));
  context.diagnostic(
    `${GUESSES} guesses in ${((performance.now() - began) / 1000).toFixed(0)} s: `
    + `${found.get(401)} tried and wrong, ${found.get(429)} not tried; `
    + `the owner signed in ${waits.length} times, p50 ${half} ms, p99 ${slow} ms`,
  );
});
