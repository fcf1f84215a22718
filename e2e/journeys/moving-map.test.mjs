// The map that moves: what is around, on the phone itself, by finger and by keyboard.

import assert from 'node:assert/strict';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { look, looksElsewhere, moving, together, zoomToCorner } from '../support/moving-map.mjs';
import { stage } from '../support/stage.mjs';

const { journey } = stage();

const WHOLE_CITY = '/map#at=40.2500,116.4600,7';
const CORNER = '/map#at=39.9219,116.2026,17';

const count = async (page) => Number((await page.locator('.results .count').innerText()).match(/\d+/)[0]);
const otherThan = (page, number) => page.locator('.results .count', { hasNotText: String(number) }).waitFor();
const firstRow = (page) => page.locator('.row').first().getAttribute('href');

journey('every place is on the map once, and the list counts what is seen', async (page, site) => {
  await page.goto(WHOLE_CITY);
  await moving(page);
  const all = await count(page);
  assert.equal(await together(page), all);
  const { stations, total } = await (await site.ask('/api/v1/stations?limit=1')).json();
  assert.ok(stations.length && all <= total && all > total - 100, `${all} of ${total}`);
  assert.equal(await page.locator('.results .row').count(), 20);
  assert.ok((await page.locator('city-map button').count()) <= 100);
  assert.equal(await page.locator('.sheet').count(), 0, 'the map of the server has gone');
});

journey('a cluster opens, a place is chosen, and each shows in the other', async (page) => {
  await page.goto('/map?district=110108#at=39.9219,116.2026,13');
  await moving(page);
  const cluster = page.locator('.cluster').first();
  assert.match(await cluster.getAttribute('aria-label'), /^海淀区\S* \d+ 个站点，\d+ 个开放$/);
  await looksElsewhere(page, () => cluster.click());
  assert.equal(look(page)[2], 15);

  await page.goto(CORNER);
  await page.reload();
  await moving(page);
  const place = page.locator('.place').first();
  const id = await place.getAttribute('data-station');
  assert.match(await place.getAttribute('aria-label'), /，海淀区\S+，(开着|快关了|关着|说不准)$/);
  await place.click();
  await page.locator(`.place[data-station="${id}"][aria-pressed=true]`).waitFor();
  await page.locator(`.results [aria-current] .row[href="/stations/${id}"]`).waitFor();
  assert.equal(await firstRow(page), `/stations/${id}`);
  await page.waitForURL((url) => url.hash.endsWith(`&station=${id}`));

  const other = page.locator('.results .rows li:not([aria-current]) button').first();
  const otherId = await other.getAttribute('data-station');
  await other.click();
  await page.locator(`.place[data-station="${otherId}"][aria-pressed=true]`).waitFor();
  await page.locator(`.results [aria-current] .row[href="/stations/${otherId}"]`).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.station), otherId, 'the focus stays with it');

  await page.reload();
  await page.locator(`.place[data-station="${otherId}"][aria-pressed=true]`).waitFor();
  await page.locator(`.place[data-station="${otherId}"]`).click();
  await page.waitForURL((url) => !url.hash.includes('station='));
  await page.locator('.results [aria-current]').waitFor({ state: 'detached' });
});

journey('panning ranks the list anew and regroups nothing; a button that stays keeps the focus', async (page) => {
  await page.goto('/map#at=39.9219,116.2026,14');
  await moving(page);
  const rows = () => page.locator('.row').evaluateAll((all) => all.map((row) => row.pathname).join());
  const before = await rows();
  const labels = () => page.locator('city-map button').evaluateAll((all) => all.map((one) => one.dataset.key));
  const seen = await labels();
  const box = await page.locator('city-map').boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await looksElsewhere(page, async () => {
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x - 60, middle.y - 100, { steps: 8 });
    await page.mouse.up();
  });
  assert.equal(look(page)[2], 14, 'who drags by a button does not press it');
  const now = await labels();
  assert.ok(seen.filter((key) => now.includes(key)).length > seen.length / 4, 'those still seen are the same');
  assert.notEqual(await rows(), before);

  const middlemost = page.locator('city-map button').nth(Math.floor(now.length / 2));
  await middlemost.focus();
  const key = await middlemost.getAttribute('data-key');
  await looksElsewhere(page, () => page.evaluate(() => document.querySelector('.in-the-middle').click()));
  assert.equal(await page.evaluate(() => document.activeElement.dataset.key), key);
});

