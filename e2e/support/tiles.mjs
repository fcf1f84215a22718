// Maps that lie on tiles: a site for each configuration, and what lies over which pixel of which tile.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { look } from './moving-map.mjs';
import { startSite } from './site.mjs';
import { startTileServer } from './tile-server.mjs';

/** Sets up the stage of a file: a browser, a tile server in `held`, and a site for each journey. */
export function tiled() {
  const held = {};
  before(async () => {
    held.browser = await startBrowser();
    held.tiles = await startTileServer();
  });
  after(async () => {
    await held.browser?.close();
    held.tiles?.stop();
  });

  const configured = (datum, layers = ['/{z}/{x}/{y}.png']) => ({
    layers: layers.map((path) => held.tiles.host + path),
    datum,
    attribution: '测试图商',
    approval: 'GS(2026)0001',
  });

  /** A journey on a site with that configuration, in which the page complains of tiles alone. */
  function journey(name, mapTiles, walk) {
    test(name, { timeout: 90_000 }, async () => {
      const site = await startSite({ mapTiles: mapTiles() });
      const page = await openPage(held.browser, site);
      held.tiles.fate = 'answered';
      held.tiles.asked.length = 0;
      try {
        await walk(page, site);
        assert.deepEqual(page.complaints.filter((line) => !/403|ERR_ABORTED/.test(line)), []);
      } finally {
        await page.context().close();
        await site.stop();
      }
    });
  }

  return { held, configured, journey };
}

/** Waits until every tile of the window is there. */
export async function tilesThere(page) {
  await page.locator('img.leaflet-tile-loaded').nth(3).waitFor();
  await page.locator('img.leaflet-tile:not(.leaflet-tile-loaded)').first().waitFor({ state: 'detached' });
}

/** Tile and pixel on it by the textbook, of `[lng, lat]` as the tile's maker has them. */
export function onTile([lng, lat], zoom) {
  const side = 256 * 2 ** zoom;
  const y = 0.5 - Math.atanh(Math.sin((lat * Math.PI) / 180)) / (2 * Math.PI);
  return { x: (lng / 360 + 0.5) * side, y: y * side };
}

/** Pixels of the world under the middle of each such button, told by the tiles below it. */
export const underButtons = (page, selector) => page.evaluate((selector) => {
  const loaded = [...document.querySelectorAll('img.leaflet-tile-loaded')].map((image) => ({
    numbers: new URL(image.src).pathname.match(/\d+/g).map(Number),
    box: image.getBoundingClientRect(),
  }));
  return [...document.querySelectorAll(selector)].map((button) => {
    const box = button.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const tile = loaded.find(({ box }) => x >= box.left && x < box.right && y >= box.top && y < box.bottom);
    if (!tile) return null;
    const [zoom, column, row] = tile.numbers;
    return {
      id: Number(button.dataset.station),
      zoom,
      x: column * 256 + x - tile.box.left,
      y: row * 256 + y - tile.box.top,
    };
  });
}, selector);

/** Waits until the sketch is painted below. */
export const sketched = (page) => page.locator('.leaflet-sketch-pane path[transform]').waitFor();

/**
 * Where each ring of the sketch begins on the screen, and where it belongs by the textbook, `shift`
 * being the datum's: the second point of the ring in the table, for the first is also its last.
 */
export async function rings(page, shift = (at) => at) {
  const table = await readFile(new URL('../../domain/data/outlines.tsv', import.meta.url), 'utf8');
  const points = table.split('\n').filter((line) => /^\d/.test(line)).map((line) => line.split(/\s+/)[2].split(',').map(Number));
  const [lat, lng, zoom] = look(page);
  const seen = await page.evaluate(() => {
    const path = document.querySelector('.leaflet-sketch-pane path');
    const { x, y, width, height } = document.querySelector('city-map').getBoundingClientRect();
    const starts = [...path.getAttribute('d').matchAll(/M(-?\d+) (-?\d+)l/g)];
    return starts.map(([, right, down]) => {
      const at = new DOMPoint(right, down).matrixTransform(path.getScreenCTM());
      return [at.x - x - width / 2, at.y - y - height / 2];
    });
  });
  const middle = onTile(shift([lng, lat]), zoom);
  const belong = points.map((point) => onTile(shift(point), zoom)).map(({ x, y }) => [x - middle.x, y - middle.y]);
  return { seen, belong };
}
