// A desk at work: from the request of a worker to the worker's word, up one level on the way.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { accessibilityFindings, openPage, SIZES } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { png } from '../support/photos.mjs';
import { typed } from '../support/requests.mjs';
import { staff } from '../support/staff.mjs';
import { stage } from '../support/stage.mjs';

const STREET = '110101001';
const DISTRICT = '110101';
const { journey, twice } = stage();

/** Nothing is in anybody's way on this page. axe itself needs JavaScript. */
async function sound(page, { javaScript = true } = {}) {
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], await page.title());
}

const said = (page) => page.locator('main').innerText();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** A request at the street's desk; its receipt. */
async function file(site, fields) {
  const answer = await site.ask('/api/v1/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(typed({
      category: 'hardship',
      text: '家里遇到难处，打 13800138000 找我',
      place: 'area',
      district: Number(DISTRICT),
      street: Number(STREET),
      contact: 'phone',
      phone: '13900139000',
      phone_seen_by: ['street', 'district'],
      name: '王小明',
      name_seen_by: ['street'],
      ...fields,
    })),
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  return answer.json();
}

/** Another page, on which that member of staff is signed in. */
async function desk(beside, site, member, options) {
  const browser = beside.context().browser();
  const page = await openPage(browser, site, { size: SIZES.desk, ...options });
  const { cookie } = await staff(site, member);
  const [name, value] = cookie.split('=');
  // A browser sends a secure cookie to this very machine without TLS too, but takes none for it.
  const url = site.address.replace('http:', 'https:');
  await page.context().addCookies([{ name, value, url, sameSite: 'Strict' }]);
  return page;
}

/** The worker's page of a request. */
async function follow(page, { reference, secret }) {
  await page.goto(`/requests/${reference}`);
  await page.locator('[name=secret]').fill(secret);
  await press(page, '看看办到哪了');
}

/** Unfolds a move and gives its form. */
async function form(page, heading) {
  const folded = page.locator('details.move', { hasText: heading });
  if (await folded.count()) await folded.locator('summary').click();
  return page.locator('.move', { hasText: heading }).locator('form');
}

twice('a street answers, the worker is not satisfied, the district solves it', async (worker, site, options) => {
  const receipt = await file(site);
  const street = await desk(worker, site, { role: 'request_handler', desk: STREET }, options);
  await street.goto('/staff/requests');
  await sound(street, options);
  await street.getByRole('link', { name: new RegExp(receipt.reference) }).click();
  await sound(street, options);
  assert.match(await said(street), /138\*\*\*\*8000/);
  assert.doesNotMatch(await said(street), /13800138000|13900139000|王小明/);

  await press(street, '我来办');
  assert.match(await said(street), /接办了，现在归你办/);
  await sound(street, options);
  const question = await form(street, '询问职工');
  await question.locator('[name=note]').fill('</textarea><b>哪天</b>开始的？');
  await press(street, '问过去');
  assert.match(await said(street), /钟停着|钟停下来/);
  await sound(street, options);

  await follow(worker, receipt);
  assert.match(await said(worker), /<\/textarea><b>哪天<\/b>开始的？/);
  await worker.locator('#f-note').fill('八月开始的');
  await press(worker, '发出去');

  await street.reload();
  assert.match(await said(street), /八月开始的/);
  const answer = await form(street, '答复');
  await press(street, '这类诉求常用的');
  assert.match(await answer.locator('[name=note]').inputValue(), /____/);
  assert.equal(await answer.locator('[name=cites]').inputValue(), 'hardship-aid');
  await press(street, '发出答复');
  assert.match(await said(street), /还有没填的空/);
  await sound(street, options);
  await answer.locator('[name=note]').fill('条件写在规则里，请备好证件。');
  await press(street, '发出答复');
  assert.match(await said(street), /等职工说/);
  await sound(street, options);

  await follow(worker, receipt);
  const rule = worker.locator('.rests a');
  assert.equal(await rule.getAttribute('href'), '/check/hardship-aid/rules');
  await sound(worker, options);
  await worker.locator('[name=reached][value=yes]').check();
  await worker.locator('#f-verdict').fill('没人来');
  await press(worker, '没解决，往上一级');

  await street.reload();
  assert.equal(await street.locator('.move').count(), 0, 'it is not the street’s any more');
  const district = await desk(worker, site, { role: 'request_handler', desk: DISTRICT }, options);
  await district.goto('/staff/requests');
  await district.getByRole('link', { name: new RegExp(receipt.reference) }).click();
  assert.match(await said(district), /没人来/);
  await press(district, '我来办');
  const second = await form(district, '答复');
  await second.locator('[name=note]').fill('办好了。');
  await press(district, '发出答复');

  await follow(worker, receipt);
  await worker.locator('[name=reached][value=yes]').check();
  await worker.locator('[name=satisfied][value=yes]').check();
  await press(worker, '解决了');
  assert.match(await said(worker), /你说解决了/);
  await district.goto('/staff/requests');
  assert.match(await said(district), /已办结/);
  for (const page of [street, district]) {
    assert.deepEqual(page.complaints.filter((line) => !/status of 4/.test(line)), []);
    await page.context().close();
  }
});

