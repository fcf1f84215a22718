// Real map tiles by configuration: below the right places in both datums, and no loss when missing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gcj02 } from '../support/datum.mjs';
import { moving } from '../support/moving-map.mjs';
import { startSite } from '../support/site.mjs';
import { onTile, rings, sketched, tiled, tilesThere, underButtons } from '../support/tiles.mjs';

/** Where a station is shown may be off by the rounding of its pixel and of the snapshot. */
const MOST_OFF = 1.6;
/** An outline's steps are 60 cm wide, and the address knows its middle to a metre. */
const MOST_ROUGH = 3;
const AT = '/map#at=39.9219,116.2026,17';

const { held, configured, journey } = tiled();

for (const [datum, shift] of [['cgcs2000', (at) => at], ['gcj02', gcj02]]) {
  journey(`a station lies on the right pixel of the right tile, ${datum}`, () => configured(datum), async (page, site) => {
    await page.goto(AT);
    await moving(page);
    await tilesThere(page);
    const { features } = await (await site.ask('/api/v1/stations.geojson')).json();
    const places = await underButtons(page, '.place');
    assert.ok(places.length > 2);
    for (const place of places) {
      const { geometry } = features.find(({ id }) => id === place.id);
      const expected = onTile(shift(geometry.coordinates), place.zoom);
      const off = Math.hypot(place.x - expected.x, place.y - expected.y);
      assert.ok(off < MOST_OFF, `${place.id} is off by ${off} pixels`);
    }
    await sketched(page);
    const { seen, belong } = await rings(page, shift);
    assert.equal(seen.length, belong.length);
    seen.forEach(([x, y], ring) => {
      const off = Math.hypot(x - belong[ring][0], y - belong[ring][1]);
      assert.ok(off < MOST_ROUGH, `ring ${ring} is off by ${off} pixels`);
    });
    const shown = await page.locator('.moving').innerText();
    assert.match(shown, /底图：测试图商，审图号：GS\(2026\)0001/);
  });
}

journey('two layers lie over each other, and only their host is let in, on the map alone', () => configured('cgcs2000', ['/vec/{z}/{x}/{y}', '/cva/{z}/{x}/{y}']), async (page, site) => {
  await page.goto(AT);
  await moving(page);
  await page.locator('img.leaflet-tile-loaded').nth(3).waitFor();
  for (const layer of ['/vec/17/', '/cva/17/']) assert.ok(held.tiles.asked.some((path) => path.startsWith(layer)));
  const policy = async (path, headers) => (await site.ask(path, { headers })).headers.get('content-security-policy');
  assert.match(await policy('/map'), new RegExp(`img-src 'self' ${held.tiles.host}$`));
  assert.match(await policy('/'), /img-src 'self'$/);
  const tag = (await site.ask('/map')).headers.get('etag');
  const again = await site.ask('/map', { headers: { 'if-none-match': tag } });
  assert.equal(again.status, 304);
  assert.ok(again.headers.get('content-security-policy').endsWith(held.tiles.host), 'a 304 replaces what is kept');
});

journey('the nearest look has tiles, too', () => configured('cgcs2000'), async (page) => {
  await page.goto('/map#at=39.9219,116.2026,19');
  await page.locator('img.leaflet-tile-loaded').first().waitFor();
});

for (const fate of ['refused', 'late']) {
  journey(`tiles that are ${fate} leave the sketch, the places and the list`, () => configured('gcj02'), async (page) => {
    held.tiles.fate = fate;
    await page.goto(AT);
    await moving(page);
    await page.locator('.row').first().waitFor();
    await page.locator('img.leaflet-tile').first().waitFor({ state: 'attached' });
    assert.equal(await page.locator('img.leaflet-tile-loaded').count(), 0);
    await sketched(page);
  });
}

test('a configuration that cannot be used is refused before anything is answered', async () => {
  const wrong = { ...configured('cgcs2000'), approval: '' };
  const site = await startSite({ mapTiles: wrong, untilReady: false });
  try {
    assert.equal((await site.ask('/readyz')).status, 500);
    assert.equal((await site.ask('/map')).status, 500);
  } finally {
    await site.stop();
  }
});
