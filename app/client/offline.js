// Makes ready for a time without a network, once the page is useful and the line is quiet. Where
// there is no service worker, nothing happens.

import { offer } from './pack.js';
import { arrive, isUnwanted, read, register } from './worker.js';

/** Nothing was loaded for so long. */
const QUIET_MS = 3000;

if ('serviceWorker' in navigator) {
  if (document.querySelector('.pack')) offer();
  const work = document.querySelector('.from-phone') ? answer() : Promise.all([read(), quiet().then(begin)]);
  work.catch(() => {
    // Without it the site is as it was.
  });
}

async function begin() {
  const saving = Boolean(navigator.connection?.saveData);
  const known = await navigator.serviceWorker.getRegistration();
  // Whoever saves data is asked first: the page about it has a button.
  if (isUnwanted() || (!known && saving)) return;
  await register();
  await arrive({ saving });
}

/** On a page of the phone: without a network no cookie can be had, so the worker is told how to draw. */
async function answer() {
  document.querySelector('.bottom form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const { name, value } = event.submitter;
    const { lang, dataset: { print } } = document.documentElement;
    const wish = { lang: lang.slice(0, 2), print: print ?? 'normal', [name]: value };
    await read(wish.lang + (wish.print === 'large' ? '.large' : ''));
    location.reload();
  });
}

function quiet() {
  return new Promise((done) => {
    let timer;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(done, QUIET_MS);
    };
    const watch = () => {
      new PerformanceObserver(again).observe({ type: 'resource' });
      again();
    };
    if (document.readyState === 'complete') watch();
    else addEventListener('load', watch);
  });
}