journey('names stand beside each other, go with the map, and stay while one pans', async (page) => {
  await page.goto('/map#at=39.9140,116.4040,13');
  await moving(page);
  const names = page.locator('.leaflet-sketch-pane tspan');
  const boxes = () => names.evaluateAll((all) => all.map((name) => {
    const { x, y, width, height } = name.getBoundingClientRect();
    return { words: name.textContent, x, y, width, height };
  }));
  const apart = (one, other) =>
    one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
  const before = await boxes();
  assert.ok(before.length > 10);
  before.forEach((one, index) => before.slice(index + 1).forEach((other) =>
    assert.ok(apart(one, other), `${one.words} lies over ${other.words}`)));
  const stays = await names.nth(9).evaluateHandle((name) => { name.kept = true; return name; });
  await page.locator('city-map').focus();
  await looksElsewhere(page, () => page.keyboard.press('ArrowRight'));
  const after = await boxes();
  const same = before.filter(({ words }) => after.some((name) => name.words === words));
  assert.ok(same.length > 3);
  for (const { words, x, y } of same) {
    const now = after.find((name) => name.words === words);
    assert.ok(Math.abs(now.y - y) < 1 && now.x < x - 40, `${words} does not go with the map`);
  }
  assert.ok(await stays.evaluate((name) => !name.isConnected || name.kept), 'a name that stays is not written anew');
  await looksElsewhere(page, () => page.locator('.zoom-out').click());
  assert.match(await names.first().textContent(), /区$/, 'only districts are named from afar');
});

journey('while one zooms no button stands where it does not belong', async (page) => {
  await page.goto('/map#at=39.9140,116.4040,12');
  await moving(page);
  await page.evaluate(() => {
    globalThis.frames = [];
    const [map, pane] = ['city-map', '.leaflet-buttons-pane'].map((selector) => document.querySelector(selector));
    const look = () => {
      const [, , , , zoom] = map.view();
      const { a: scale } = new DOMMatrix(getComputedStyle(pane).transform);
      const clusters = [...pane.querySelectorAll('.cluster')].map(({ dataset }) => Number(dataset.key.split('/')[0]));
      globalThis.frames.push({ zoom, scale, clusters });
      requestAnimationFrame(look);
    };
    look();
  });
  for (const button of ['.zoom-in', '.zoom-out', '.zoom-in', '.zoom-in']) await page.locator(button).click();
  await page.waitForURL(/,14$/);
  await moving(page);
  const frames = await page.evaluate(() => globalThis.frames);
  assert.ok(new Set(frames.map(({ zoom }) => zoom)).size > 2);
  for (const { zoom, scale, clusters } of frames) {
    for (const gathered of clusters) assert.equal(scale, 2 ** (zoom - gathered), `those of zoom ${gathered} at ${zoom}`);
  }
});

journey('who has scrolled down in the list stays there while it is written anew', async (page) => {
  await page.goto('/map#at=39.9140,116.4040,13');
  await moving(page);
  await page.locator('.row').nth(15).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => {
    globalThis.seen = new Set([scrollY]);
    addEventListener('scroll', () => globalThis.seen.add(scrollY));
    return scrollY;
  });
  assert.ok(before > 1000);
  await page.evaluate(() => document.querySelector('.in-the-middle').click());
  await page.locator('.row-minutes').first().waitFor();
  await moving(page);
  assert.deepEqual(await page.evaluate(() => [...globalThis.seen, scrollY]), [before, before]);
});

