// Another version of the site, and the way out of a bad one, while somebody has a page open.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { awake, openPage, startBrowser } from '../support/browser.mjs';
import { BUILT, startSite } from '../support/site.mjs';
import { cut, isFromPhone, keptAddresses, visit } from '../support/tunnel.mjs';

let browser;
let folder;
let next;
before(async () => {
  browser = await startBrowser();
  folder = await mkdtemp(join(tmpdir(), 'nuanyi-next-'));
  next = await nextBuild();
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The same site without its checker: a build that lacks a file of the one before. */
async function nextBuild() {
  const built = join(folder, 'dist');
  const files = join(built, 'site');
  await cp(BUILT, built, { recursive: true });
  const worker = await readFile(join(files, 'sw.js'), 'utf8');
  const [gone] = worker.match(/\/assets\/checker-\w+\.js/);
  const [, build] = worker.match(/build:"([0-9a-f]{16})"/);
  const changed = worker.replace(build, '0123456789abcdef').replace(`"${gone}",`, '');
  await writeFile(join(files, 'sw.js'), changed);
  await writeFile(join(files, 'sw.js.br'), brotliCompressSync(changed));
  await writeFile(join(files, 'sw.js.gz'), gzipSync(changed));
  await Promise.all(['', '.br', '.gz'].map((ending) => rm(join(files, gone + ending))));
  const manifest = JSON.parse(await readFile(join(built, 'assets.json'), 'utf8'));
  delete manifest.files[gone];
  manifest.files['/sw.js'].tag = '0123456789abcdef';
  await writeFile(join(built, 'assets.json'), JSON.stringify(manifest));
  return { built, gone };
}

/** Somebody has a page of `first` open when `then` takes its place. */
async function replaced(then, walk) {
  const first = await startSite({ clock: null });
  const page = await openPage(browser, first, { serviceWorker: true });
  let second;
  try {
    await visit(page, '/');
    await page.goto('/stations');
    await awake(page);
    await first.stop();
    second = await startSite({ clock: null, port: new URL(first.address).port, ...then });
    await walk(page);
  } finally {
    await page.context().close();
    await (second ?? first).stop();
  }
}

const shells = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('shell-')));
const status = (page, address) => page.evaluate(async (address) => {
  try {
    return (await fetch(address)).status;
  } catch {
    return 'unreachable';
  }
}, address);

/** Does what browsers do on their own time: asks for the worker again. */
const update = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());

/** Browsers let a worker be idle for half a minute before another takes its place. */
async function until(what, page, holds) {
  for (let left = 600; left > 0; left -= 1) {
    if (await page.evaluate(holds)) return;
    await page.waitForTimeout(100);
  }
  const found = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const states = ['installing', 'waiting', 'active'].map((name) => `${name}: ${registration?.[name]?.state}`);
    return [...(await caches.keys()), ...states].join(', ');
  });
  assert.fail(`not so: ${what}; there is ${found}`);
}

test('a new version waits for the open page, which keeps its files', { timeout: 180_000 }, async () => {
  await replaced({ built: next.built }, async (page) => {
    const [old] = await shells(page);
    await update(page);
    await until('the new version is there', page, async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting));
    assert.equal((await shells(page)).length, 2);
    assert.equal(await status(page, next.gone), 200, 'a file that the site no longer has');
    assert.ok(await page.locator('.results .row').count() > 0);

    const address = page.url();
    const context = page.context();
    await page.close();
    const later = await context.newPage();
    await later.goto(address);
    await until('the new version took over', later, async () => (await caches.keys()).includes('shell-0123456789abcdef')
      && (await navigator.serviceWorker.getRegistration()).active?.state === 'activated'
      && !(await navigator.serviceWorker.getRegistration()).waiting);
    await until('the old one is gone', later, async () => (await caches.keys()).filter((name) => name.startsWith('shell-')).length === 1);
    assert.ok(!(await shells(later)).includes(old));
    await later.goto('/stations');
    await cut(later);
    await later.goto('/map');
    await isFromPhone(later);
  });
});

test('the way out: turned off, it lets go of everything while a page is open', { timeout: 180_000 }, async () => {
  await replaced({ serviceWorker: 'off' }, async (page) => {
    await update(page);
    await until('everything is gone', page, async () => (await caches.keys()).length === 0
      && !(await navigator.serviceWorker.getRegistration()));
    assert.ok(await page.locator('.results .row').count() > 0, 'the open page goes on');
    await page.goto('/map');
    assert.equal(await page.locator('script[src*="/assets/offline-"]').count(), 0, 'no page registers another');
    assert.deepEqual(await keptAddresses(page), []);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  });
});

test('a site that does not answer in time', { timeout: 180_000 }, async () => {
  const site = await startSite({ clock: null });
  const page = await openPage(browser, site, { serviceWorker: true });
  try {
    await visit(page, '/');
    site.pause();
    await page.goto('/stations');
    await isFromPhone(page);
    site.resume();
    await page.goto('/stations');
    assert.equal(await page.locator('.from-phone').count(), 0);
  } finally {
    site.resume();
    await page.context().close();
    await site.stop();
  }
});
