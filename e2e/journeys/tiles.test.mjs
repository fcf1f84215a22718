// Real map tiles by configuration: below the right places in both datums, and no loss when missing.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from '../support/browser.mjs';
import { gcj02 } from '../support/datum.mjs';
import { moving } from '../support/moving-map.mjs';
import { startSite } from '../support/site.mjs';
import { startTileServer } from '../support/tile-server.mjs';

/** Where a station is shown may be off by the rounding of its pixel and of the snapshot. */
const MOST_OFF = 1.6;
const AT = '/map#at=39.9219,116.2026,17';

let browser;
let tiles;
before(async () => {
  browser = await startBrowser();
  tiles = await startTileServer();
});
after(async () => {
  await browser?.close();
  tiles?.stop();
});

const configured = (datum, layers = ['/{z}/{x}/{y}.png']) => ({
  layers: layers.map((path) => tiles.host + path),
  datum,
  attribution: '测试图商',
  approval: 'GS(2026)0001',
});

/** A journey on a site with that configuration, in which the page complains of tiles alone. */
function journey(name, mapTiles, walk) {
  test(name, { timeout: 90_000 }, async () => {
    const site = await startSite({ mapTiles: mapTiles() });
    const page = await openPage(browser, site);
    tiles.fate = 'answered';
    tiles.asked.length = 0;
    try {
      await walk(page, site);
      assert.deepEqual(page.complaints.filter((line) => !/403|ERR_ABORTED/.test(line)), []);
    } finally {
      await page.context().close();
      await site.stop();
    }
  });
}

/** Tile and pixel on it by the textbook, of `[lng, lat]` as the tile's maker has them. */
function onTile([lng, lat], zoom) {
  const side = 256 * 2 ** zoom;
  const y = 0.5 - Math.atanh(Math.sin((lat * Math.PI) / 180)) / (2 * Math.PI);
  return { x: (lng / 360 + 0.5) * side, y: y * side };
}

/** Pixels of the world under the middle of each place's button, told by the tiles below it. */
const underPlaces = (page) => page.evaluate(() => {
  const loaded = [...document.querySelectorAll('img.leaflet-tile-loaded')].map((image) => ({
    numbers: new URL(image.src).pathname.match(/\d+/g).map(Number),
    box: image.getBoundingClientRect(),
  }));
  return [...document.querySelectorAll('.place')].map((place) => {
    const box = place.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const tile = loaded.find(({ box }) => x >= box.left && x < box.right && y >= box.top && y < box.bottom);
    if (!tile) return null;
    const [zoom, column, row] = tile.numbers;
    return {
      id: Number(place.dataset.station),
      zoom,
      x: column * 256 + x - tile.box.left,
      y: row * 256 + y - tile.box.top,
    };
  });
});

for (const [datum, shift] of [['cgcs2000', (at) => at], ['gcj02', gcj02]]) {
  journey(`a station lies on the right pixel of the right tile, ${datum}`, () => configured(datum), async (page, site) => {
    await page.goto(AT);
    await moving(page);
    await page.locator('img.leaflet-tile-loaded').nth(3).waitFor();
    await page.locator('img.leaflet-tile:not(.leaflet-tile-loaded)').first().waitFor({ state: 'detached' });
    const { features } = await (await site.ask('/api/v1/stations.geojson')).json();
    const places = await underPlaces(page);
    assert.ok(places.length > 2);
    for (const place of places) {
      const { geometry } = features.find(({ id }) => id === place.id);
      const expected = onTile(shift(geometry.coordinates), place.zoom);
      const off = Math.hypot(place.x - expected.x, place.y - expected.y);
      assert.ok(off < MOST_OFF, `${place.id} is off by ${off} pixels`);
    }
    const shown = await page.locator('.moving').innerText();
    assert.match(shown, /底图：测试图商，审图号：GS\(2026\)0001/);
  });
}

journey('two layers lie over each other, and only their host is let in, on the map alone', () => configured('cgcs2000', ['/vec/{z}/{x}/{y}', '/cva/{z}/{x}/{y}']), async (page, site) => {
  await page.goto(AT);
  await moving(page);
  await page.locator('img.leaflet-tile-loaded').nth(3).waitFor();
  for (const layer of ['/vec/17/', '/cva/17/']) assert.ok(tiles.asked.some((path) => path.startsWith(layer)));
  const policy = async (path, headers) => (await site.ask(path, { headers })).headers.get('content-security-policy');
  assert.match(await policy('/map'), new RegExp(`img-src 'self' ${tiles.host}$`));
  assert.match(await policy('/'), /img-src 'self'$/);
  const tag = (await site.ask('/map')).headers.get('etag');
  const again = await site.ask('/map', { headers: { 'if-none-match': tag } });
  assert.equal(again.status, 304);
  assert.ok(again.headers.get('content-security-policy').endsWith(tiles.host), 'a 304 replaces what is kept');
});

for (const fate of ['refused', 'late']) {
  journey(`tiles that are ${fate} leave the sketch, the places and the list`, () => configured('gcj02'), async (page) => {
    tiles.fate = fate;
    await page.goto(AT);
    await moving(page);
    await page.locator('.row').first().waitFor();
    await page.locator('img.leaflet-tile').first().waitFor({ state: 'attached' });
    assert.equal(await page.locator('img.leaflet-tile-loaded').count(), 0);
    const drawn = await page.evaluate(() => {
      const canvas = document.querySelector('.leaflet-sketch-pane canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    });
    assert.ok(drawn, 'the sketch is there');
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
