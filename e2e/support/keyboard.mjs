// A keyboard, and nothing else: every stop of the focus must be seen, and what it takes is counted.

import assert from 'node:assert/strict';

/**
 * Presses Tab until the focus is on what `selector` says, and is called `text` if that is given; gives
 * how often. Every stop on the way must be seen. Nothing is pressed if the focus is there already.
 */
export async function tabTo(page, selector, { text, most = 60, key = 'Tab' } = {}) {
  for (let presses = 0; ; presses += 1) {
    const stop = await stopOf(page, selector, text);
    if (presses > 0 && !stop.isNowhere) {
      assert.ok(stop.isOutlined && stop.isInWindow, `the focus is not seen on ${stop.what}`);
    }
    if (stop.isThere) return presses;
    assert.ok(presses < most, `${most} times ${key} do not lead to ${selector} ${text ?? ''} on ${page.url()}`);
    await page.keyboard.press(key);
  }
}

/** Where the focus is. */
const stopOf = (page, selector, text) => page.evaluate(([wanted, called]) => {
  const element = document.activeElement;
  // A switch lies unseen over its chip, which shows the focus for it.
  const shown = element.matches('.pick input') ? element.nextElementSibling : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const { top, bottom, width } = shown.getBoundingClientRect();
  return {
    isThere: element.matches(wanted) && (called === undefined || element.innerText.trim() === called),
    isNowhere: element === document.body,
    what: element.outerHTML.slice(0, 90),
    isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isInWindow: width > 0 && bottom > 0 && top < innerHeight,
  };
}, [selector, text]);

/** Hands on the keys of a page whose skip links lead past its head and past the menu of staff. */
export class Hands {
  /** Keys that were pressed, without what was typed. */
  pressed = 0;

  /** On no way are there more than `most` Tabs. */
  constructor(page, most) {
    this.page = page;
    this.most = most;
  }

  async press(key) {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Goes on from where the focus is, or back with another `key`. */
  async to(selector, text, key) {
    const tabs = await tabTo(this.page, selector, { text, most: this.most, key });
    this.pressed += tabs;
  }

  /** From the top of the page past its head. */
  async skip() {
    await this.to('.skip[href="#main"]');
    await this.press('Enter');
    await this.page.locator('#main:focus').waitFor();
  }

  /** From the top of the page to something in the menu of staff. */
  async follow(address) {
    await this.skip();
    await this.to(`nav a[href="${address}"]`);
    await this.press('Enter');
    await this.page.waitForURL(`**${address}`);
  }

  /** From the top of the page past the menu of staff to something in its content. */
  async find(selector, text) {
    await this.skip();
    await this.to('.skip[href="#work"]');
    await this.press('Enter');
    await this.page.locator('#work:focus').waitFor({ state: 'attached' });
    await this.to(selector, text);
  }
}
