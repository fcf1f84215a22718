// The whole way with the keyboard alone.

import assert from 'node:assert/strict';
import { SIZES, awake } from '../support/browser.mjs';
import { tabTo } from '../support/keyboard.mjs';
import { asks, redrawn } from '../support/list.mjs';
import { stage } from '../support/stage.mjs';

const { journey, twice } = stage();

for (const [name, size] of Object.entries(SIZES)) {
  twice(`by keyboard alone from home to the station (${name})`, async (page, site, { javaScript }) => {
    await page.goto('/');
    assert.equal(await tabTo(page, '.skip'), 1, 'the way past the header comes first');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');

    await tabTo(page, '#district');
    while ((await page.inputValue('#district')) !== '110108') await page.keyboard.press('ArrowDown');
    await tabTo(page, '.district-form button');
    await page.keyboard.press('Enter');
    await asks(page, ['district=110108']);

    // Until the list is awake the server answers, as it does without JavaScript.
    if (javaScript) await awake(page);
    const press = (key) => page.keyboard.press(key);
    const choose = javaScript ? (key) => redrawn(page, () => press(key)) : press;
    await tabTo(page, '[name=open]');
    await choose('ArrowRight');
    await tabTo(page, '[name=amenity][value=hot_meal]');
    await choose('Space');
    // Enter in a field sends the form, with JavaScript or without.
    await page.keyboard.press('Enter');
    await asks(page, ['district=110108', 'open=now', 'amenity=hot_meal']);

    await tabTo(page, '.row');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/stations/*');
    await tabTo(page, '.maps a');
  }, { size });
}

journey('a row keeps the focus when the list is written anew', async (page) => {
  let come;
  const words = new Promise((resolve) => { come = resolve; });
  await page.route(/\/data\/\w+\/\d{6}\.bin$/, async (route) => {
    await words;
    await route.continue();
  });
  await page.goto('/stations?district=110108&open=now');
  await awake(page);
  await page.locator('[name=open]:checked').press('ArrowLeft');
  await asks(page, ['district=110108']);
  const row = page.locator('.row').first();
  await row.focus();
  const address = await row.getAttribute('href');
  await redrawn(page, come);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), address);
});
