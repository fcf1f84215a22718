// What one may get: the questions, the way back, the results with their reasons, the rule behind.
// With JavaScript the phone keeps the answers; without, they stand in the address.

import assert from 'node:assert/strict';
import { awake } from '../support/browser.mjs';
import { stage } from '../support/stage.mjs';

const { journey, twice } = stage();

const heading = (page) => page.locator('h1').innerText();

/** Ticks these options, or writes the number, and goes on. */
async function answer(page, ...values) {
  for (const value of values) await page.locator(`.question [value="${value}"]`).check();
  await page.locator('.question button').click();
}

const skip = (page) => page.locator('.question .ways a').click();

/** Opens a page of the checker. */
async function open(page, address, { javaScript }) {
  await page.goto(address);
  if (javaScript) await awake(page);
}

/** The answers, from where they are kept. */
function answers(page, { javaScript }) {
  if (!javaScript) return new URL(page.url()).search.slice(1);
  assert.equal(new URL(page.url()).search, '', 'an answer in the address');
  return page.evaluate(() => localStorage.getItem('check') ?? '');
}

/** What the page says, but for where the answers are kept. */
const said = (page) =>
  page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true);
    for (const keeping of copy.querySelectorAll('.keeping')) keeping.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  });

twice('a member without the card learns the one thing that is missing', async (page, _, options) => {
  await open(page, '/check/skill-certificate', options);
  const asked = [];
  while (await page.locator('.question').count()) {
    const fact = await page.locator('.question [name=asked]').inputValue();
    asked.push(fact);
    await answer(page, { membership: 'member', achievements: 'certificate_2' }[fact]);
  }
  assert.deepEqual(asked.sort(), ['achievements', 'membership']);
  assert.equal(await answers(page, options), 'achievements=certificate_2&membership=member');
  const results = await said(page);
  for (const expected of ['就差一样', '在北京入会，办好互助服务卡', '1,000 元', '最后由工会说了算']) {
    assert.ok(results.includes(expected), expected);
  }
  await page.locator('main a[href*="open=now"]').click();
  await page.waitForURL('**/stations?*');
  assert.equal(await heading(page), '哪里亮着灯');
});

twice('an earlier answer that changes keeps what matters and says what fell away', async (page, _, options) => {
  await open(page, '/check/holiday-class?both_parents_work=yes&child_grade=3&class_near=area', options);
  assert.match(await page.locator('main').innerText(), /看来符合/);
  await page.locator('.answers a[href*="ask=child_grade"]').click();
  assert.equal(await heading(page), '你家孩子上几年级？');
  assert.equal(await page.locator('.number').inputValue(), '3');
  await page.locator('.number').fill('9');
  await page.locator('.question button').click();
  const results = await said(page);
  assert.match(results, /眼下不符合/);
  assert.match(results, /用不上了，已去掉：/);
  await page.locator('.clear').click();
  assert.equal(await page.locator('.question').count(), 1);
  assert.equal(await answers(page, options), '');
});

twice('whoever knows nothing is done after a few taps and learns who can tell', async (page, _, options) => {
  await page.goto('/');
  await page.locator('.doors .door').first().click();
  await page.waitForURL('**/check**');
  if (options.javaScript) await awake(page);
  let taps = 0;
  for (; await page.locator('.question').count(); taps += 1) {
    assert.ok(taps < 12, 'too many questions');
    await skip(page);
  }
  const results = await said(page);
  for (const expected of ['还说不准', '谁说得准', '已经结束', '12351']) {
    assert.ok(results.includes(expected), expected);
  }
});

twice('what is known may be asked for at once, and the questions go on after', async (page, _, options) => {
  await open(page, '/check?membership=card', options);
  await page.locator('a[href*="show=known"]').click();
  assert.equal(await heading(page), '初步判断');
  await page.locator('main a.act').click();
  assert.equal(await page.locator('.question').count(), 1);
});

twice('a rule shows its versions, and a past day is judged by its own', async (page) => {
  await page.goto('/check/startup-loan/rules');
  assert.equal(await page.locator('.rule tbody').first().locator('[scope=col]').count(), 2);
  assert.match(await page.locator('.rule').innerText(), /和前一版不同/);
  await page.goto('/check/startup-loan?on=2017-01-01&show=known');
  assert.match(await page.locator('main').innerText(), /按 2017 年 1 月 1 日 的规定看/);
});

twice('addresses are read generously and written in one way', async (page, _, options) => {
  await open(page, '/check?utm_source=a&show=perhaps&membership=card&achievements=none', options);
  assert.equal(await answers(page, options), 'achievements=none&membership=card');
});

