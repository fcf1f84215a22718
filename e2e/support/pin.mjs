// The map on which staff set a pin: where it is in the form, on the screen and on the ground.

import { enter, staff } from './staff.mjs';

const METRES_A_DEGREE = 111_195;

export const field = (page, name) => page.locator(`[name="${name}"]`);
export const pin = (page) => page.getByRole('button', { name: /^图钉，|^Pin:/ });
export const said = (page) => page.locator('.pin-said');

/** A listing editor of that desk opens the form at `path`, and its map is there. */
export async function openForm(page, site, path, desk = '110101001') {
  await enter(page, site, await staff(site, { role: 'listing_editor', desk }));
  await page.goto(path);
  await page.locator('.pin-map:not([hidden]) .leaflet-sketch-pane svg').waitFor();
}

/** The two numbers of the form, latitude first. */
export async function numbers(page) {
  return [Number(await field(page, 'lat').inputValue()), Number(await field(page, 'lng').inputValue())];
}

/** Does `act`, and waits until something else is said of the pin. */
export async function saysElse(page, act) {
  const before = await said(page).innerHTML();
  await act();
  await page.waitForFunction((before) => document.querySelector('.pin-said').innerHTML !== before, before);
  return said(page).innerText();
}

/** Metres to the north and to the east from one pair of numbers to another. */
export function between([lat, lng], [toLat, toLng]) {
  const shrunk = Math.cos((lat * Math.PI) / 180);
  return { north: (toLat - lat) * METRES_A_DEGREE, east: (toLng - lng) * METRES_A_DEGREE * shrunk };
}

/** Metres of the ground in a pixel of the form's map as it opens. */
export const metresAPixel = ([lat]) => (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / 256 / 2 ** 16;

/** The middle of an element on the screen. */
export async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}
