// The page about a time without a network: keeps the words of the whole city, says what is kept, and
// deletes it.

import { forget, isUnwanted, keep, read, register, tell, want } from './worker.js';

const find = (selector) => document.querySelector(selector);
const districts = () => [...document.querySelectorAll('.pack [data-code]')];

/** Shows what can be done here. */
export function offer() {
  find('.pack').hidden = false;
  find('.without-worker').hidden = true;
  find('.pack .keep').addEventListener('click', () => keepAll().catch(() => say('failed')));
  find('.pack .forget').addEventListener('click', () => forgetAll());
  show();
}

async function keepAll() {
  want();
  say('keeping');
  find('.pack .keep').disabled = true;
  const bar = find('.pack progress');
  bar.value = 0;
  bar.hidden = false;
  try {
    await register();
    for (const { dataset: { code, bytes } } of districts()) {
      await keep(code);
      bar.value += Number(bytes);
    }
    await read();
    say('done');
  } finally {
    bar.hidden = true;
    find('.pack .keep').disabled = false;
    await show();
  }
}

async function forgetAll() {
  await forget();
  for (const one of districts()) mark(one, false);
  find('.pack .forget').hidden = true;
  say('forgotten');
}

async function show() {
  const registration = await navigator.serviceWorker.getRegistration();
  if (isUnwanted() || !registration?.active) return;
  const kept = (await tell())?.districts ?? [];
  for (const one of districts()) mark(one, kept.includes(one.dataset.code));
  find('.pack .forget').hidden = false;
}

function mark(one, isKept) {
  one.querySelector('b').hidden = !isKept;
}

/** Shows one of the sentences that the page holds ready. */
function say(which) {
  for (const one of document.querySelectorAll('.pack .said p')) one.hidden = !one.matches(`.${which}`);
}
