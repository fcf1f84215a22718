// Measured on the page once it is whole: what is too small to press, and what is too wide.

/**
 * What one presses or tabs to, by `least` pixels in both directions; each shortfall is a line. Links within a
 * sentence are as high as its lines, and a field in a label is as large as the label.
 */
export async function smallTargets(page, least) {
  await page.waitForLoadState();
  return page.evaluate((least) => {
    const inSentence = (link) =>
      link.matches('p a:not(.chip, .act)') &&
      link.parentElement.innerText.trim() !== link.innerText.trim();
    return [...document.querySelectorAll('a, button, select, input, summary')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !inSentence(one))
      .filter((one) => !(one.tabIndex < 0 && one.closest('.unseen')))
      .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
      // Within less than a pixel it is a matter of rounding.
      .filter(({ box }) => box.bottom > 0 && (box.height < least - 0.5 || box.width < least - 0.5))
      .map(({ one, box }) => `${one.outerHTML.slice(0, 80)}: ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
  }, least);
}

/** By how many pixels the page is wider than its window, and what sticks out. */
export async function sticksOut(page) {
  await page.waitForLoadState();
  return page.evaluate(() => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return [];
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 0.5)
      .map((one) => `${one.outerHTML.slice(0, 80)}: ${one.getBoundingClientRect().right.toFixed(0)}`)
      .slice(0, 5)
      .concat(`${over} pixels too wide`);
  });
}
