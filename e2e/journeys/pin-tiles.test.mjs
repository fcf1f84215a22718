// The pin on real tiles: below the right pixel in both datums, set as well where there are none, and
// their host let in where a pin is set and nowhere else.

import assert from 'node:assert/strict';
import { gcj02 } from '../support/datum.mjs';
import { field, middle, numbers, openForm, pin, saysElse } from '../support/pin.mjs';
import { enter, staff } from '../support/staff.mjs';
import { onTile, sketched, tiled, tilesThere, underButtons } from '../support/tiles.mjs';

const { held, configured, journey } = tiled();

/** Where the pin is shown may be off by the rounding of its pixel and of its numbers. */
const MOST_OFF = 1.6;
const STREET = '110101001';

async function form(site) {
  const { stations } = await (await site.ask(`/api/v1/stations?street=${STREET}&limit=50`)).json();
  return `/staff/stations/${stations[5].id}`;
}

for (const [datum, shift] of [['cgcs2000', (at) => at], ['gcj02', gcj02]]) {
  journey(`the pin lies on the right pixel, and a tap is that pixel, ${datum}`, () => configured(datum), async (page, site) => {
    await openForm(page, site, await form(site));
    await page.locator('city-map').scrollIntoViewIfNeeded();
    const lies = async () => {
      await tilesThere(page);
      const [[lat, lng], [shown]] = [await numbers(page), await underButtons(page, '.pin')];
      const expected = onTile(shift([lng, lat]), shown.zoom);
      const off = Math.hypot(shown.x - expected.x, shown.y - expected.y);
      assert.ok(off < MOST_OFF, `off by ${off} pixels`);
    };
    await lies();
    const { x, y } = await middle(pin(page));
    await saysElse(page, () => page.touchscreen.tap(x + 50, y + 30));
    const now = await middle(pin(page));
    assert.ok(Math.hypot(now.x - x - 50, now.y - y - 30) < MOST_OFF, JSON.stringify([now, x, y]));
    await lies();
    assert.match(await page.locator('.pin-map').innerText(), /底图：测试图商，审图号：GS\(2026\)0001/);
  });
}

journey('the host of tiles is let in by the form alone', () => configured('cgcs2000'), async (page, site) => {
  const [editor, auditor] = [
    await staff(site, { role: 'listing_editor', desk: STREET }), await staff(site, { role: 'auditor', desk: 'city' }),
  ];
  const policy = async (path, { cookie }) =>
    (await site.ask(path, { headers: { cookie } })).headers.get('content-security-policy');
  const [address, letIn] = [await form(site), new RegExp(`img-src 'self' ${held.tiles.host}$`)];
  assert.match(await policy(address, editor), letIn);
  assert.match(await policy('/staff/stations/new', editor), letIn);
  for (const path of ['/staff/stations', `${address}/history`, '/staff']) {
    assert.match(await policy(path, editor), /img-src 'self'$/, path);
  }
  assert.match(await policy(address, auditor), /img-src 'self'$/, 'who may not set a pin has no map');

  await enter(page, site, editor);
  await page.goto(address);
  await page.locator('.pin-map:not([hidden])').waitFor();
  await field(page, 'lat').fill('');
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: '看一看会改成什么' }).click(),
  ]);
  assert.equal(answer.status(), 422);
  assert.match(answer.headers()['content-security-policy'], letIn);
  page.complaints.splice(0, page.complaints.length, ...page.complaints.filter((line) => !/422/.test(line)));
});

journey('tiles that are refused leave the sketch, and the pin is set on it', () => configured('gcj02'), async (page, site) => {
  held.tiles.fate = 'refused';
  await openForm(page, site, await form(site));
  await page.locator('img.leaflet-tile').first().waitFor({ state: 'attached' });
  await sketched(page);
  const before = await numbers(page);
  await pin(page).focus();
  await saysElse(page, () => page.keyboard.press('ArrowUp'));
  assert.notDeepEqual(await numbers(page), before);
});
