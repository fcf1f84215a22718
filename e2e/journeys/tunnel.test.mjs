// In a tunnel: the network is gone after a visit, and the site goes on.

import assert from 'node:assert/strict';
import { accessibilityFindings, awake, openPage } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { count, redrawn, send } from '../support/list.mjs';
import { fill, press } from '../support/phone.mjs';
import { stage } from '../support/stage.mjs';
import { KEEPS, cut, isFromPhone, kept, keptAddresses, keptTexts, readerKept, visit } from '../support/tunnel.mjs';

// The worker has the real time, so the site and the page have it too.
const { journey } = stage({ clock: null });

const HAIDIAN = 110108;
// Twice the quiet after which the phone begins: that it does not can only be waited for.
const LONGER_THAN_IT_TAKES = 6000;
// What a place is called whose name is not kept.
const KINDS = new Set([
  '职工服务中心', '工会服务站', '公共区域职工之家', '暖心驿站', '职工心灵驿站', '母婴关爱室', '司机之家', '职工书屋', '职工教育培训示范点',
]);
const HERE = { latitude: 39.984, longitude: 116.316 };
const OFFLINE = { ...KEEPS, tolerated: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 503|^request:/ };

const api = async (site, query) => (await site.ask(`/api/v1/stations?${query}`)).json();
const names = (page) => page.locator('.results .row-name:visible').allInnerTexts();

/** What a reader without JavaScript is told at the same address. */
async function fromSite(page, site, path, look) {
  const plain = await openPage(page.context().browser(), site, { javaScript: false });
  try {
    await plain.goto(path);
    return await look(plain);
  } finally {
    await plain.context().close();
  }
}

async function sound(page) {
  const findings = [
    ...(await accessibilityFindings(page)), ...(await smallTargets(page, 44)), ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], await page.title());
}

journey('the list searches, filters and sorts as it does with a network', async (page, site) => {
  await visit(page, `/stations?district=${HAIDIAN}`, [HAIDIAN]);
  await cut(page);
  for (const query of ['kind=library', 'amenity=hot_meal&amenity=charging', 'q=nxyz', 'page=2']) {
    const path = `/stations?district=${HAIDIAN}&${query}`;
    const expected = await fromSite(page, site, path, async (plain) => [await count(plain), ...(await names(plain))]);
    await page.goto(path);
    await isFromPhone(page);
    assert.deepEqual([await count(page), ...(await names(page))], expected, path);
  }

  await page.goto(`/stations?district=${HAIDIAN}`);
  await awake(page);
  await redrawn(page, () => page.getByRole('button', { name: '离我最近' }).click());
  const minutes = (await page.locator('.results .row-minutes b:visible').allInnerTexts()).map(Number);
  assert.ok(minutes.length > 5);
  await page.locator('.words input').fill('nxyz');
  await redrawn(page, () => send(page));
  const { total } = await api(site, `district=${HAIDIAN}&q=nxyz&limit=1`);
  assert.equal(await count(page), total);
  await sound(page);
}, { ...OFFLINE, position: HERE });

journey('a station that was visited, one that never was, and one of whose district nothing is kept', async (page, site) => {
  const [visited, never] = (await api(site, `district=${HAIDIAN}&limit=2`)).stations;
  const [elsewhere] = (await api(site, 'district=110101&limit=1')).stations;
  await visit(page, `/stations/${visited.id}`, [HAIDIAN]);
  await cut(page);
  const told = (page) => page.locator('article').evaluate((article) => [
    article.querySelector('h1'), article.querySelector('#address'), ...article.querySelectorAll('table, .kinds, .amenities'),
  ].map((one) => one?.textContent.replace(/\s+/g, ' ').trim()));
  for (const { id } of [visited, never]) {
    const path = `/stations/${id}`;
    const expected = await fromSite(page, site, path, told);
    await page.goto(path);
    await isFromPhone(page);
    assert.deepEqual(await told(page), expected);
    await awake(page);
    await sound(page);
  }
  await page.goto(`/stations/${elsewhere.id}`);
  assert.equal(await page.locator('h1').innerText(), '这一页要有网才行');
  await sound(page);
}, OFFLINE);

