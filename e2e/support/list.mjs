// The list as somebody sees it, whether the server or the phone wrote it.

/** What the rows say, one text a row. */
export const rowTexts = (page) => page.locator('.results .row:visible').allInnerTexts();

/** How many places the list says there are. */
export async function count(page) {
  const text = await page.locator('.results .count:visible').innerText();
  return Number(text.match(/\d+/)[0]);
}

/** Sends the form. Without JavaScript that loads a page. */
export async function send(page) {
  await page.locator('.words button').click();
}

/** Does `act`, and waits until the phone has written the list anew. */
export async function redrawn(page, act) {
  await page.locator('.results > *').evaluateAll((all) => {
    for (const one of all) one.classList.add('before');
  });
  await act();
  await page.locator('.results > :not(.before)').first().waitFor();
}

/**
 * Waits until the address asks for exactly this; the order and empty fields do not matter. What
 * stands behind `#` counts too.
 */
export async function asks(page, expected) {
  await page.waitForURL((url) => {
    const asked = [...url.searchParams, ...new URLSearchParams(url.hash.slice(1))]
      .filter(([, value]) => value)
      .map((pair) => pair.join('='));
    return asked.sort().join('&') === [...expected].sort().join('&');
  });
}
