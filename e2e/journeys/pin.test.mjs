// The pin of a station, set on a map: dragged, tapped, by keyboard, typed; in every datum; told as the
// server tells it; and without JavaScript two numbers.

import assert from 'node:assert/strict';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { bd09, gcj02 } from '../support/datum.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { painted } from '../support/moving-map.mjs';
import { between, field, metresAPixel, middle, numbers, openForm, pin, said, saysElse } from '../support/pin.mjs';
import { stage } from '../support/stage.mjs';
import { enter, staff } from '../support/staff.mjs';

const { journey } = stage();
/** A form that is not taken is answered with its status. */
const REFUSED = { tolerated: /status of 422/ };
const STREET = '110101001';

/** A station of the street that has a pin. */
async function station(site, index = 3) {
  const { stations } = await (await site.ask(`/api/v1/stations?street=${STREET}&limit=50`)).json();
  return stations[index];
}

const open = async (page, site) => openForm(page, site, `/staff/stations/${(await station(site)).id}`);
const near = (found, expected, most, what) => assert.ok(Math.abs(found - expected) <= most, `${what}: ${found}, not ${expected}`);

/** Asserts that the numbers moved so far, give or take a pixel and a half. */
async function movedBy(page, before, east, north) {
  const moved = between(before, await numbers(page));
  near(moved.east, east, 1.5 * metresAPixel(before), 'east');
  near(moved.north, north, 1.5 * metresAPixel(before), 'north');
}

/** What is wrong or doubtful, as the phone says it of the pin. */
const problems = (page) => page.locator('.pin-said .problem').allInnerTexts();

/** What the server says when one looks at the change. */
async function judged(page) {
  await goesOn(page, '看一看会改成什么');
  return page.locator('main').innerText();
}

/** Presses a button that leads to another page, and waits for that. */
const goesOn = (page, name) =>
  Promise.all([page.waitForEvent('domcontentloaded'), page.getByRole('button', { name, exact: true }).click()]);

async function sound(page) {
  const findings = [
    ...(await accessibilityFindings(page)),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], page.url());
}

journey('dragged: the numbers follow, and the old place stays marked', async (page, site) => {
  await open(page, site);
  await page.locator('city-map').scrollIntoViewIfNeeded();
  const [before, from] = [await numbers(page), await middle(pin(page))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y - 40, { steps: 6 });
  await page.mouse.up();
  await said(page).filter({ hasText: /图钉在东城区。离得最近的站点在.+。离原来 1\d\d 米。/ }).waitFor();
  await movedBy(page, before, 60 * metresAPixel(before), 40 * metresAPixel(before));
  const old = await middle(page.locator('.stood'));
  near(old.x, from.x, 1.5, 'the old place');
  near(old.y, from.y, 1.5, 'the old place');
  assert.match(await field(page, 'lat').inputValue(), /^39\.\d{6}$/);
  assert.equal(await field(page, 'datum').inputValue(), 'WGS-84');
}, { size: SIZES.desk });

journey('tapped: it is there, and far away a second person is asked for, in the words of the server', async (page, site) => {
  await open(page, site);
  await page.locator('city-map').scrollIntoViewIfNeeded();
  const [before, from] = [await numbers(page), await middle(pin(page))];
  await saysElse(page, () => page.touchscreen.tap(from.x - 70, from.y + 50));
  await movedBy(page, before, -70 * metresAPixel(before), -50 * metresAPixel(before));
  assert.deepEqual(await problems(page), []);
  const now = await middle(pin(page));
  near(now.x, from.x - 70, 1.5, 'the pin');

  await field(page, 'lat').fill(String(before[0] + 0.006));
  await saysElse(page, () => field(page, 'lat').press('Tab'));
  const [second] = await problems(page);
  assert.match(second, /要第二个人确认：坐标移动得远，米数：\d+/);
  assert.ok((await judged(page)).includes(second));
});

