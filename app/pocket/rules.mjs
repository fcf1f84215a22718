// Which request is whose: the rules of the service worker, apart from what it does.

/** What the worker makes of a request; nothing is to leave it to the browser. */
export const Sort = { FILE: 'file', DATA: 'data', PAGE: 'page', LONE_PAGE: 'lone page' };

// The first part of the address of every page that the phone can draw by itself.
const DRAWN = new Set(['', 'stations', 'map', 'services', 'check', 'about', 'privacy', 'offline']);

// For programs: what they are told is not for the worker to change.
const FOR_PROGRAMS = new Set(['api', 'healthz', 'readyz']);

/** `files` are the addresses of the kept build. What is sent is never touched. */
export function sortOf({ method, mode, url }, { origin, files }) {
  const { origin: whose, pathname } = new URL(url);
  if (whose !== origin || method !== 'GET') return undefined;
  if (files.includes(pathname) || pathname.startsWith('/assets/')) return Sort.FILE;
  const [, first, second] = pathname.split('/');
  if (first === 'data') return Sort.DATA;
  if (mode !== 'navigate' || FOR_PROGRAMS.has(first)) return undefined;
  return DRAWN.has(first) || (first === 'requests' && second === 'new') ? Sort.PAGE : Sort.LONE_PAGE;
}

/** Whether an answer comes from the site: a proxy without one says 502, 503 or 504. */
export const isOfSite = ({ status }) => status < 502 || status > 504;

/** The version and the district of the words that an address names. */
export function wordsOf(address) {
  const [, version, district] = /^\/data\/([^/]+)\/(\d{6})\.bin$/.exec(address) ?? [];
  return district && { version, district };
}
