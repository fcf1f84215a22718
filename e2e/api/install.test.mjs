// The site among the apps of a phone: what it is called, how it looks, and the worker behind it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite } from '../support/site.mjs';

let site;
before(async () => { site = await startSite(); });
after(() => site.stop());

/** The values of that attribute in the links of a page. */
async function linked(rel, language) {
  const page = await (await site.ask('/', { headers: { 'accept-language': language } })).text();
  return [...page.matchAll(new RegExp(`<link rel="${rel}"[^>]* href="([^"]+)"`, 'g'))].map(([, address]) => address);
}

/** Width and height, which a PNG says in its first chunk. */
async function pixels(address) {
  const response = await site.ask(address);
  assert.equal(response.headers.get('content-type'), 'image/png', address);
  const bytes = Buffer.from(await response.arrayBuffer());
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

for (const [language, name] of [['zh-CN', '暖驿'], ['en', 'Nuanyi']]) {
  test(`it can be installed, in ${language}`, async () => {
    const [address] = await linked('manifest', language);
    const response = await site.ask(address);
    assert.equal(response.headers.get('content-type'), 'application/manifest+json');
    const manifest = await response.json();
    assert.equal(manifest.short_name, name);
    assert.equal(manifest.lang, language);
    assert.deepEqual([manifest.id, manifest.start_url, manifest.scope], ['/', '/', '/']);
    for (const { src, type, sizes } of manifest.icons) {
      if (type === 'image/png') assert.equal(await pixels(src), sizes, src);
      else assert.equal((await site.ask(src)).status, 200, src);
    }
    assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
    assert.deepEqual(manifest.shortcuts.map(({ url }) => url), ['/stations', '/check', '/requests/new']);
    for (const { url, icons } of manifest.shortcuts) {
      assert.equal((await site.ask(url)).status, 200, url);
      assert.equal(await pixels(icons[0].src), icons[0].sizes);
    }
    const [touch] = await linked('apple-touch-icon', language);
    assert.equal(await pixels(touch), '180x180');
  });
}

test('the service worker is asked for anew each time, and may be a way out', async () => {
  const worker = await site.ask('/sw.js');
  assert.equal(worker.headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.equal(worker.headers.get('cache-control'), 'no-cache');
  assert.match(worker.headers.get('content-security-policy'), /script-src 'self' 'wasm-unsafe-eval'/);
  const off = await startSite({ serviceWorker: 'off' });
  try {
    const wayOut = await off.ask('/sw.js');
    assert.notEqual(wayOut.headers.get('etag'), worker.headers.get('etag'));
    assert.match(await wayOut.text(), /unregister/);
    assert.doesNotMatch(await (await off.ask('/')).text(), /\/assets\/offline-/);
  } finally {
    await off.stop();
  }
  const wrong = await startSite({ serviceWorker: 'OFF', untilReady: false });
  try {
    assert.equal((await wrong.ask('/')).status, 500, 'a slip must not pass for either');
  } finally {
    await wrong.stop();
  }
});
