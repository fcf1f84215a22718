// A fault that somebody has told already: the worker joins that request, or files another.

import assert from 'node:assert/strict';
import { accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { formIsAwake, receiptIsKept, step as press } from '../support/phone.mjs';
import { stage } from '../support/stage.mjs';

const { twice } = stage();

const text = (page) => page.locator('main').innerText();

async function sound(page, { javaScript }) {
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], await page.title());
}

/** Writes about what is wrong with the charging of a station, and looks at the answers. */
async function tell(page, station, more, { javaScript }) {
  await page.goto(`/requests/new?category=station&station=${station}&fault=charging`);
  if (javaScript) await formIsAwake(page);
  const words = page.locator('[name=text]');
  await words.fill((await words.inputValue()) + more);
  await page.locator('[name=contact][value=reference]').check();
  await press(page, '看一遍再提交');
}

twice('join, follow, not solved', async (page, site, options) => {
  const answer = await site.ask('/api/v1/stations?limit=2');
  const { stations } = await answer.json();
  const { id } = stations[options.javaScript ? 0 : 1];

  await tell(page, id, '王师傅也看见了。', options);
  assert.equal(await page.getByRole('button', { name: '并进去，一起办' }).count(), 0);
  await press(page, '提交');
  const first = await page.locator('.reference').innerText();
  if (options.javaScript) {
    // The phone forgets it only if one stays until it has.
    await page.getByRole('button', { name: '记下了' }).click();
    await page.locator('.kept').waitFor({ state: 'detached' });
  }

  await tell(page, id, '两个插座都不行。', options);
  await sound(page, options);
  const offered = await text(page);
  assert.match(offered, /已经有一件一样的在办/);
  assert.match(offered, /最晚答复/);
  await press(page, '并进去，一起办');
  await sound(page, options);
  assert.match(await text(page), /跟一件一样的并在一起办/);
  const link = await page.locator('.link a').getAttribute('href');
  const [, reference, secret] = link.match(/^\/requests\/([^#]+)#(.+)$/);
  if (options.javaScript) await receiptIsKept(page);
  await page.reload();
  // The browser sends the form again; a phone that keeps the receipt need not.
  if (options.javaScript) await press(page, '看收据');
  assert.equal(await page.locator('.reference').innerText(), reference, 'once, however often');

  await page.goto(`/requests/${reference}`);
  await page.locator('[name=secret]').fill(secret);
  await press(page, '看看办到哪了');
  await sound(page, options);
  const standing = await text(page);
  assert.match(standing, /一起办的那件/);
  for (const others of [first, '王师傅']) {
    assert.ok(!(offered + standing).includes(others), others);
  }
  await press(page, '没解决，往上一级');
  assert.match(await text(page), /重新办/);
});

twice('what is told already may be told once more', async (page, site, options) => {
  const answer = await site.ask('/api/v1/stations?limit=4');
  const { stations } = await answer.json();
  const { id } = stations[options.javaScript ? 2 : 3];
  await tell(page, id, '', options);
  await press(page, '提交');
  await tell(page, id, '', options);
  await press(page, '另交一件');
  assert.match(await text(page), /最晚答复/);
});
