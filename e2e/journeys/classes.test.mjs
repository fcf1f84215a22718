// A parent looks for a holiday class, with JavaScript and without.

import assert from 'node:assert/strict';
import { stage } from '../support/stage.mjs';

const { twice } = stage();

const verdicts = (page) => page.locator('.class-rows summary').allInnerTexts();

twice('from the service to the classes that fit', async (page) => {
  await page.goto('/services/holiday-class');
  await page.getByRole('link', { name: '看看有哪些托管班' }).click();
  await page.waitForURL('**/classes');
  assert.match(await page.locator('.count').innerText(), /150/);
  assert.ok((await verdicts(page)).every((text) => text.includes('还说不准')));

  const family = page.locator('.more');
  if (await family.locator('summary').isVisible()) await family.locator('summary').click();
  await page.locator('[name=child_grade]').selectOption('3');
  await page.locator('[name=class_near][value=area]').check();
  await page.locator('[name=both_parents_work]').selectOption('yes');
  await page.locator('[name=join]').check();
  await page.locator('.filters .act').click();
  await page.waitForURL((url) => url.searchParams.get('join') === 'possible');
  const fitting = await verdicts(page);
  assert.ok(fitting.length > 0);
  assert.ok(fitting.every((text) => text.includes('孩子可以报')), fitting.join());
  assert.match(await page.locator('.class-rows > li').first().innerText(), /正在报名/);

  await page.locator('.class-rows summary').first().click();
  const reasons = await page.locator('.class-rows details').first().innerText();
  assert.match(reasons, /孩子的年级：1 到 6/);
  assert.match(reasons, /双职工/);

  await page.getByRole('link', { name: '下一页' }).click();
  assert.ok((await verdicts(page)).length > 0);
  assert.equal(await page.locator('[name=child_grade]').inputValue(), '3');
});

twice('who may not join is told why, and where there is nothing what to do', async (page) => {
  await page.goto('/classes?child_grade=9&class_near=employer');
  const row = page.locator('.class-rows > li').first();
  assert.match(await row.innerText(), /眼下上不了/);
  assert.match(await row.locator('.unmet').first().innerText(), /不符合/);
  await page.goto('/classes?child_grade=9&class_near=employer&join=possible');
  await page.getByRole('link', { name: '不符合的也列出来' }).click();
  assert.match(await page.locator('.count').innerText(), /150/);
});
