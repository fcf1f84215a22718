// A million people get the same verdicts on the phone as on the host, byte for byte.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from '../support/browser.mjs';
import { startSite } from '../support/site.mjs';
import { EXPECTED, judging, PEOPLE, PROGRAMMES, STEP } from '../support/verdicts.mjs';

let site;
let browser;
before(async () => { [site, browser] = await Promise.all([startSite(), startBrowser()]); });
after(async () => {
  await browser?.close();
  await site?.stop();
});

// These run in the page.

function begin(bytes) {
  globalThis.judged = new Uint8Array(bytes);
}

function judge([from, to, programmes]) {
  globalThis.judged.set(globalThis.verdicts(from, to), from * programmes);
}

async function digest() {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', globalThis.judged));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

test('Chromium judges a million people as the host does', async () => {
  const page = await openPage(browser, site);
  await judging(page);
  await page.evaluate(begin, PEOPLE * PROGRAMMES);
  for (let from = 0; from < PEOPLE; from += STEP) {
    await page.evaluate(judge, [from, from + STEP, PROGRAMMES]);
  }
  assert.equal(await page.evaluate(digest), EXPECTED);
  assert.deepEqual(page.complaints, []);
});
