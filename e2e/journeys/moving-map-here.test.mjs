// Where somebody is, on the moving map: given, refused, silent, wrong; and told to nobody.

import assert from 'node:assert/strict';
import { SILENT } from '../support/browser.mjs';
import { look, looksElsewhere, moving, painted } from '../support/moving-map.mjs';
import { stage } from '../support/stage.mjs';

const { journey } = stage();

const HERE = { latitude: 39.914266, longitude: 116.403988, accuracy: 500 };
const METRES_A_DEGREE = 111_195;

const nearMe = (page) => page.getByRole('button', { name: '离我最近' });
const note = (page) => page.locator('.near [role=status]');
const mark = (page) => page.locator('.standing');
const near = (page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('near');

/** Metres from the middle of the map to the mark, as both are seen. */
async function fromMiddle(page) {
  const [map, here] = [await page.locator('city-map').boundingBox(), await mark(page).boundingBox()];
  const metresAPixel = (40_075_016.7 * Math.cos((look(page)[0] * Math.PI) / 180)) / 256 / 2 ** look(page)[2];
  const off = (side, size) => here[side] + here[size] / 2 - map[side] - map[size] / 2;
  return { east: off('x', 'width') * metresAPixel, south: off('y', 'height') * metresAPixel };
}

journey('near me: the map goes there, says how far that may be wrong, and tells nobody', async (page, site) => {
  await page.goto('/map');
  await moving(page);
  const heard = [];
  page.context().on('request', (request) => heard.push(request.url() + (request.postData() ?? '')));
  await looksElsewhere(page, () => nearMe(page).click());
  await mark(page).waitFor();
  assert.equal(near(page), '39.914,116.404');
  assert.equal(look(page)[2], 15);
  const off = await fromMiddle(page);
  assert.ok(Math.hypot(off.east, off.south) < 15, JSON.stringify(off));
  await page.getByText(/走 \d+ 分钟到/).first().waitFor();
  const { stations } = await (await site.ask('/api/v1/stations?near=39.914266,116.403988')).json();
  await page.locator(`.row[href="/stations/${stations[0].id}"]`).waitFor();

  await page.getByText('按条件筛').click();
  await page.getByRole('radio', { name: '骑电动车' }).check({ force: true });
  await page.getByText(/骑 \d+ 分钟到/).first().waitFor();
  await page.getByRole('link', { name: '看列表' }).click();
  await page.waitForURL('**/stations?*by=ebike*#near=39.914*');
  await page.getByText(/骑 \d+ 分钟到/).first().waitFor();
  assert.deepEqual(heard.filter((line) => /39\.91|116\.40/.test(decodeURIComponent(line))), []);
  assert.ok(heard.length, 'something was asked for, so the silence means something');
}, { position: HERE });

journey('wrong by 500 metres: the circle says so, and one puts the mark right by hand or by key', async (page) => {
  await page.goto('/map');
  await moving(page);
  await looksElsewhere(page, () => nearMe(page).click());
  await mark(page).waitFor();
  const metresAPixel = (40_075_016.7 * Math.cos((HERE.latitude * Math.PI) / 180)) / 256 / 2 ** 15;
  assert.ok(await painted(page, 500 / metresAPixel, 0), 'the rim of the circle is there');

  const { x, y, width, height } = await mark(page).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 60, y + height / 2 - 40, { steps: 6 });
  await page.mouse.up();
  await page.waitForURL((url) => !url.hash.includes('near=39.914'));
  const [lat, lng] = near(page).split(',').map(Number);
  const east = (lng - HERE.longitude) * METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  const north = (lat - HERE.latitude) * METRES_A_DEGREE;
  assert.ok(Math.abs(east - 60 * metresAPixel) < 80 && Math.abs(north - 40 * metresAPixel) < 80, `${east} ${north}`);

  await page.locator('city-map').focus();
  for (let press = 0; press < 3; press += 1) await looksElsewhere(page, () => page.keyboard.press('ArrowUp'));
  await page.getByRole('button', { name: '我在图中央' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.hash.includes(`near=${lat}`));
  const off = await fromMiddle(page);
  assert.ok(Math.hypot(off.east, off.south) < 15, JSON.stringify(off));
}, { position: HERE });

journey('refused: choose a district, whose choice unfolds', async (page) => {
  await page.goto('/map');
  await moving(page);
  await nearMe(page).click();
  await page.getByText('没拿到位置。选个区，一样能找。').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'district');
  assert.ok(await page.locator('#district').isVisible());
  assert.equal(await mark(page).count(), 0);
});

journey('no answer for 8 seconds: the same', async (page) => {
  await page.goto('/map');
  await moving(page);
  await nearMe(page).click();
  await page.getByText('正在问手机在哪……').waitFor();
  await page.clock.fastForward(7_000);
  assert.equal(await note(page).innerText(), '正在问手机在哪……');
  await page.clock.fastForward(1_500);
  await page.getByText('没拿到位置。选个区，一样能找。').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'district');
}, { position: SILENT });
