// Accounts, sessions and one-time codes of staff, through the API.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describe } from '../support/description.mjs';
import { startSite } from '../support/site.mjs';
import { FROM_OUR_PAGE, PASSWORD, codeAt, freshName, invite, staff } from '../support/staff.mjs';

const SESSIONS = '/api/v1/staff/sessions';
const SESSION = `${SESSIONS}/{id}`;
const ACCOUNTS = '/api/v1/staff/accounts';
const ACCOUNT = `${ACCOUNTS}/{id}`;
const AGAIN = `${ACCOUNT}/set-up`;
const SET_UP = '/api/v1/staff/set-up';
const OWN_PASSWORD = '/api/v1/staff/password';
const TOTP = '/api/v1/staff/totp';
const RECOVERY = '/api/v1/staff/recovery-codes';

let site;
let api;

before(async () => {
  site = await startSite();
  api = await describe(site);
});
after(() => site.stop());

/** The moment so many minutes after the site's. */
const later = (minutes) => new Date(Date.parse(site.clock) + minutes * 60_000).toISOString();

const ask = (...what) => api.ask(...what);

/** The same where the answer has no body. */
async function tell(method, path, { id, body, bearer, status = 204, at } = {}) {
  const response = await site.ask(path.replace('{id}', id), {
    method,
    at,
    body: body && JSON.stringify(body),
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    },
  });
  assert.equal(response.status, status, `${method} ${path}: ${await response.text()}`);
}

const signIn = ({ account: { name }, ...shown }, { status = 201, at } = {}) => {
  const { password = PASSWORD, code, device } = shown;
  return ask('POST', SESSIONS, { body: { name, password, code, device }, status, at });
};

const isSignedIn = async (bearer, at) => {
  const { status } = await site.ask(SESSIONS, { at, headers: { authorization: `Bearer ${bearer}` } });
  assert.ok(status === 200 || status === 401, String(status));
  return status === 200;
};

test('an account is made with a link that sets it up once and within a day', async () => {
  const { token, link, account } = await invite(site, { role: 'auditor', desk: '110101' });
  assert.equal(link, `/staff/set-up#${token}`);
  assert.deepEqual([account.set_up, account.active], [false, true]);
  await signIn({ account }, { status: 401 });
  const body = { token, password: PASSWORD };
  await ask('POST', SET_UP, { body, status: 401, at: later(24 * 60) });
  const entrance = await ask('POST', SET_UP, { body, status: 201, at: later(24 * 60 - 1) });
  assert.equal(entrance.account.set_up, true);
  await ask('POST', SET_UP, { body, status: 401 });
  await ask('POST', SET_UP, { body: { ...body, token: '0'.repeat(64) }, status: 401 });
  await ask('POST', SET_UP, { body: { ...body, token: 'no token' }, status: 401 });
});

test('a password that anybody would try first is refused, and the link stays good', async () => {
  const { token, account } = await invite(site, { role: 'auditor', desk: 'city' });
  for (const [password, code] of [
    ['elevenchars', 'too_short'],
    ['long enough '.repeat(11), 'too_long'],
    ['password1234', 'guessable'],
    [`${account.name}1`.padEnd(12, '1'), 'guessable'],
  ]) {
    const { errors } = await ask('POST', SET_UP, { body: { token, password }, status: 409 });
    assert.deepEqual(errors.map(({ field, code }) => [field, code]), [['password', code]]);
  }
  await ask('POST', SET_UP, { body: { token, password: PASSWORD }, status: 201 });
});

test('whatever is wrong at a sign-in, the answer is the same', async () => {
  const member = await staff(site);
  const stopped = await staff(site);
  const admin = await staff(site, { role: 'administrator' });
  await ask('PATCH', ACCOUNT, { id: stopped.account.id, body: { active: false }, bearer: admin.bearer });
  const answers = await Promise.all([
    signIn({ ...member, password: `${PASSWORD}。` }, { status: 401 }),
    signIn({ account: { name: freshName() } }, { status: 401 }),
    signIn({ account: { name: '王芳' } }, { status: 401 }),
    signIn(stopped, { status: 401 }),
    signIn(admin, { status: 401 }),
  ]);
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  const { account } = await signIn(member);
  assert.deepEqual(account, member.account);
});

