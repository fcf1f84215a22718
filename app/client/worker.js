// What a page asks of the service worker.

const UNWANTED = 'offline';

/** Whether somebody deleted everything, and wants nothing kept. */
export const isUnwanted = () => localStorage.getItem(UNWANTED) === 'no';

/** Makes sure that there is a worker, which has its program. */
export async function register() {
  const { installing } = await navigator.serviceWorker.register('/sw.js');
  const failed = new Promise((_, fail) => {
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'redundant') fail(new Error('not installed'));
    });
  });
  await Promise.race([navigator.serviceWorker.ready, failed]);
}

export async function ask(task, rest) {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const told = new Promise((done) => {
    port1.onmessage = ({ data }) => done(data);
  });
  active.postMessage({ task, ...rest }, [port2]);
  const { answer, failed } = await told;
  if (failed) throw new Error(task);
  return answer;
}

const { lang, dataset: { print } } = document.documentElement;
const { snapshot: version, district } = document.body.dataset;

const READER = lang.slice(0, 2) + (print ? '.large' : '');

/** Says how somebody reads, to a worker if there is one. */
export async function read(reader = READER) {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration?.active) await ask('read', { reader });
}

/** Says which page this is: how it is read, and which districts it is about; whether nothing is to
    be fetched ahead. */
export function arrive({ saving }) {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => /\/(\d{6})\.bin$/.exec(name)?.[1]);
  return ask('arrive', {
    version,
    reader: READER,
    about: [...new Set([district, ...loaded])].filter(Boolean),
    saving,
  });
}

export const keep = (district) => ask('keep', { version, district });

export const tell = () => ask('tell');

export const want = () => localStorage.removeItem(UNWANTED);

/** Deletes all that is kept, and keeps nothing from now on. */
export async function forget() {
  localStorage.setItem(UNWANTED, 'no');
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.unregister();
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}