twice('name and number are shown once, for a reason that the worker reads', async (worker, site, options) => {
  const receipt = await file(site);
  const page = await desk(worker, site, { role: 'request_handler', desk: STREET }, options);
  await page.goto(`/staff/requests/${receipt.reference}`);
  const reveal = await form(page, '看名字和电话');
  await press(page, '看一次');
  assert.match(await said(page), /写一句再发/);
  await reveal.locator('[name=note]').fill('约时间上门');
  await press(page, '看一次');
  assert.match(await said(page), /13900139000/);
  assert.match(await said(page), /王小明/);
  assert.match(await said(page), /只显示这一次/);
  await sound(page, options);
  await page.goto(`/staff/requests/${receipt.reference}`);
  assert.doesNotMatch(await said(page), /13900139000|王小明/);
  await follow(worker, receipt);
  assert.match(await said(worker), /约时间上门/);
  await page.context().close();
}, { tolerated: /status of 422/ });

twice('what somebody else did meanwhile is shown, and nothing typed is lost', async (one, site, options) => {
  const receipt = await file(site);
  const page = await desk(one, site, { role: 'request_handler', desk: STREET }, options);
  const other = await desk(one, site, { role: 'request_handler', desk: STREET }, options);
  for (const desk of [page, other]) await desk.goto(`/staff/requests/${receipt.reference}`);
  await press(page, '我来办');
  const message = await form(other, '留言');
  await message.locator('[name=note]').fill('写了半天的话');
  await press(other, '发留言');
  assert.match(await said(other), /这件事有了变化/);
  assert.match(await other.locator('.problems').innerText(), /接办/);
  assert.equal(await message.locator('[name=note]').inputValue(), '写了半天的话');
  await sound(other, options);
  await press(other, '发留言');
  assert.match(await said(other), /职工看得到/);
  await follow(one, receipt);
  assert.match(await said(one), /写了半天的话/);
  for (const desk of [page, other]) await desk.context().close();
});

twice('a supervisor hands on, and a street gives back', async (beside, site, options) => {
  const receipt = await file(site, { category: 'legal_aid' });
  const district = await desk(beside, site, { role: 'supervisor', desk: DISTRICT }, options);
  await district.goto(`/staff/requests/${receipt.reference}`);
  await press(district, '派下去');
  assert.match(await said(district), /选一下派给谁/);
  await sound(district, options);
  const dispatch = await form(district, '派单');
  await dispatch.locator('[name=to]').selectOption(STREET);
  await press(district, '派下去');
  assert.match(await said(district), /派下去了/);
  const street = await desk(beside, site, { role: 'request_handler', desk: STREET }, options);
  await street.goto(`/staff/requests/${receipt.reference}`);
  const back = await form(street, '退单');
  await back.locator('[name=note]').fill('不归我们管');
  await press(street, '退回上一级');
  assert.match(await said(street), /退回上一级了/);
  assert.equal(new URL(street.url()).pathname, '/staff/requests');
  for (const page of [district, street]) await page.context().close();
});

