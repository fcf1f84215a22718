// Too much from one place: the form and everything typed stay, and one button sends it later.

import assert from 'node:assert/strict';
import { accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { formIsAwake, receiptIsKept, step as press } from '../support/phone.mjs';
import { stage } from '../support/stage.mjs';

const HEADER = 'x-forwarded-for';
const { twice } = stage({ limits: 'address.filing=1/600,address.opening=2/600', addressHeader: HEADER });

const TEXT = '站里没有热水 <b>三天</b>\n"没人"管';
const REFUSED = { tolerated: /status of 429/ };

/** Asks from another address: each journey has its own, and a second one is as good as waiting. */
const come = (page, { javaScript }, host) =>
  page.setExtraHTTPHeaders({ [HEADER]: `192.0.2.${host + (javaScript ? 100 : 0)}` });

async function fill(page, { javaScript }) {
  await page.goto('/requests/new?category=other');
  if (javaScript) await formIsAwake(page);
  await page.locator('[name=text]').fill(TEXT);
  await page.locator('[name=place][value=not_sure]').check();
  await page.locator('[name=contact][value=reference]').check();
  await press(page, '看一遍再提交');
}

async function receipt(page) {
  const link = await page.locator('.link a').getAttribute('href');
  const [, reference, secret] = link.match(/^\/requests\/([^#]+)#(.+)$/);
  return { reference, secret };
}

/** It says so, the page is sound, and what it said to come back in stands in the header. */
async function isRefused(page, { javaScript }, response, [role, words] = ['alert', /先缓一缓/]) {
  assert.equal(response.status(), 429);
  assert.match(response.headers()['retry-after'], /^\d+$/);
  const said = page.locator(`[role=${role}]`).filter({ hasText: words });
  await said.waitFor();
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, []);
}

/** Presses a button and gives the answer to what it sends. */
async function send(page, name) {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await press(page, name);
  return answer;
}

twice('a request that is one too many is sent later, as it was typed', async (page, _, options) => {
  await come(page, options, 1);
  await fill(page, options);
  await press(page, '提交');
  const first = await receipt(page);
  if (options.javaScript) await receiptIsKept(page);
  await page.reload();
  // The browser sends the form again; a phone that keeps the receipt need not.
  if (options.javaScript) await press(page, '看收据');
  assert.deepEqual(await receipt(page), first, 'what came before gets its receipt');

  await fill(page, options);
  // A phone that keeps it tries again by itself, and says when.
  const told = options.javaScript ? ['status', /再交一次的时间/] : undefined;
  await isRefused(page, options, await send(page, '提交'), told);
  if (!told) assert.equal(await page.locator('.typed').first().innerText(), TEXT);
  await come(page, options, 2);
  if (told) {
    assert.equal(await page.getByRole('button', { name: '现在就试' }).count(), 0);
    await page.getByRole('button', { name: '先不交' }).click();
    assert.equal(await page.locator('.typed').first().innerText(), TEXT);
  }
  await press(page, '提交');
  assert.notEqual((await receipt(page)).reference, first.reference);
}, REFUSED);

twice('a message that is one too many is sent later, as it was typed', async (page, _, options) => {
  await come(page, options, 3);
  await fill(page, options);
  await press(page, '提交');
  const { reference, secret } = await receipt(page);
  await page.goto(`/requests/${reference}`);
  await page.locator('[name=secret]').fill(secret);
  await press(page, '看看办到哪了');
  await page.locator('[name=note]').first().fill('第一句');
  await press(page, '发出去');

  await page.locator('[name=note]').first().fill(TEXT);
  await isRefused(page, options, await send(page, '发出去'));
  assert.equal(await page.locator('.typed').innerText(), TEXT);
  assert.equal(await page.locator('[name=secret]').inputValue(), secret);
  await come(page, options, 4);
  await press(page, '看看办到哪了');
  // Lines break as the style says.
  await page.waitForLoadState();
  const said = await page.locator('.typed').allInnerTexts();
  assert.deepEqual(said, ['第一句', TEXT]);
}, REFUSED);