journey('by keyboard: 10 metres, with Shift 100, Escape puts it back, and so does its button', async (page, site) => {
  await open(page, site);
  const before = await numbers(page);
  await pin(page).focus();
  await saysElse(page, () => page.keyboard.press('ArrowUp'));
  let moved = between(before, await numbers(page));
  near(moved.north, 10, 0.2, 'north');
  near(moved.east, 0, 0.2, 'east');
  assert.match(await said(page).innerText(), /离原来 10 米/);
  await saysElse(page, () => page.keyboard.press('Shift+ArrowLeft'));
  moved = between(before, await numbers(page));
  near(moved.east, -100, 0.5, 'east');
  await page.keyboard.press('ArrowDown');
  await saysElse(page, () => page.keyboard.press('ArrowRight'));
  moved = between(before, await numbers(page));
  near(moved.north, 0, 0.2, 'north');
  near(moved.east, -90, 0.5, 'east');
  assert.ok(await pin(page).evaluate((button) => button === document.activeElement), 'the focus stays on the pin');
  const back = await saysElse(page, () => page.keyboard.press('Escape'));
  assert.match(back, /就在原来的地方/);
  assert.deepEqual(await numbers(page), before);

  for (let press = 0; press < 12; press += 1) await saysElse(page, () => page.keyboard.press('Shift+ArrowUp'));
  const [map, shown] = [await page.locator('city-map').boundingBox(), await middle(pin(page))];
  assert.ok(shown.y > map.y && shown.y < map.y + map.height, 'the map goes along');
  await saysElse(page, () => page.getByRole('button', { name: '放回原处' }).click());
  assert.deepEqual(await numbers(page), before);
});

journey('typed: the pin goes there, and what is wrong is said as the server says it', async (page, site) => {
  await open(page, site);
  await page.locator('city-map').scrollIntoViewIfNeeded();
  const [[lat, lng], from] = [await numbers(page), await middle(pin(page))];
  const type = (one, other) => saysElse(page, async () => {
    await field(page, 'lat').fill(String(one));
    await field(page, 'lng').fill(String(other));
    await field(page, 'lng').press('Tab');
  });
  await type(lat, lng + 0.001);
  const moved = (await middle(pin(page))).x - from.x;
  near(moved, between([lat, lng], [lat, lng + 0.001]).east / metresAPixel([lat]), 1.5, 'the pin');

  for (const [one, other, sentence] of [
    [lng, lat, '经度和纬度填反了'],
    [31.2, 121.5, '不在北京范围内'],
    ['这里', lng, '不是经纬度数字'],
    ['', lng, '经度和纬度要么都填，要么都空'],
    [39.98, 116.30, '按示意边界，这个点在海淀区，请核对'],
  ]) {
    await type(one, other);
    assert.ok((await problems(page)).includes(sentence), `${sentence}: ${await problems(page)}`);
    assert.ok((await judged(page)).includes(sentence), sentence);
    if (await page.getByRole('button', { name: '再改改' }).count()) await goesOn(page, '再改改');
    await page.locator('.pin-map:not([hidden])').waitFor();
  }
  await type('', '');
  assert.equal(await said(page).innerText(), '还没有图钉。');
  await pin(page).waitFor({ state: 'hidden' });
}, REFUSED);

for (const [datum, shift] of [
  ['WGS-84', (at) => at],
  ['GCJ-02', gcj02],
  ['BD-09', (at) => bd09(gcj02(at))],
]) {
  journey(`${datum}: the pin writes its numbers, and numbers of another datum look like it`, async (page, site) => {
    const { id } = await station(site);
    await open(page, site);
    const before = await numbers(page);
    const [lng, lat] = shift([before[1], before[0]]);
    await field(page, 'datum').selectOption(datum);
    await pin(page).focus();
    await saysElse(page, () => page.keyboard.press('Shift+ArrowUp'));
    await saysElse(page, () => page.keyboard.press('Escape'));
    const [found, foundLng] = await numbers(page);
    near(found, lat, 2e-6, 'latitude');
    near(foundLng, lng, 2e-6, 'longitude');
    assert.match(await said(page).innerText(), /就在原来的地方/);
    assert.match(await judged(page), /没有不同/, `${id} is where it was`);
    await goesOn(page, '再改改');
    await page.locator('.pin-map:not([hidden])').waitFor();

    if (datum === 'WGS-84') return;
    await field(page, 'datum').selectOption('WGS-84');
    await saysElse(page, async () => {
      await field(page, 'lat').fill(lat.toFixed(6));
      await field(page, 'lng').fill(lng.toFixed(6));
      await field(page, 'lng').press('Tab');
    });
    const sentence = `坐标像是弄错了坐标系：看着是 ${datum}，当成了 WGS-84。请核对。`;
    assert.ok((await problems(page)).includes(sentence), String(await problems(page)));
    assert.ok((await judged(page)).includes(sentence));
  });
}

