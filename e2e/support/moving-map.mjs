// The moving map as somebody sees it: where it looks, its buttons, and the list beside it.

/** Waits until the map moves and everything on it has come to rest. */
export async function moving(page) {
  await page.locator('city-map button').first().waitFor({ state: 'attached' });
  // The server's count is not told aloud; the list's is. Its height is held until all of it is written.
  await page.locator('.results:not([style*=min-height]) .count[role=status]').waitFor();
  await page.waitForURL((url) => new URLSearchParams(url.hash.slice(1)).has('at'));
}

/** Latitude, longitude and zoom of the middle, as the address has them. */
export const look = (page) =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get('at').split(',').map(Number);

/** Does `act`, and waits until the map has come to rest elsewhere. */
export async function looksElsewhere(page, act) {
  const before = page.url();
  await act();
  await page.waitForURL((url) => url.href !== before);
}

/** How many places there are in all clusters and alone. */
export async function together(page) {
  const clusters = await page.locator('.cluster').allInnerTexts();
  return clusters.map(Number).reduce((one, other) => one + other, 0) + (await page.locator('.place').count());
}

/** Zooms until what fits on the map needs no more buttons than it has places. */
export async function zoomToCorner(page) {
  while (!(await page.locator('.place').count()) || look(page)[2] < 16) {
    await looksElsewhere(page, () => page.locator('.zoom-in').click());
  }
}

/** Whether something is painted among the dots, so many pixels from the middle of the window. */
export const painted = (page, east, south) => page.evaluate(([east, south]) => {
  const canvas = document.querySelector('.leaflet-dots-pane canvas');
  const ratio = canvas.width / canvas.getBoundingClientRect().width;
  const [x, y] = [canvas.width / 2 + east * ratio, canvas.height / 2 + south * ratio];
  const { data } = canvas.getContext('2d').getImageData(x - 2, y - 2, 5, 5);
  return data.some((value) => value > 0);
}, [east, south]);