test('a name is tried ten times, and whoever signed in there before is counted apart', async () => {
  const member = await staff(site);
  const wrong = { ...member, password: 'none of these words', device: undefined };
  for (let tried = 0; tried < 10; tried += 1) await signIn(wrong, { status: 401, at: later(60) });
  await signIn(wrong, { status: 429, at: later(60) });
  const stranger = { ...member, device: undefined };
  await signIn(stranger, { status: 429, at: later(60) });
  await signIn({ ...stranger, device: '0'.repeat(64) }, { status: 429, at: later(60) });
  const owner = await signIn(member, { at: later(60) });
  assert.equal(owner.device, member.device);
  await signIn(stranger, { at: later(66) });
});

test('a name that nobody has is throttled as any other', async () => {
  const nobody = { account: { name: freshName() } };
  for (let tried = 0; tried < 10; tried += 1) await signIn(nobody, { status: 401, at: later(120) });
  await signIn(nobody, { status: 429, at: later(120) });
});

test('the throttle says when to come back', async () => {
  const body = JSON.stringify({ name: freshName(), password: PASSWORD });
  const headers = { 'content-type': 'application/json' };
  const tries = async () => site.ask(SESSIONS, { method: 'POST', at: later(180), headers, body });
  let answer;
  for (let tried = 0; tried < 11; tried += 1) answer = await tries();
  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get('retry-after'), '360');
});

test('a session ends half an hour after the last request, and twelve hours after it began', async () => {
  const idle = (await staff(site)).bearer;
  assert.equal(await isSignedIn(idle, later(29)), true);
  assert.equal(await isSignedIn(idle, later(58)), true);
  assert.equal(await isSignedIn(idle, later(88)), false);
  assert.equal(await isSignedIn(idle, later(58)), false, 'what has ended does not begin again');
  const busy = (await staff(site)).bearer;
  for (let minutes = 0; minutes < 720; minutes += 20) {
    assert.equal(await isSignedIn(busy, later(minutes)), true, String(minutes));
  }
  assert.equal(await isSignedIn(busy, later(719)), true);
  assert.equal(await isSignedIn(busy, later(720)), false);
});

test('sessions are listed, and each can be ended', async () => {
  const member = await staff(site);
  const { token } = await signIn(member, { at: later(1) });
  const { sessions } = await ask('GET', SESSIONS, { bearer: token, at: later(1) });
  assert.deepEqual(sessions.map(({ current }) => current), [true, false]);
  const stranger = await staff(site);
  const id = sessions[1].id;
  await ask('DELETE', SESSION, { id, bearer: stranger.bearer, status: 404 });
  await ask('DELETE', SESSION, { id: 'x', bearer: token, status: 404 });
  assert.equal(await isSignedIn(member.bearer), true);
  await tell('DELETE', SESSION, { id, bearer: token });
  assert.equal(await isSignedIn(member.bearer), false);
  await tell('DELETE', SESSION, { id: 'current', bearer: token });
  assert.equal(await isSignedIn(token), false);
  await ask('DELETE', SESSION, { id: 'current', bearer: token, status: 401 });
});

test('another password ends the other sessions', async () => {
  const member = await staff(site);
  const { token: other } = await signIn(member);
  const bearer = member.bearer;
  const change = (old, next) => ({ bearer, body: { old, new: next } });
  await ask('PUT', OWN_PASSWORD, { ...change('not my password', '举头望明月，低头思故乡。'), status: 401 });
  await ask('PUT', OWN_PASSWORD, { ...change(PASSWORD, 'short'), status: 409 });
  await tell('PUT', OWN_PASSWORD, change(PASSWORD, '举头望明月，低头思故乡。'));
  assert.equal(await isSignedIn(bearer), true);
  assert.equal(await isSignedIn(other), false);
  await signIn(member, { status: 401 });
  await signIn({ ...member, password: '举头望明月，低头思故乡。' });
});

test('a role that decides about others works only with one-time codes', async () => {
  const { token, account } = await invite(site, { role: 'administrator', desk: 'city' });
  const { token: bearer } = await ask('POST', SET_UP, { body: { token, password: PASSWORD }, status: 201 });
  await ask('GET', ACCOUNTS, { bearer, status: 403 });
  const { secret, uri } = await ask('POST', TOTP, { bearer });
  assert.equal(uri, `otpauth://totp/Nuanyi:${account.name}?secret=${secret}&issuer=Nuanyi`);
  assert.equal((await ask('POST', TOTP, { bearer })).secret, secret, 'until it is confirmed');
  const wrong = codeAt(secret, later(10));
  await ask('PUT', TOTP, { bearer, body: { code: wrong }, status: 401 });
  await ask('GET', ACCOUNTS, { bearer, status: 403 });
  const code = codeAt(secret, site.clock);
  const confirmed = await ask('PUT', TOTP, { bearer, body: { code } });
  assert.equal(await isSignedIn(bearer), false, 'the token before opens nothing');
  await ask('GET', ACCOUNTS, { bearer: confirmed.token });
  const { errors } = await ask('POST', TOTP, { bearer: confirmed.token, status: 409 });
  assert.deepEqual(errors.map(({ code }) => code), ['already_on']);
});

