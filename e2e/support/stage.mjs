// Where a file's journeys happen: one site, one browser, a fresh page for each.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from './browser.mjs';
import { startSite } from './site.mjs';

/**
 * Sets up the stage of a file, with the options of its site.
 *
 * A journey is `(page, site, options) => …`, with the options of its page, which must not have
 * complained by the end, save for what `tolerated` matches. `twice` walks it with JavaScript and
 * without.
 */
export function stage(siteOptions) {
  const held = {};
  before(async () => {
    held.site = await startSite(siteOptions);
    held.browser = await startBrowser();
  });
  after(async () => {
    await held.browser?.close();
    await held.site?.stop();
  });

  function journey(name, walk, { tolerated, ...options } = {}) {
    test(name, { timeout: 90_000 }, async () => {
      const page = await openPage(held.browser, held.site, options);
      try {
        await walk(page, held.site, options);
        const complaints = page.complaints.filter((line) => !tolerated?.test(line));
        assert.deepEqual(complaints, []);
      } finally {
        await page.context().close();
      }
    });
  }

  function twice(name, walk, options) {
    journey(`${name}, with JavaScript`, walk, { ...options, javaScript: true });
    journey(`${name}, without JavaScript`, walk, { ...options, javaScript: false });
  }

  return { journey, twice };
}
