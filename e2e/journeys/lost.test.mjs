// Addresses that lead nowhere, and a phone on which the islands cannot wake: there is a way on.

import assert from 'node:assert/strict';
import { awake } from '../support/browser.mjs';
import { asks, count, send } from '../support/list.mjs';
import { stage } from '../support/stage.mjs';

const { journey, twice } = stage();

const LOST = [
  ['/nowhere', 'zh-CN', '没有这个页面'],
  ['/nowhere', 'en', 'There is no such page'],
  ['/stations/4294967295', 'zh-CN', '没有这个站点'],
  ['/stations/abc', 'en', 'There is no such station'],
];

for (const [path, language, title] of LOST) {
  twice(`${path} says so and leads on (${language})`, async (page) => {
    const answer = await page.goto(path);
    assert.equal(answer.status(), 404);
    assert.equal(await page.locator('h1').innerText(), title);
    assert.equal(await page.locator('main a[href="tel:12351"]').count(), 1);
    await page.selectOption('.district-form select', '110101');
    await page.locator('.district-form button').click();
    await asks(page, ['district=110101']);
    assert.ok((await count(page)) > 0);
  }, { language, tolerated: /status of 404/ });
}

/** The server answers as if there were no islands. */
async function staysUsable(page) {
  await page.goto('/stations');
  await page.selectOption('#district', '110108');
  await page.locator('[name=open][value="24h"]').check();
  await send(page);
  await asks(page, ['district=110108', 'open=24h']);
  assert.ok((await count(page)) > 0);
  await page.locator('.row:visible').first().click();
  assert.match(await page.locator('.status:visible').innerText(), /亮着灯/);
}

journey('without WebAssembly the page works as plain HTML, and complains once a page', async (page) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await staysUsable(page);
  const pages = 3;
  assert.ok(page.complaints.length <= 5 * pages, page.complaints.join('\n'));
}, { tolerated: /./ });

journey('without the snapshot the server answers', async (page) => {
  await page.route('**/data/**', (route) => route.abort());
  await staysUsable(page);
}, { tolerated: /\/data\/|ERR_FAILED/ });

const STREAMING = {
  'is not there': () => { delete WebAssembly.instantiateStreaming; },
  'breaks, as in some WebViews': () => {
    WebAssembly.instantiateStreaming = () => Promise.reject(new TypeError('broken'));
  },
};

for (const [what, spoil] of Object.entries(STREAMING)) {
  journey(`the islands wake where instantiateStreaming ${what}`, async (page) => {
    await page.addInitScript(spoil);
    await page.goto('/stations');
    await awake(page);
  });
}