test('no code counts twice, and a recovery code once', async () => {
  const { secret, recovery, ...member } = await staff(site, { role: 'supervisor' });
  const entered = (code, minutes, status) => signIn({ ...member, code }, { status, at: later(minutes) });
  await entered(undefined, 1, 401);
  await entered(codeAt(secret, site.clock), 0, 401);
  await entered(codeAt(secret, later(1)), 1, 201);
  await entered(codeAt(secret, later(1)), 1, 401);
  await entered(codeAt(secret, later(1.5)), 1, 201);
  await entered(codeAt(secret, later(3)), 1, 401);
  assert.equal(new Set(recovery).size, 10);
  await entered(recovery[0].toLowerCase().replaceAll('-', ' '), 20, 201);
  await entered(recovery[0], 20, 401);
  const { token: bearer } = await entered(recovery[9], 20, 201);
  const body = { code: codeAt(secret, later(20)) };
  const renewed = await ask('POST', RECOVERY, { bearer, body, at: later(20) });
  await ask('POST', RECOVERY, { bearer, body, at: later(20), status: 401 });
  await entered(recovery[1], 20, 401);
  await entered(renewed.recovery_codes[0], 20, 201);
});

test('administrators keep the accounts at their place and below, and nobody else does', async () => {
  const admin = await staff(site, { role: 'administrator', desk: '110101' });
  const make = (bearer, desk, status = 201) => ask('POST', ACCOUNTS, {
    bearer, status, body: { name: freshName(), person: '李雷', role: 'request_handler', desk },
  });
  const { account } = await make(admin.bearer, '110101001');
  await make(admin.bearer, '110101');
  for (const desk of ['city', '110102', '110102001']) await make(admin.bearer, desk, 403);
  for (const role of ['auditor', 'listing_editor', 'request_handler', 'supervisor']) {
    const { bearer } = await staff(site, { role });
    await make(bearer, '110101001', 403);
    const { accounts } = await ask('GET', ACCOUNTS, { bearer });
    assert.deepEqual(accounts, [], role);
    await ask('PATCH', ACCOUNT, { id: account.id, body: {}, bearer, status: 404 });
  }
  const { accounts } = await ask('GET', ACCOUNTS, { bearer: admin.bearer });
  assert.ok(accounts.some(({ id }) => id === account.id));
  assert.ok(accounts.every(({ desk }) => desk.startsWith('110101')));
  const elsewhere = await staff(site, { desk: '110102' });
  const change = (id, body, status) => ask('PATCH', ACCOUNT, { id, body, bearer: admin.bearer, status });
  await change(elsewhere.account.id, { active: false }, 404);
  await ask('POST', AGAIN, { id: elsewhere.account.id, bearer: admin.bearer, status: 404 });
  await change(admin.account.id, { role: 'auditor' }, 403);
  await change(account.id, { desk: '110102001' }, 403);
  const changed = await change(account.id, { person: '韩梅梅', role: 'auditor' });
  assert.deepEqual(changed, { ...account, person: '韩梅梅', role: 'auditor' });
});

test('whoever is stopped or moved is signed out', async () => {
  const admin = await staff(site, { role: 'administrator' });
  const change = (id, body) => ask('PATCH', ACCOUNT, { id, body, bearer: admin.bearer });
  for (const body of [{ active: false }, { role: 'auditor' }, { desk: '110101' }]) {
    const member = await staff(site);
    await change(member.account.id, { person: '韩梅梅' });
    assert.equal(await isSignedIn(member.bearer), true);
    await change(member.account.id, body);
    assert.equal(await isSignedIn(member.bearer), false, JSON.stringify(body));
  }
});