/** Answers each question the same way by what it offers, and counts them. */
async function answerAll(page) {
  let steps = 0;
  for (; await page.locator('.question').count(); steps += 1) {
    assert.ok(steps < 30, 'the questions do not end');
    const number = page.locator('.question .number');
    if (await number.count()) await number.fill('4');
    else await page.locator('.question .pick input').nth(steps % 2).check();
    const before = await page.locator('.question [name=asked]').inputValue();
    await page.locator('.question button').click();
    await page.locator(`.question [name=asked][value="${before}"]`).waitFor({ state: 'detached' });
  }
  return steps;
}

for (const language of ['zh-CN', 'en']) {
  const pages = {};
  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with' : 'without';
    journey(`a person who answers everything, ${language}, ${how} JavaScript`, async (page, _, options) => {
      await open(page, '/check', options);
      const steps = await answerAll(page);
      assert.ok(steps > 3);
      pages[how] = { answers: await answers(page, options), results: await said(page) };
    }, { javaScript, language });
  }
  journey(`the phone's results are the server's, ${language}`, async () => {
    assert.ok(pages.with.results.length > 1000);
    assert.deepEqual(pages.with, pages.without);
  });
}

journey('nothing that was answered leaves the phone', async (page) => {
  await page.goto('/check');
  await awake(page);
  const sent = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await answerAll(page);
  // Chromium asks for the icon again at every new address.
  assert.deepEqual(sent.filter((url) => !url.endsWith('/icon.svg')), []);
  // Nor when a result is opened beside, nor with a change of the language.
  const link = page.locator('.verdicts h3 a').first();
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    link.click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await awake(tab);
  const kept = await answers(page, { javaScript: true });
  await page.locator('[name=lang]').click();
  await awake(page);
  assert.equal(await heading(page), 'A first assessment');
  assert.equal(await answers(page, { javaScript: true }), kept);
  const names = kept.split('&').map((pair) => pair.split('=')[0]);
  for (const url of [...sent, new URL(tab.url()).search]) {
    for (const name of names) assert.ok(!url.includes(name), `${name} in ${url}`);
  }
});

journey('back and forth, closed and opened again: the answers are still there', async (page) => {
  await page.goto('/check');
  await awake(page);
  const first = await heading(page);
  await page.locator('.question .pick input').first().check();
  await page.locator('.question button').click();
  const second = await heading(page);
  assert.notEqual(second, first);
  await page.goBack();
  assert.equal(await heading(page), first);
  assert.ok(await page.locator('.question .pick input').first().isChecked());
  await page.goForward();
  assert.equal(await heading(page), second);
  await page.goto('/about');
  await page.goto('/check');
  await awake(page);
  await page.locator('.answers').waitFor();
  assert.equal(await heading(page), second);
});

journey('a phone that belongs to somebody else keeps nothing once the page is closed', async (page) => {
  await page.goto('/check?membership=card');
  await awake(page);
  const stored = (where) => page.evaluate((where) => globalThis[where].getItem('check'), where);
  assert.equal(await stored('localStorage'), 'membership=card');
  await page.locator('.keeping button').click();
  assert.equal(await stored('localStorage'), null);
  assert.match(await page.locator('.keeping').innerText(), /关掉为止/);
  await page.reload();
  await awake(page);
  assert.equal(await page.locator('.answers dt').count(), 1);
  const other = await page.context().newPage();
  await other.goto('/check');
  await awake(other);
  assert.equal(await other.locator('.answers').count(), 0);
});

journey("somebody else's link leaves one's own answers alone, until one wants them", async (page) => {
  const stored = () => page.evaluate(() => localStorage.getItem('check'));
  await page.goto('/check?membership=card');
  await awake(page);
  await page.goto('/about');
  await page.goto('/check?membership=none');
  await awake(page);
  assert.match(await page.locator('.keeping').innerText(), /手机上记的没有动/);
  assert.equal(await stored(), 'membership=card');
  await page.locator('.keeping a').click();
  await awake(page);
  assert.match(await page.locator('.keeping').innerText(), /留在这部手机里/);
  assert.equal(await stored(), 'membership=card');
  await page.goto('/about');
  await page.goto('/check?membership=none');
  await awake(page);
  await page.locator('.keeping button').click();
  assert.equal(await stored(), 'membership=none');
});

journey('whoever begins before the phone is ready loses no tick', async (page) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/check');
  await page.locator('.question .pick input').nth(1).check();
  release();
  await awake(page);
  assert.ok(await page.locator('.question .pick input').nth(1).isChecked());
});
