// A phone that was on the site before it lost its network.

import assert from 'node:assert/strict';

/** The options of a page whose phone keeps the site. */
export const KEEPS = { serviceWorker: true };

/** Opens a page of the site, and waits until the phone keeps the program, the city and the words of `districts`. */
export async function visit(page, path, districts = []) {
  await page.goto(path);
  await kept(page, districts);
}

/** Waits until the phone keeps what it is to keep. */
export function kept(page, districts = []) {
  return until(page, async () => {
    const addresses = await keptAddresses(page);
    const words = districts.every((code) => addresses.some((one) => one.endsWith(`/${code}.bin`)));
    const active = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
    return active === 'activated' && words && addresses.includes('/data/moment');
  });
}

/** Waits until the phone keeps how its owner reads, as the preferences' cookie says it. */
export function readerKept(page, prefs) {
  return until(page, async () => (await keptTexts(page)).some((text) => /\/data\/reader\n/.test(text) && text.includes(prefs)));
}

/** Asks again and again, from here: the page's clock may stand still. */
async function until(page, holds) {
  for (let left = 200; left > 0; left -= 1) {
    if (await holds()) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`not kept: ${await keptAddresses(page)}`);
}

/** Every address of which there is something in a cache. */
export function keptAddresses(page) {
  return page.evaluate(async () => {
    const caches = await Promise.all((await globalThis.caches.keys()).map((name) => globalThis.caches.open(name)));
    const requests = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
    return requests.map(({ url }) => url.replace(location.origin, ''));
  });
}

/** What lies in the caches, as text: addresses, headers and bodies. */
export function keptTexts(page) {
  return page.evaluate(async () => {
    const texts = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        texts.push([name, request.url, ...[...response.headers].flat(), await response.text()].join('\n'));
      }
    }
    return texts;
  });
}

/** Cuts the network, for pages and for the worker. */
export async function cut(page) {
  await page.context().setOffline(true);
  await assert.rejects(page.evaluate(() => fetch('/healthz')), 'the network is still there');
}

/** The phone drew this page by itself, and says so. */
export async function isFromPhone(page) {
  assert.equal(await page.locator('.from-phone').count(), 1, `${page.url()}: ${await page.title()}`);
}