journey('a district whose words are not kept still has its places, by kind and hours', async (page, site) => {
  await visit(page, '/');
  await cut(page);
  await page.goto('/stations?district=110101&kind=library');
  await isFromPhone(page);
  const { total } = await api(site, 'district=110101&kind=library&limit=1');
  assert.equal(await count(page), total);
  const shown = await names(page);
  assert.ok(shown.length > 0);
  assert.ok(shown.every((name) => KINDS.has(name)), shown.join());
}, OFFLINE);

journey('the map of the city and of a district', async (page, site) => {
  // As the phone drew it: the moving map takes its place as soon as it is awake.
  await page.addInitScript(() => document.addEventListener('readystatechange', () => {
    window.drawn ??= {
      links: document.querySelectorAll('.sheet a').length,
      tally: Array.from(document.querySelectorAll('.area-row'), (row) => row.textContent.match(/\d+/)[0]),
    };
  }));
  await visit(page, '/map');
  await cut(page);
  for (const path of ['/map?kind=library', `/map?district=${HAIDIAN}`]) {
    const tally = (page) => page.locator('.area-row').evaluateAll((rows) => rows.map((row) => row.textContent.match(/\d+/)[0]));
    const expected = await fromSite(page, site, path, tally);
    await page.goto(path);
    await isFromPhone(page);
    const drawn = await page.evaluate(() => window.drawn);
    assert.deepEqual(drawn.tally, expected);
    assert.ok(drawn.links > 5, 'drawn');
  }
  await sound(page);
}, OFFLINE);

journey('the checker judges, and keeps its answers to itself', async (page) => {
  await visit(page, '/');
  await cut(page);
  await page.goto('/check/skill-certificate');
  await isFromPhone(page);
  await awake(page);
  for (let left = 2; left > 0; left -= 1) {
    const fact = await page.locator('.question [name=asked]').inputValue();
    await page.locator(`.question [value="${{ membership: 'member', achievements: 'certificate_2' }[fact]}"]`).check();
    await redrawnMain(page, () => page.locator('.question button').click());
  }
  assert.match(await page.locator('main').innerText(), /就差一样/);
  await page.goto('/check/skill-certificate/rules');
  await isFromPhone(page);
  await page.goto('/services');
  await isFromPhone(page);
  await page.goto('/services/legal-aid');
  await isFromPhone(page);
  await sound(page);
}, OFFLINE);

/** Waits until another question, or the result, stands there. */
async function redrawnMain(page, act) {
  const before = await page.locator('main').innerText();
  await act();
  await page.waitForFunction((before) => document.querySelector('main').innerText !== before, before);
}

journey('a request that is written in the tunnel is received once after it', async (page) => {
  await visit(page, '/');
  const received = [];
  page.on('response', async (response) => {
    if (response.status() !== 201) return;
    received.push((await response.text()).match(/<p class="reference">([^<]+)</)[1]);
  });
  await cut(page);
  await page.goto('/requests/new?category=pay');
  await isFromPhone(page);
  await page.locator('.written-here button').waitFor();
  await fill(page, '工地上没有安全帽');
  await press(page, '看一遍再提交');
  await page.locator('h1', { hasText: '存在这部手机里了' }).waitFor();
  await page.context().setOffline(false);
  await page.locator('h1', { hasText: '收到了' }).waitFor();
  assert.deepEqual(received, [await page.locator('p.reference').innerText()]);
}, OFFLINE);

