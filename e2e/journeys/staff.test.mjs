// An administrator sets an account up, turns on one-time codes, and makes an account for a colleague,
// who signs in: with JavaScript and without.

import assert from 'node:assert/strict';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { stage } from '../support/stage.mjs';
import { PASSWORD, codeAt, enter, freshName, invite, staff } from '../support/staff.mjs';

const { journey, twice } = stage();

/** Nothing is in anybody's way on this page. axe itself needs JavaScript. */
async function sound(page, { javaScript }) {
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], await page.title());
}

const heading = (page) => page.locator('h1').innerText();
const press = async (page, name) => page.getByRole('button', { name, exact: true }).click();
const path = (page) => new URL(page.url()).pathname;

async function setUp(page, link, options) {
  await page.goto(link);
  await sound(page, options);
  await page.locator('[name=token]').fill(link);
  await page.locator('[name=password]').fill(PASSWORD);
  await press(page, '定下来，登录');
}

async function turnCodesOn(page, site, options) {
  await press(page, '打开动态码');
  await sound(page, options);
  assert.equal(await page.locator('.qr').count(), 1);
  const secret = (await page.locator('.key').innerText()).replaceAll(' ', '');
  await page.locator('[name=code]').fill('000000');
  await press(page, '确认打开');
  assert.match(await page.locator('.problem').innerText(), /动态码不对/);
  assert.equal((await page.locator('.key').innerText()).replaceAll(' ', ''), secret);
  await page.locator('[name=code]').fill(codeAt(secret, site.clock));
  await press(page, '确认打开');
  await sound(page, options);
  assert.equal(await page.locator('li.key').count(), 10);
}

async function signIn(page, name, password = PASSWORD) {
  await page.locator('[name=name]').fill(name);
  await page.locator('[name=password]').fill(password);
  await press(page, '登录');
}

twice('set up, turn on codes, make an account, whose owner signs in', async (page, site, options) => {
  const admin = await invite(site, { role: 'administrator', desk: 'city' });
  await setUp(page, admin.link, options);
  assert.equal(path(page), '/staff/account', 'nothing else before the codes');
  await sound(page, options);
  await page.goto('/staff/accounts');
  assert.equal(path(page), '/staff/account');
  await turnCodesOn(page, site, options);

  await page.goto('/staff');
  await sound(page, options);
  await page.getByRole('link', { name: '账号', exact: true }).click();
  await sound(page, options);
  const name = freshName();
  await page.locator('[name=name]').fill(admin.account.name);
  await page.locator('[name=person]').fill('<b>韩梅梅</b>');
  await page.locator('[name=role]').selectOption('request_handler');
  await page.locator('[name=desk]').selectOption('110101001');
  await press(page, '开账号');
  assert.match(await page.locator('.problem').innerText(), /已经有人用了/);
  assert.equal(await page.locator('[name=person]').inputValue(), '<b>韩梅梅</b>');
  assert.equal(await page.locator('[name=desk]').inputValue(), '110101001');
  await page.locator('[name=name]').fill(name);
  await press(page, '开账号');
  await sound(page, options);
  assert.match(await page.locator('.receipt h2').innerText(), /<b>韩梅梅<\/b>/);
  const link = await page.locator('.receipt .link').innerText();
  await page.goto('/staff');
  await press(page, '退出登录');
  assert.equal(await heading(page), '工作人员登录');

  await setUp(page, link, options);
  assert.equal(path(page), '/staff');
  assert.match(await page.locator('main').innerText(), /<b>韩梅梅<\/b>.*诉求办理.*东华门街道总工会/);
  await press(page, '退出登录');
  await page.goto('/staff/account?x=1');
  assert.equal(path(page), '/staff/sign-in');
  await sound(page, options);
  await signIn(page, name, 'not the password');
  await sound(page, options);
  assert.match(await page.locator('.problem').innerText(), /不对/);
  assert.equal(await page.locator('[name=name]').inputValue(), name);
  await signIn(page, name);
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/staff/account?x=1');
}, { tolerated: /status of (401|422)/ });

