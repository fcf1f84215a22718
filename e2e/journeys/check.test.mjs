// What one may get: the questions, the way back, the results with their reasons, the rule behind.

import assert from 'node:assert/strict';
import { stage } from '../support/stage.mjs';

const { twice } = stage();

const heading = (page) => page.locator('h1').innerText();

/** Ticks these options, or writes the number, and goes on. */
async function answer(page, ...values) {
  for (const value of values) await page.locator(`.question [value="${value}"]`).check();
  await page.locator('.question button').click();
}

const skip = (page) => page.locator('.question .ways a').click();

twice('a member without the card learns the one thing that is missing', async (page) => {
  await page.goto('/check/skill-certificate');
  const asked = [];
  while (await page.locator('.question').count()) {
    const fact = await page.locator('.question [name=asked]').inputValue();
    asked.push(fact);
    await answer(page, { membership: 'member', achievements: 'certificate_2' }[fact]);
  }
  assert.deepEqual(asked.sort(), ['achievements', 'membership']);
  const address = new URL(page.url());
  assert.equal(address.search, '?achievements=certificate_2&membership=member');
  const said = await page.locator('main').innerText();
  for (const expected of ['就差一样', '在北京入会，办好互助服务卡', '1,000 元', '最后由工会说了算']) {
    assert.ok(said.includes(expected), expected);
  }
  await page.locator('main a[href*="open=now"]').click();
  assert.equal(await heading(page), '站点');
});

twice('an earlier answer that changes keeps what matters and says what fell away', async (page) => {
  await page.goto('/check/holiday-class?both_parents_work=yes&child_grade=3&class_near=area');
  assert.match(await page.locator('main').innerText(), /看来符合/);
  await page.locator('.answers a[href*="ask=child_grade"]').click();
  assert.equal(await heading(page), '你家孩子上几年级？');
  assert.equal(await page.locator('.number').inputValue(), '3');
  await page.locator('.number').fill('9');
  await page.locator('.question button').click();
  const said = await page.locator('main').innerText();
  assert.match(said, /眼下不符合/);
  assert.match(said, /用不上了，已去掉：/);
  await page.locator('.answers .chip').click();
  assert.equal(new URL(page.url()).search, '');
});

twice('whoever knows nothing is done after a few taps and learns who can tell', async (page) => {
  await page.goto('/');
  await page.locator('.doors .door').first().click();
  let taps = 0;
  for (; await page.locator('.question').count(); taps += 1) {
    assert.ok(taps < 12, 'too many questions');
    await skip(page);
  }
  const said = await page.locator('main').innerText();
  for (const expected of ['还说不准', '谁说得准', '已经结束', '12351']) {
    assert.ok(said.includes(expected), expected);
  }
});

twice('what is known may be asked for at once, and the questions go on after', async (page) => {
  await page.goto('/check?membership=card');
  await page.locator('a[href*="show=known"]').click();
  assert.equal(await heading(page), '初步判断');
  await page.locator('main a.act').click();
  assert.equal(await page.locator('.question').count(), 1);
});

twice('a rule shows its versions, and a past day is judged by its own', async (page) => {
  await page.goto('/check/startup-loan/rules');
  assert.equal(await page.locator('.rule tbody').first().locator('td').count(), 2);
  assert.match(await page.locator('.rule').innerText(), /和前一版不同/);
  await page.goto('/check/startup-loan?on=2017-01-01&show=known');
  assert.match(await page.locator('main').innerText(), /按 2017 年 1 月 1 日 的规定看/);
});

twice('addresses are read generously and written in one way', async (page) => {
  await page.goto('/check?utm_source=a&show=perhaps&membership=card&achievements=none');
  assert.equal(new URL(page.url()).search, '?achievements=none&membership=card');
});