journey('a new station: the map looks where it will be, and the pin is put in the middle', async (page, site) => {
  await openForm(page, site, '/staff/stations/new', 'city');
  assert.equal(await pin(page).count(), 0);
  assert.equal(await page.getByRole('button', { name: '放回原处' }).count(), 0);
  await field(page, 'name').fill('图钉驿站');
  await page.locator('[value=caring_station]').check();
  await field(page, 'place').selectOption('110108001');
  await page.locator('city-map').scrollIntoViewIfNeeded();
  await saysElse(page, () => page.getByRole('button', { name: '把图钉放到图中央' }).click());
  assert.match(await said(page).innerText(), /图钉在海淀区/);
  assert.ok(await pin(page).evaluate((button) => button === document.activeElement), 'and the arrow keys go on');
  await page.locator('.zoom-in').click();
  const from = await middle(page.locator('city-map'));
  const before = await field(page, 'lng').inputValue();
  await page.touchscreen.tap(from.x + 60, from.y);
  await page.waitForFunction((before) => document.querySelector('[name=lng]').value !== before, before);
  const [lat, lng] = await numbers(page);
  await judged(page);
  await goesOn(page, '就这么改');
  await page.getByRole('heading', { name: '图钉驿站' }).waitFor();
  const made = await numbers(page);
  near(made[0], lat, 6e-6, 'latitude');
  near(made[1], lng, 6e-6, 'longitude');
  await pin(page).waitFor();
});

journey('what else is listed is painted around it, and the station itself is not', async (page, site) => {
  const { id } = await station(site);
  await open(page, site);
  const here = await numbers(page);
  const { features } = await (await site.ask('/api/v1/stations.geojson')).json();
  const pixels = ({ geometry }) => {
    const [lng, lat] = geometry?.coordinates ?? [0, 0];
    const { north, east } = between(here, [lat, lng]);
    return [east / metresAPixel(here), -north / metresAPixel(here)];
  };
  const others = features.filter((one) => one.id !== id).map(pixels);
  const shown = others.filter(([east, south]) => Math.abs(east) < 150 && Math.abs(south) < 150);
  assert.ok(shown.length > 0);
  for (const [east, south] of shown) assert.ok(await painted(page, east, south), `${east} ${south}`);
  assert.ok(!(await painted(page, 0, 0)), 'the pin has no square of its own');
});

journey('typed far away, the map shows the pin and where it stood', async (page, site) => {
  await open(page, site);
  await page.locator('city-map').scrollIntoViewIfNeeded();
  await field(page, 'lat').fill('40.05');
  await page.waitForFunction(() => {
    const map = document.querySelector('city-map').getBoundingClientRect();
    return ['.pin', '.stood'].every((one) => {
      const { x, y, width, height } = document.querySelector(one).getBoundingClientRect();
      const [right, down] = [x + width / 2 - map.left, y + height / 2 - map.top];
      return right > 0 && right < map.width && down > 0 && down < map.height;
    });
  });
});

journey('a class has its pin, which needs no second person', async (page, site) => {
  await openForm(page, site, '/staff/classes/new', 'city');
  await field(page, 'place').selectOption(STREET);
  await saysElse(page, () => page.getByRole('button', { name: '把图钉放到图中央' }).click());
  assert.match(await said(page).innerText(), /图钉在东城区/);
  await sound(page);
});

journey('without JavaScript there are two numbers, and nothing promises a map', async (page, site) => {
  const { id } = await station(site);
  await enter(page, site, await staff(site, { role: 'listing_editor', desk: STREET }));
  await page.goto(`/staff/stations/${id}`);
  await page.locator('.pin-map').waitFor({ state: 'hidden' });
  const [lat] = await numbers(page);
  await field(page, 'lat').fill(String(lat + 0.001));
  assert.match(await judged(page), /坐标|位置/);
  await page.getByRole('button', { name: '就这么改' }).waitFor();
}, { javaScript: false });

for (const [name, options] of [
  ['on a phone', {}],
  ['on a desk, in English', { size: SIZES.desk, language: 'en-GB' }],
  ['in large print, in the dark', { largePrint: true, dark: true }],
]) {
  journey(`nothing is in the way ${name}`, async (page, site) => {
    await open(page, site);
    await pin(page).focus();
    await saysElse(page, () => page.keyboard.press('Shift+ArrowUp'));
    await sound(page);
  }, options);
}
