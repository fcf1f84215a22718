// The verdicts on a million people, as the host expects them. See e2e/verdicts.

import { readFile } from 'node:fs/promises';

const file = (name) => new URL(`../verdicts/${name}`, import.meta.url);
const built = process.env.VERDICTS ?? new URL('../../target/xtask/verdicts', import.meta.url).pathname;

/** Programmes on which each person gets a verdict, one byte each. */
export const PROGRAMMES = 20;

export const PEOPLE = 1_000_000;

/** People a step: no step keeps a browser or a Worker busy for long. */
export const STEP = 50_000;

/** SHA-256 of all verdicts. */
export const EXPECTED = (await readFile(file('expected.sha256'), 'utf8')).trim();

/** Goes to a page of the site in which `globalThis.verdicts(from, to)` judges people. */
export async function judging(page) {
  const { script, module } = compiled('client');
  await page.route('**/assets/verdicts.js', (route) => route.fulfill({ path: script, contentType: 'text/javascript' }));
  await page.route('**/assets/verdicts_bg.wasm', (route) => route.fulfill({ path: module, contentType: 'application/wasm' }));
  await page.goto('/about');
  await page.evaluate(async () => {
    const { default: start, verdicts } = await import('/assets/verdicts.js');
    await start({ module_or_path: '/assets/verdicts_bg.wasm' });
    globalThis.verdicts = verdicts;
  });
}

/** The paths of what was compiled as the `edge` or as the `client` is. */
export const compiled = (as) => ({
  script: `${built}/${as}/verdicts.js`,
  module: `${built}/${as}/verdicts_bg.wasm`,
});
