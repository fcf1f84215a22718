// A worker files a request and follows it, with JavaScript and without.

import assert from 'node:assert/strict';
import { accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { formIsAwake, receiptIsKept, step as press } from '../support/phone.mjs';
import { stage } from '../support/stage.mjs';

const { twice } = stage();

const TEXT = '公司欠了两个月工资 <b>没说法</b>\n问了三次 & "没人"管';

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

/** Fills in the form about pay. */
async function fill(page, text, options) {
  await page.goto('/requests/new');
  await sound(page, options);
  await page.getByRole('link', { name: /工资和合同/ }).click();
  if (options.javaScript) await formIsAwake(page);
  await page.locator('[name=text]').fill(text);
  await page.locator('[name=place][value=not_sure]').check();
  await page.locator('[name=contact][value=reference]').check();
}

/** Files a request; gives its reference and its secret. */
async function file(page, options) {
  await fill(page, TEXT, options);
  await press(page, '看一遍再提交');
  await sound(page, options);
  await press(page, '提交');
  await sound(page, options);
  const link = await page.locator('.link a').getAttribute('href');
  const [, reference, secret] = link.match(/^\/requests\/([^#]+)#(.+)$/);
  assert.equal(await page.locator('.reference').innerText(), reference);
  return { reference, secret };
}

async function open(page, { reference, secret }) {
  await page.goto(`/requests/${reference}`);
  await page.locator('[name=secret]').fill(secret);
  await press(page, '看看办到哪了');
}

twice('file, follow, add something, take it back', async (page, _, options) => {
  const receipt = await file(page, options);
  await page.goto(`/requests/${receipt.reference}`);
  await sound(page, options);
  await open(page, receipt);
  await sound(page, options);
  await page.locator('[name=note]').first().fill('<i>补一句</i>');
  await press(page, '发出去');
  assert.match(await page.locator('main').innerText(), /<i>补一句<\/i>/);
  assert.equal(await page.locator('main i').count(), 0);
  await press(page, '撤回');
  await sound(page, options);
  assert.equal(await page.getByRole('button', { name: '撤回', exact: true }).count(), 0);
});

twice('what is wrong is said beside what was typed, and nothing is lost', async (page, _, options) => {
  await page.goto('/requests/new?category=pay');
  await page.locator('[name=text]').fill(TEXT);
  await press(page, '看一遍再提交');
  await sound(page, options);
  assert.match(await page.locator('.problems').innerText(), /选一下在哪儿/);
  assert.match(await page.locator('.problems').innerText(), /选一下怎么给你回话/);
  assert.equal(await page.locator('[name=text]').inputValue(), TEXT);
}, { tolerated: /status of 422/ });

twice('whoever is in danger sees whom to call before anything is sent', async (page, _, options) => {
  await fill(page, '我不想活了', options);
  await press(page, '看一遍再提交');
  await sound(page, options);
  assert.ok(await page.locator('a[href="tel:12356"]').first().isVisible());
  assert.equal(await page.locator('[name=text]').inputValue(), '我不想活了');
  await press(page, '还是要提交');
  assert.match(await heading(page), /看一遍/);
});

twice('a wrong secret and a reference of nobody are told the same', async (page, _, options) => {
  const { reference, secret } = await file(page, options);
  const denied = async (reference, secret) => {
    await open(page, { reference, secret });
    const text = await page.locator('main article').innerText();
    return text.replaceAll(reference, '');
  };
  const other = [...secret].reverse().join('');
  assert.equal(await denied(reference, other), await denied('01-0000-0000', secret));
}, { tolerated: /status of 404/ });

twice('whoever loads the receipt again gets the same', async (page, _, options) => {
  const first = await file(page, options);
  if (options.javaScript) await receiptIsKept(page);
  await page.reload();
  // The browser sends the form again; a phone that keeps the receipt need not.
  if (options.javaScript) await press(page, '看收据');
  assert.equal(await page.locator('.reference').innerText(), first.reference);
});