twice('a desk finds its own by reference, number and words, and the address tells nothing', async (beside, site, options) => {
  const receipt = await file(site, { text: '冰箱坏了没人修', phone: '13700137000' });
  const page = await desk(beside, site, { role: 'request_handler', desk: STREET }, options);
  const look = async (words) => {
    await page.goto('/staff/requests');
    await page.locator('[name=words]').fill(words);
    await press(page, '找');
    await sound(page, options);
  };
  await look(receipt.reference.toLowerCase().replaceAll('-', ' '));
  assert.equal(new URL(page.url()).pathname, `/staff/requests/${receipt.reference}`);
  for (const words of ['137 0013 7000', '冰箱']) {
    await look(words);
    assert.match(await said(page), new RegExp(receipt.reference));
    assert.equal(page.url(), `${site.address}/staff/requests`);
  }
  await look('没有这样的话');
  assert.match(await said(page), /没找到/);
  await page.locator('a', { hasText: '看全部' }).click();
  await page.locator('[name=category]').selectOption('praise');
  await press(page, '筛一下');
  assert.match(await said(page), /没有这样的诉求/);
  await page.context().close();
});

journey('on a phone, in English, in large print, by keyboard alone', async (beside, site) => {
  const receipt = await file(site, { text: 'My fridge is broken' });
  const options = { size: SIZES.phone, language: 'en-GB', largePrint: true };
  const page = await desk(beside, site, { role: 'request_handler', desk: STREET }, options);
  await page.goto('/staff/requests');
  await sound(page);
  const row = page.getByRole('link', { name: new RegExp(receipt.reference) });
  await row.focus();
  await page.keyboard.press('Enter');
  await page.locator('#moves').waitFor();
  await sound(page);
  await page.getByRole('button', { name: 'I take it' }).focus();
  await page.keyboard.press('Space');
  await page.locator('.done').waitFor();
  await page.locator('#f-answer-note').focus();
  await page.keyboard.type('It will be mended.');
  for (let steps = 0; steps < 6; steps += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.innerText) === 'Send the answer') break;
  }
  await page.keyboard.press('Enter');
  await page.locator('.done', { hasText: 'Answered' }).waitFor();
  await sound(page);
  await page.context().close();
});

journey('a page of the desk is kept by nobody, and another desk has no such request', async (_, site) => {
  const sent = await site.ask('/api/v1/photos', { method: 'POST', body: png(8) });
  const { photo } = await sent.json();
  const receipt = await file(site, { category: 'pay', photos: [photo] });
  const path = `/staff/requests/${receipt.reference}`;
  const get = async (member) => {
    const { cookie } = await staff(site, member);
    const answers = [path, `${path}/photos/1`].map((path) => site.ask(path, { headers: { cookie } }));
    return Promise.all(answers);
  };
  const own = await get({ role: 'auditor', desk: STREET });
  for (const answer of own) {
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex');
  }
  assert.match(await own[0].text(), /photos\/1"/);
  assert.equal(own[1].headers.get('content-type'), 'image/png');
  for (const member of [
    { role: 'request_handler', desk: '110101002' },
    { role: 'listing_editor', desk: STREET },
  ]) {
    for (const answer of await get(member)) assert.equal(answer.status, 404);
  }
  const nobody = await site.ask(path);
  assert.equal(nobody.status, 303);
  assert.match(nobody.headers.get('location'), /^\/staff\/sign-in\?next=/);
});