journey('filters and words count on the map as in the list, and go on to it', async (page, site) => {
  await page.goto(WHOLE_CITY);
  await moving(page);
  const all = await count(page);
  await page.locator('.on-map > .more > summary').click();
  await page.locator('[name=open][value=now]').check({ force: true });
  await page.waitForURL((url) => url.searchParams.get('open') === 'now');
  await otherThan(page, all);
  const some = await count(page);
  assert.ok(some > 0 && some < all);
  assert.equal(await together(page), some);
  const { total } = await (await site.ask('/api/v1/stations?open=now&limit=1')).json();
  assert.ok(some <= total && some > total - 20, `${some} of ${total}`);

  await page.locator('#q').fill('kuaidi');
  await page.locator('.words button').click();
  await page.waitForURL((url) => url.searchParams.get('q') === 'kuaidi');
  await otherThan(page, some);
  assert.equal(await together(page), await count(page));

  await page.getByRole('link', { name: '看列表' }).click();
  await page.waitForURL('**/stations?q=kuaidi&open=now');
});

journey('a district is asked of the server, and the map then lies over it', async (page) => {
  await page.goto('/map');
  await moving(page);
  await page.locator('.on-map > .more > summary').click();
  await page.locator('#district').selectOption('110116');
  await page.waitForURL('**/map?*district=110116*');
  await moving(page);
  assert.equal(await page.locator('h1').innerText(), '怀柔区');
  const [lat] = look(page);
  assert.ok(lat > 40.4, `${lat} is in the north`);
  const spoken = await page.locator('.cluster').first().getAttribute('aria-label');
  assert.match(spoken, /^怀柔区/);
});

journey('where nothing is there is a way on', async (page) => {
  await page.goto('/map?kind=library#at=38.0000,114.0000,12');
  await page.getByText('图上这一块没有合适的').waitFor();
  await page.getByRole('link', { name: '不加条件再看' }).waitFor();
  assert.equal(await page.locator('city-map button').count(), 0);
});

journey('by keyboard alone: move, zoom, open a cluster, choose a place, go there', async (page) => {
  await page.goto('/map#at=39.9219,116.2026,14');
  await moving(page);
  const tabTo = async (selector) => {
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) {
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
        assert.notEqual(outline, 'none', `the focus is not seen on ${selector}`);
        return;
      }
    }
    throw new Error(`200 times Tab do not lead to ${selector}`);
  };
  await tabTo('city-map');
  const [, before] = look(page);
  await looksElsewhere(page, () => page.keyboard.press('ArrowRight'));
  assert.ok(look(page)[1] > before);
  await looksElsewhere(page, () => page.keyboard.press('+'));
  assert.equal(look(page)[2], 15);
  await tabTo('.cluster');
  await looksElsewhere(page, () => page.keyboard.press('Enter'));
  assert.equal(look(page)[2], 17);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'city-map', 'what was opened is gone');
  while (!(await page.locator('.place').count())) {
    await looksElsewhere(page, () => page.keyboard.press('+'));
  }
  await tabTo('.place');
  await page.keyboard.press('Space');
  await page.locator('.place[aria-pressed=true]').waitFor();
  await page.locator('.results:not([style*=min-height]) [aria-current]').waitFor();
  await tabTo('.results [aria-current] .row');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/stations/*');
}, { size: SIZES.desk });

for (const options of [
  { language: 'zh-CN', size: SIZES.phone },
  { language: 'en', size: SIZES.desk, dark: true },
  { language: 'en', size: SIZES.phone, largePrint: true },
]) {
  journey(`axe and the ruler find nothing: ${JSON.stringify(options)}`, async (page) => {
    const findings = [];
    for (const address of ['/map', `${CORNER}&near=39.922,116.203`]) {
      await page.goto(address);
      await page.reload();
      await moving(page);
      if (address === CORNER) await zoomToCorner(page);
      findings.push(...(await accessibilityFindings(page)));
      findings.push(...(await smallTargets(page, options.largePrint ? 60 : 44)));
      findings.push(...(await sticksOut(page)));
    }
    assert.deepEqual(findings, []);
  }, options);
}
