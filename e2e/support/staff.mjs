// Members of staff, made as they are made: an account by the operator, its set-up by its owner.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

const ACCOUNTS = '/api/v1/staff/accounts';

/** Long, and nothing that anybody would try first. */
export const PASSWORD = '窗前明月光，疑是地上霜。';

/** The headers with which a page of the site sends a form. */
export const FROM_OUR_PAGE = { 'sec-fetch-site': 'same-origin' };

/** Sends JSON; the answer's body, whose status must be `status`. */
export async function send(site, method, path, body, { status = 200, bearer, ...options } = {}) {
  const response = await site.ask(path, {
    method,
    ...options,
    body: body && JSON.stringify(body),
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...options.headers,
    },
  });
  const text = await response.text();
  assert.equal(response.status, status, `${method} ${path}: ${text}`);
  return text && JSON.parse(text);
}

let made = 0;

/** A name that nobody else has. */
export const freshName = () => `staff.${++made}.${process.pid}`;

/** Makes an account by the operator's token; what the site answers, its link's token among it. */
export const invite = (site, { name = freshName(), person = '王芳', role, desk } = {}) =>
  send(site, 'POST', ACCOUNTS, { name, person, role, desk }, {
    status: 201, bearer: site.operatorToken,
  });

/**
 * A member of staff who is signed in, ready to work: one-time codes are set up where the role
 * demands them.
 *
 * Gives `bearer` for the API, `cookie` for pages, `account`, `password`, and where there are codes
 * their `secret` and the `recovery` codes.
 */
export async function staff(site, { role = 'request_handler', desk = 'city', ...more } = {}) {
  const { token } = await invite(site, { role, desk, ...more });
  const password = PASSWORD;
  const entrance = await send(site, 'POST', '/api/v1/staff/set-up', { token, password }, { status: 201 });
  const member = { account: entrance.account, password, device: entrance.device };
  const codes = ['supervisor', 'administrator'].includes(role)
    ? await setUpCodes(site, entrance.token)
    : { token: entrance.token };
  return { ...member, ...codes, bearer: codes.token, cookie: `__Host-staff=${codes.token}` };
}

/** Sets one-time codes up; the session's new token, the secret and the recovery codes. */
export async function setUpCodes(site, bearer) {
  const { secret } = await send(site, 'POST', '/api/v1/staff/totp', undefined, { bearer });
  const code = codeAt(secret, site.clock);
  const { token, recovery_codes: recovery } =
    await send(site, 'PUT', '/api/v1/staff/totp', { code }, { bearer });
  return { token, secret, recovery };
}

/** The code that an app shows at `clock`, RFC 3339 (null is now), after RFC 6238. */
export function codeAt(secret, clock) {
  const step = Math.floor((clock ? Date.parse(clock) : Date.now()) / 30_000);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', base32(secret)).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

function base32(text) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** Lets `page` go on as `member`. The address says https, for without it nobody may set a `__Host-` cookie. */
export async function enter(page, site, { cookie }) {
  const [name, value] = cookie.split('=');
  const url = site.address.replace('http:', 'https:');
  await page.context().addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Strict' }]);
}
