// What the phone keeps of the city: a cache a version, in which the points, the words of districts,
// and the moment at which the site last said that this is what there is. That comes last: a version
// without it is not whole, and not used.

import { wordsOf } from './rules.mjs';

const CITY = 'city-';
const MOMENT = '/data/moment';
const READER = '/data/reader';

export const pointsAt = (version) => `/data/${version}/city.bin`;
export const wordsAt = (version, district) => `/data/${version}/${district}.bin`;

/** The newest whole city. */
export async function city() {
  for (const name of (await caches.keys()).filter((name) => name.startsWith(CITY)).reverse()) {
    const cache = await caches.open(name);
    const moment = await cache.match(MOMENT);
    if (moment) return { version: name.slice(CITY.length), cache, at: Number(await moment.text()) };
  }
  return undefined;
}

/** A cache for a version. */
export const openCity = (version) => caches.open(CITY + version);

/** That this is what there is, as of now. */
export const confirm = (cache) => cache.put(MOMENT, new Response(String(Date.now())));

/** The districts whose words are there. */
export async function districts({ cache }) {
  const addresses = (await cache.keys()).map(({ url }) => wordsOf(new URL(url).pathname));
  return addresses.filter(Boolean).map(({ district }) => district);
}

/** Forgets all versions but two: this one, and the one before it, which an open page may still use. */
export async function forgetOlder() {
  const old = (await caches.keys()).filter((name) => name.startsWith(CITY)).slice(0, -2);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** How somebody reads, as the cookie of the site says it: the worker does not see that. */
export async function reader({ cache }) {
  return (await (await cache.match(READER))?.text()) ?? '';
}

export const setReader = ({ cache }, reader) => cache.put(READER, new Response(reader));
