// Language and large print: one cookie, and back to where one was.

import assert from 'node:assert/strict';
import { awake } from '../support/browser.mjs';
import { asks } from '../support/list.mjs';
import { stage } from '../support/stage.mjs';

const { journey, twice } = stage();

const html = (page, name) => page.locator('html').getAttribute(name);

twice('language and print are kept in one cookie, and lead back to the page', async (page) => {
  const address = '/stations?district=110108&open=now&page=2';
  await page.goto(address);
  assert.equal(await html(page, 'lang'), 'zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor();
  await page.waitForURL(`**${address}`);

  await page.getByRole('button', { name: 'Large print' }).click();
  await page.locator('html[data-print=large]').waitFor();
  await page.waitForURL(`**${address}`);
  const size = () => page.locator('body').evaluate((body) => parseFloat(getComputedStyle(body).fontSize));
  assert.ok((await size()) >= 22);

  await page.goto('/about');
  assert.deepEqual([await html(page, 'lang'), await html(page, 'data-print')], ['en', 'large']);
  const cookies = await page.context().cookies();
  assert.deepEqual(cookies.map(({ name, value }) => `${name}=${value}`), ['prefs=en.large']);

  await page.getByRole('button', { name: 'Normal print' }).click();
  await page.locator('html:not([data-print])').waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.locator('html[lang=zh-CN]').waitFor();
  await page.waitForURL('**/about');
});

twice('a browser that asks for English is answered in English, without a cookie', async (page) => {
  await page.goto('/');
  assert.equal(await html(page, 'lang'), 'en');
  assert.deepEqual(await page.context().cookies(), []);
}, { language: 'en-GB' });

journey('a change of language keeps the list that the phone has made, and its start to itself', async (page) => {
  await page.goto('/stations#near=39.914,116.404');
  await awake(page);
  await page.locator('[name=open][value=now]').check();
  await asks(page, ['open=now', 'near=39.914,116.404']);
  const sent = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor();
  await asks(page, ['open=now', 'near=39.914,116.404']);
  assert.deepEqual(sent.filter((line) => line.includes('39.914')), []);
});