journey('what needs the network says so, as the reader reads', async (page) => {
  await visit(page, '/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.waitForLoadState();
  await page.getByRole('button', { name: 'Large print' }).click();
  await page.locator('html[data-print=large][lang=en]').waitFor();
  await readerKept(page, 'en.large');
  await cut(page);
  for (const path of ['/classes', '/requests/BJ-2026-0000', '/staff', '/nowhere']) {
    const response = await page.goto(path);
    assert.equal(response.status(), 503);
    assert.equal(await page.locator('h1').innerText(), 'This page needs the network');
    assert.equal(await page.locator('html[data-print=large]').count(), 1);
    assert.match(response.headers()['content-security-policy'], /default-src 'none'/);
  }
  await sound(page);
  await page.goto('/stations');
  await isFromPhone(page);
  await page.getByRole('button', { name: '中文' }).click();
  await page.locator('html[data-print=large][lang=zh-CN]').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[data-print=large][lang=en]').waitFor();
  assert.match(await page.locator('.from-phone').innerText(), /^No answer from the network\. This is what your phone kept, from \d/);
}, OFFLINE);

journey('nothing personal is kept, wherever one was', async (page) => {
  await visit(page, '/');
  await page.goto('/requests/new?category=pay');
  await page.locator('.written-here button').waitFor();
  await fill(page, '工地上没有安全帽');
  await press(page, '看一遍再提交');
  await page.locator('h1', { hasText: '提交前看一遍' }).waitFor();
  await press(page, '提交');
  await page.locator('h1', { hasText: '收到了' }).waitFor();
  const reference = await page.locator('p.reference').innerText();
  const secret = (await page.locator('.link a').getAttribute('href')).split('#')[1];
  for (const path of [
    '/check?insured=yes&membership=member', '/stations?near=39.914,116.404&q=zhongguancun', `/requests/${reference}#${secret}`,
    '/staff', '/staff/sign-in', '/classes?child_grade=3', '/preferences', `/stations?district=${HAIDIAN}`,
  ]) {
    await page.goto(path);
    await page.waitForLoadState();
  }
  await kept(page, [HAIDIAN]);
  const allowed = /^\/(assets\/[\w.-]+|icon\.svg|data\/(moment|reader|[0-9a-f]{16}\/(city|\d{6})\.bin))$/;
  assert.deepEqual((await keptAddresses(page)).filter((address) => !allowed.test(address)), []);
  const texts = await keptTexts(page);
  const found = [reference, secret, '工地上', '39.914', 'zhongguancun', 'insured=yes', 'set-cookie']
    .filter((personal) => texts.some((text) => text.includes(personal)));
  assert.deepEqual(found, []);
}, { ...KEEPS, tolerated: /status of 40[45]/ });

journey('whoever saves data is asked: the whole city, and all of it gone again', async (page, site) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto('/stations');
  await page.waitForTimeout(LONGER_THAN_IT_TAKES);
  const registered = () => page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration()));
  assert.equal(await registered(), false);

  await page.goto('/offline');
  await sound(page);
  const button = page.getByRole('button', { name: /^全市都存下来 \(\d+ kB\)$/ });
  await button.click();
  await page.getByText('存好了，没网也能搜全市。').waitFor();
  assert.equal(await page.locator('.packs b:visible').count(), await page.locator('.packs li').count());
  await sound(page);
  await cut(page);
  await page.goto('/stations?q=nxyz');
  await isFromPhone(page);
  assert.equal(await count(page), (await api(site, 'q=nxyz&limit=1')).total);
  await page.goto('/offline');
  await isFromPhone(page);

  await page.context().setOffline(false);
  await page.goto('/offline');
  await page.getByRole('button', { name: '从这部手机里全删掉' }).click();
  await page.getByText('删掉了，以后也不再存。').waitFor();
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  assert.equal(await registered(), false);
}, OFFLINE);

journey('whoever deleted it all is left alone', async (page) => {
  await visit(page, '/offline');
  await page.reload();
  await page.getByRole('button', { name: '从这部手机里全删掉' }).click();
  await page.getByText('删掉了，以后也不再存。').waitFor();
  await page.goto('/');
  await page.waitForTimeout(LONGER_THAN_IT_TAKES);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
}, KEEPS);

journey('the network goes while the city is kept: what came stays, and it can be gone on with', async (page) => {
  await visit(page, '/offline');
  await cut(page);
  await page.getByRole('button', { name: /^全市都存下来/ }).click();
  await page.getByText('没存完，多半是断了网。').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: /^全市都存下来/ }).click();
  await page.getByText('存好了，没网也能搜全市。').waitFor();
}, OFFLINE);

journey('without JavaScript nothing is kept, and the page about it says what there is', async (page) => {
  await page.goto('/offline');
  assert.equal(await page.locator('h1').innerText(), '没网也能用');
  assert.equal(await page.locator('.pack').isVisible(), false);
  assert.equal(await page.locator('.without-worker').isVisible(), true);
}, { javaScript: false, serviceWorker: true });