twice('an account is changed, stopped and given a new link', async (page, site, options) => {
  const admin = await staff(site, { role: 'administrator' });
  const member = await staff(site, { person: '李雷' });
  await enter(page, site, admin);
  await page.goto(`/staff/accounts?q=${member.account.name}`);
  await page.getByRole('link', { name: /李雷/ }).click();
  await sound(page, options);
  await page.locator('[name=person]').fill(' ');
  await page.locator('[name=role]').selectOption('auditor');
  await press(page, '保存');
  assert.match(await page.locator('.problem').innerText(), /写上姓名/);
  assert.equal(await page.locator('[name=role]').inputValue(), 'auditor');
  await page.locator('[name=person]').fill('李雷雷');
  await press(page, '保存');
  await sound(page, options);
  assert.equal(await heading(page), '李雷雷');
  assert.equal(await page.locator('[name=role]').inputValue(), 'auditor');
  await press(page, '停用');
  await press(page, '恢复使用');
  await press(page, '给一个新链接');
  assert.match(await page.locator('.receipt .link').innerText(), /\/staff\/set-up#[0-9a-f]{64}$/);
}, { tolerated: /status of 422/ });

twice('passwords are changed and sessions ended on one\'s own page', async (page, site, options) => {
  const member = await staff(site);
  await page.goto('/staff/account');
  await signIn(page, member.account.name);
  await press(page, '让它退出');
  assert.match(await page.getByRole('status').innerText(), /已经退出/);
  await sound(page, options);
  const change = async (old, next) => {
    await page.locator('[name=old]').fill(old);
    await page.locator('[name=password]').fill(next);
    await press(page, '换密码');
  };
  await change('not my password', '举头望明月，低头思故乡。');
  assert.match(await page.locator('.problem').innerText(), /现在的密码不对/);
  await change(PASSWORD, 'password1234');
  assert.match(await page.locator('.problem').innerText(), /太好猜/);
  await change(PASSWORD, '举头望明月，低头思故乡。');
  assert.match(await page.getByRole('status').innerText(), /密码换好了/);
}, { tolerated: /status of 422/ });

journey('a form that is not of this session does nothing', async (page, site) => {
  const member = await staff(site, { role: 'listing_editor' });
  const headers = { cookie: member.cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const html = await (await site.ask('/staff', { headers: { cookie: member.cookie } })).text();
  const [, token] = html.match(/name="form_token" value="([0-9a-f]{64})"/);
  const signOut = async (form, more) => {
    const body = `form_token=${form}`;
    const answer = await site.ask('/staff/sign-out', { method: 'POST', body, headers: { ...headers, ...more } });
    return answer.status;
  };
  const ours = { 'sec-fetch-site': 'same-origin' };
  assert.equal(await signOut('0'.repeat(64), ours), 403, 'not the token');
  assert.equal(await signOut(token, {}), 403, 'from nowhere');
  assert.equal(await signOut(token, { 'sec-fetch-site': 'same-site' }), 403, 'from a neighbour');
  assert.equal(await signOut(token, { origin: 'https://other.example' }), 403, 'from another site');
  assert.equal((await site.ask('/staff', { headers })).status, 200, 'still signed in');
  assert.equal(await signOut(token, { origin: site.address }), 303);
  assert.equal((await site.ask('/staff', { headers })).status, 303);
});

for (const [language, size, dark] of [['zh-CN', SIZES.desk, true], ['en', SIZES.phone, false], ['en', SIZES.desk, true]]) {
  journey(`every page of an administrator, ${language}, ${size.width} px, ${dark ? 'dark' : 'light'}`, async (page, site) => {
    await page.goto('/staff/sign-in');
    await sound(page, { javaScript: true });
    await page.goto('/staff/set-up');
    await sound(page, { javaScript: true });
    const admin = await staff(site, { role: 'administrator' });
    await enter(page, site, admin);
    for (const address of ['/staff', '/staff/account', '/staff/accounts', `/staff/accounts/${admin.account.id}`]) {
      await page.goto(address);
      assert.equal(path(page), address);
      await sound(page, { javaScript: true });
    }
  }, { language, size, dark });
}
