// The service worker: the site without a network. It keeps the files of its build and the city, and
// draws the pages from them as the server does. It keeps no page and no answer: nothing personal.

import start, { Pocket } from 'pocket';
import { city, confirm, districts, forgetOlder, openCity, pointsAt, reader, setReader, wordsAt } from './kept.js';
import { Sort, isOfSite, sortOf, wordsOf } from './rules.mjs';

/** How long a page may take before the phone draws its own. */
const PATIENCE_MS = 4000;
/** How long a new version waits: a page may just be loading. */
const CALM_MS = 5000;
/** For so long a city is new enough: another version is not fetched ahead. */
const NEW_ENOUGH_MS = 3_600_000;

// The build writes it: `xtask/assets.mjs`.
const { build, files, assets, module } = BUILD;
const SHELL = 'shell-';
const HERE = { origin: location.origin, files };

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));

addEventListener('fetch', (event) => {
  const sort = sortOf(event.request, HERE);
  if (sort === Sort.FILE) event.respondWith(file(event.request));
  if (sort === Sort.DATA) event.respondWith(data(event.request));
  if (sort === Sort.PAGE) event.respondWith(page(event));
  if (sort === Sort.LONE_PAGE) event.respondWith(fromSite(event).catch(() => draw(event)));
});

async function install() {
  if (registration.active) await wait(CALM_MS);
  const shell = await caches.open(SHELL + build);
  // One after the other: whoever goes on to another page meanwhile comes first.
  for (const address of files) await shell.add(address);
}

/** No page of another version is open any more. */
async function activate() {
  const others = (await caches.keys()).filter((name) => name.startsWith(SHELL) && name !== SHELL + build);
  await Promise.all(others.map((name) => caches.delete(name)));
  await registration.navigationPreload?.enable();
}

/** Also of the version before, whose page may be open. */
async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** The words of a district that somebody looks at are kept from then on. */
async function data(request) {
  const found = await caches.match(request, { ignoreVary: true });
  if (found) return found;
  const response = await fetch(request);
  const kept = await city();
  if (response.ok && kept && wordsOf(new URL(request.url).pathname)?.version === kept.version) {
    await kept.cache.put(request, response.clone());
    opened = undefined;
  }
  return response;
}

async function fromSite(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

/** The site's page, unless the phone has drawn its own before that comes. */
async function page(event) {
  const answer = fromSite(event);
  const failed = answer.then((response) => !isOfSite(response), () => true);
  if (!(await Promise.race([failed, wait(PATIENCE_MS).then(() => true)]))) return answer;
  const drawn = await draw(event).catch(() => undefined);
  // What the phone cannot draw is waited for, however long the site takes.
  return drawn && (drawn.ok || await failed) ? drawn : answer;
}

/** The phone's page. */
async function draw({ request }) {
  const kept = await city();
  const pocket = await open(kept);
  const { pathname, search } = new URL(request.url);
  const asked = {
    address: pathname + search, reader: await reader(kept), now: Date.now(), kept: kept.at, key: freshKey(), assets,
  };
  const drawn = pocket.page(asked);
  const headers = new Headers((await caches.match(assets.css, { ignoreVary: true })).headers);
  for (const name of ['cache-control', 'content-encoding', 'content-length', 'etag']) headers.delete(name);
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(drawn ?? pocket.needs_network(asked), { status: drawn ? 200 : 503, headers });
}

/** Not to be guessed: a request that is written without a network is known by it. */
const freshKey = () => crypto.randomUUID().replaceAll('-', '');

/** The city in memory, until the worker sleeps or there is more of it. */
let opened;

async function open(kept) {
  if (opened?.version !== kept.version) opened = { version: kept.version, pocket: await read(kept) };
  return opened.pocket;
}

async function read(kept) {
  const pocket = await points(kept.version, kept.cache);
  for (const district of await districts(kept)) {
    pocket.load(Number(district), await bytes(await kept.cache.match(wordsAt(kept.version, district))));
  }
  return pocket;
}

/** The city without words. */
async function points(version, cache) {
  await start({ module_or_path: await caches.match(module, { ignoreVary: true }) });
  return Pocket.open(await bytes(await cache.match(pointsAt(version))));
}

const bytes = async (response) => new Uint8Array(await response.arrayBuffer());

// One thing after the other, whichever page asks.
let last = Promise.resolve();

addEventListener('message', (event) => {
  const { data: { task, ...rest }, ports: [port] } = event;
  const done = last.then(() => TASKS[task](rest));
  last = done.then((answer) => port.postMessage({ answer }), () => port.postMessage({ failed: true }));
  event.waitUntil(last);
});

const TASKS = {
  /** Somebody reads like this. */
  async read({ reader }) {
    const kept = await city();
    if (kept) await setReader(kept, reader);
  },
  /** A page of the site is shown, of that version of the city, and about those districts. */
  async arrive({ version, about, saving, ...rest }) {
    const before = await city();
    const has = before ? await districts(before) : [];
    const lacking = about.filter((district) => !has.includes(district));
    const isOld = !before || lacking.length > 0 || Date.now() - before.at > NEW_ENOUGH_MS;
    if (before?.version === version) await confirm(before.cache);
    else if (isOld && !saving) await renew(before, version);
    await TASKS.read(rest);
    if (!saving) for (const district of lacking) await TASKS.keep({ version, district });
  },
  /** Somebody wants the words of a district of that version. */
  async keep({ version, district }) {
    const before = await city();
    if (before?.version !== version) await renew(before, version);
    const { cache } = await city();
    const address = wordsAt(version, district);
    if (await cache.match(address)) return;
    await cache.add(address);
    opened = undefined;
  },
  /** What is kept. */
  async tell() {
    const kept = await city();
    return kept && { version: kept.version, districts: await districts(kept) };
  },
};

/** Makes another version whole: words that did not change are taken over, the others fetched. */
async function renew(before, version) {
  const cache = await openCity(version);
  await cache.add(pointsAt(version));
  if (before) {
    const pocket = await points(version, cache);
    for (const district of await districts(before)) {
      const words = await before.cache.match(wordsAt(before.version, district));
      const same = pocket.load(Number(district), await bytes(words.clone()));
      if (same) await cache.put(wordsAt(version, district), words);
      else await cache.add(wordsAt(version, district));
    }
    pocket.free();
    await setReader({ cache }, await reader(before));
  }
  await confirm(cache);
  await forgetOlder();
  opened = undefined;
}