test('a new link replaces the one before, the password, the codes and every session', async () => {
  const admin = await staff(site, { role: 'administrator' });
  const member = await staff(site, { role: 'supervisor' });
  const id = member.account.id;
  const first = await ask('POST', AGAIN, { id, bearer: admin.bearer, status: 201 });
  const second = await ask('POST', AGAIN, { id, bearer: admin.bearer, status: 201 });
  assert.equal(await isSignedIn(member.bearer), true, 'until it is used');
  const password = '举头望明月，低头思故乡。';
  await ask('POST', SET_UP, { body: { token: first.token, password }, status: 401 });
  const { account } = await ask('POST', SET_UP, { body: { token: second.token, password }, status: 201 });
  assert.equal(account.codes, false);
  assert.equal(await isSignedIn(member.bearer), false);
  await signIn({ ...member, code: codeAt(member.secret, later(2)) }, { status: 401, at: later(2) });
});

test('what is not understood is refused, each by name', async () => {
  const bearer = site.operatorToken;
  const wrong = async (body, ...expected) => {
    const { errors } = await ask('POST', ACCOUNTS, { body, bearer, status: 400 });
    assert.deepEqual(errors.map(({ field, code }) => `${field} ${code}`).sort(), expected.sort());
  };
  await wrong({}, 'name missing', 'person missing', 'role missing', 'desk missing');
  await wrong(
    { name: '王', person: ' ', role: 'king', desk: '999999', colour: 'red' },
    'name unknown_value', 'person unknown_value', 'role unknown_value', 'desk unknown_value',
    'colour unknown_name',
  );
  const { account } = await invite(site, { role: 'auditor', desk: 'city' });
  const body = { name: account.name.toUpperCase(), person: '王芳', role: 'auditor', desk: 'city' };
  const { errors } = await ask('POST', ACCOUNTS, { body, bearer, status: 409 });
  assert.deepEqual(errors.map(({ field, code }) => [field, code]), [['name', 'taken']]);
  await ask('POST', ACCOUNTS, { body, bearer: 'not the token', status: 401 });
  await ask('POST', ACCOUNTS, { body, status: 401 });
});

test('a page\'s session is in a cookie that no script and no other site can use', async () => {
  const member = await staff(site);
  const body = new URLSearchParams({ name: member.account.name, password: PASSWORD, next: '//a.example' });
  // The tests before have tried at later moments, and a clock set back finds no tries left.
  const at = later(400);
  const send = (headers) => site.ask('/staff/sign-in', { method: 'POST', at, body, headers });
  assert.equal((await send({})).status, 403, 'from nowhere');
  assert.equal((await send({ 'sec-fetch-site': 'cross-site' })).status, 403);
  const answer = await send(FROM_OUR_PAGE);
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/staff']);
  const cookies = answer.headers.getSetCookie();
  const flags = '; Path=/; Secure; HttpOnly; SameSite=Strict';
  assert.match(cookies[0], new RegExp(`^__Host-staff=[0-9a-f]{64}${flags}$`));
  assert.match(cookies[1], new RegExp(`^__Host-staff-device=[0-9a-f]{64}${flags}; Max-Age=\\d+$`));
  const [first] = cookies[0].split(';');
  const again = await send({ ...FROM_OUR_PAGE, cookie: first });
  const [second] = again.headers.getSetCookie()[0].split(';');
  const page = (cookie) => site.ask('/staff', { at, headers: { cookie } });
  assert.equal((await page(first)).status, 303, 'the session before has ended');
  const start = await page(second);
  assert.equal(start.status, 200);
  assert.equal(start.headers.get('cache-control'), 'no-store');
  assert.equal(start.headers.get('x-robots-tag'), 'noindex');
});

test('whoever is not signed in is led to where one can, and back', async () => {
  const away = async (path, cookie, method = 'GET') => {
    const answer = await site.ask(path, { method, headers: cookie && { cookie } });
    assert.equal(answer.status, 303, path);
    return answer.headers.get('location');
  };
  const back = '/staff/sign-in?next=%2Fstaff%2Faccounts%3Fq%3Da';
  assert.equal(await away('/staff/accounts?q=a'), back);
  assert.equal(await away('/staff/accounts?q=a', `__Host-staff=${'0'.repeat(64)}`), back);
  assert.equal(await away('/staff/sign-out', undefined, 'POST'), '/staff/sign-in?next=%2Fstaff');
  const { token } = await invite(site, { role: 'supervisor', desk: 'city' });
  const entrance = await ask('POST', SET_UP, { body: { token, password: PASSWORD }, status: 201 });
  assert.equal(await away('/staff', `__Host-staff=${entrance.token}`), '/staff/account');
});
