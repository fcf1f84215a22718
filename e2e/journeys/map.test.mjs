// What is around: the map that the server draws, for whoever has no JavaScript.

import assert from 'node:assert/strict';
import { SIZES } from '../support/browser.mjs';
import { stage } from '../support/stage.mjs';

const { journey } = stage();

const withoutScripts = (name, walk, options) => journey(name, walk, { ...options, javaScript: false });

const HAIDIAN = 110108;

/** How many places a list's heading, a row or a spoken name speaks of. */
const first = (text) => Number(text.match(/\d+/)[0]);

const sum = (texts) => texts.map(first).reduce((one, other) => one + other, 0);

const rows = (page) => page.locator('.area-row span').allInnerTexts();

/** Opens the filters where they are folded away. */
async function unfold(page) {
  const filters = page.locator('.find > .more > summary');
  if (await filters.isVisible()) await filters.click();
}

withoutScripts('from home over a district and a street to the list', async (page) => {
  await page.goto('/');
  await page.getByRole('link', { name: '看地图' }).click();
  await page.waitForURL('**/map');
  const whole = first(await page.locator('.count').innerText());
  assert.equal(sum(await rows(page)), whole);

  const haidian = page.locator('.sheet').getByRole('link', { name: /^海淀区 \d+ 个站点，\d+ 个开放$/ });
  const spoken = await haidian.locator('title').textContent();
  await haidian.click();
  await page.waitForURL(`**/map?district=${HAIDIAN}`);
  assert.equal(await page.locator('h1').innerText(), '海淀区');
  assert.equal(first(await page.locator('.count').innerText()), first(spoken));
  assert.equal(sum(await rows(page)), first(spoken));

  const street = page.locator('.sheet a:visible').first();
  const fitting = first((await street.locator('title').textContent()).replace(/^\S+ /, ''));
  await street.click();
  await page.waitForURL('**/stations?district=110108&street=*');
  assert.equal(first(await page.locator('.results .count').innerText()), fitting);
});

withoutScripts('filters count on the map, stay in its links, and go on to the list', async (page) => {
  await page.goto(`/map?district=${HAIDIAN}&colour=red&page=7`);
  const all = first(await page.locator('.count').innerText());
  await unfold(page);
  await page.locator('[name=open][value="24h"]').check({ force: true });
  await page.locator('.areas button').click();
  await page.waitForURL((url) => url.searchParams.get('open') === '24h');
  const some = first(await page.locator('.count').innerText());
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  assert.equal(sum(await rows(page)), some);

  await page.getByRole('link', { name: '看列表' }).click();
  await page.waitForURL(`**/stations?district=${HAIDIAN}&open=24h`);
  assert.equal(first(await page.locator('.results .count').innerText()), some);
  await page.getByRole('link', { name: '看地图' }).click();
  await page.waitForURL(`**/map?district=${HAIDIAN}&open=24h`);
  await page.getByRole('link', { name: '回全市' }).click();
  await page.waitForURL('**/map?open=24h');
  assert.equal(sum(await rows(page)), first(await page.locator('.count').innerText()));
});

withoutScripts('the inner districts are drawn once more, larger', async (page) => {
  await page.goto('/map');
  await page.getByRole('link', { name: /^城区放大图/ }).click();
  assert.equal(new URL(page.url()).hash, '#inner-city');
  await page.locator('#inner-city').getByRole('link', { name: /^东城区/ }).click();
  await page.waitForURL('**/map?district=110101');
});

withoutScripts('where nothing fits there is a way on', async (page) => {
  await page.goto('/map?q=没有这样的地方');
  assert.match(await page.locator('.results').innerText(), /一处也没有/);
  await page.getByRole('link', { name: '不加条件再看' }).click();
  await page.waitForURL('**/map');
});

/** Texts of a map that stick out of their tag, and tags that lie over each other. */
const crowding = (page) =>
  page.evaluate(() => {
    const findings = [];
    const nameOf = (tag) => tag.querySelector('title').textContent;
    for (const sheet of document.querySelectorAll('.sheet')) {
      const tags = [...sheet.querySelectorAll('a')].filter((tag) => tag.checkVisibility());
      const boxes = tags.map((tag) => tag.querySelector('.tag').getBoundingClientRect());
      const paper = sheet.getBoundingClientRect();
      const inside = (box, around) =>
        box.left >= around.left - 1 && box.right <= around.right + 1 &&
        box.top >= around.top - 1 && box.bottom <= around.bottom + 1;
      tags.forEach((tag, index) => {
        const name = nameOf(tag);
        if (!inside(boxes[index], paper)) findings.push(`${name} sticks out of the paper`);
        for (const text of tag.querySelectorAll('text')) {
          const box = text.getBoundingClientRect();
          // The box of a text has the height of its font, not of its letters.
          if (box.left < boxes[index].left || box.right > boxes[index].right) {
            findings.push(`${text.textContent} is wider than its tag`);
          }
        }
        boxes.slice(index + 1).forEach((other, later) => {
          const apart =
            boxes[index].right <= other.left + 1 || other.right <= boxes[index].left + 1 ||
            boxes[index].bottom <= other.top + 1 || other.bottom <= boxes[index].top + 1;
          if (!apart) findings.push(`${name} lies over ${nameOf(tags[index + 1 + later])}`);
        });
      });
    }
    return findings;
  });

for (const language of ['zh-CN', 'en']) {
  for (const largePrint of [false, true]) {
    withoutScripts(`names stay in their tags and apart, ${language}, large print: ${largePrint}`, async (page) => {
      const findings = [];
      for (const size of [SIZES.phone, { width: 599, height: 800 }, { width: 900, height: 800 }, SIZES.desk]) {
        await page.setViewportSize(size);
        for (const path of ['/map', '/map?district=110105', '/map?district=110108', '/map?district=110171']) {
          await page.goto(path);
          assert.ok(await page.locator('.sheet a:visible').count());
          findings.push(...(await crowding(page)).map((line) => `${path} at ${size.width} px: ${line}`));
        }
      }
      assert.deepEqual(findings, []);
    }, { language, largePrint });
  }
}
