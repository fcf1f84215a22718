// The form of a request on a phone: what it keeps, and what the network does to it.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchPersistent } from './browser.mjs';

export const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** Presses a button that leads to another page, and waits for that, whoever draws it. */
export async function step(page, name) {
  await page.locator('main').evaluate((main) => main.classList.add('before'));
  await press(page, name);
  await page.locator('main:not(.before)').waitFor();
}

/** Waits until the phone has a receipt, and offers to forget it. */
export const receiptIsKept = (page) => page.getByRole('button', { name: '记下了' }).waitFor();

/** Waits until the form's client is awake: what is sent before, the browser sends by itself. */
export const formIsAwake = (page) => page.locator('.written-here button').waitFor();

/** Goes to the form about `category`, whose client is awake. */
export async function open(page, category = 'pay') {
  await page.goto(`/requests/new?category=${category}`);
  await formIsAwake(page);
}

/** Fills in the form so that it is complete. */
export async function fill(page, text) {
  await page.locator('[name=text]').fill(text);
  await page.locator('[name=place][value=not_sure]').check();
  await page.locator('[name=contact][value=reference]').check();
}

/**
 * Counts what is filed: passes forms on to the site and remembers the reference of every receipt.
 * What becomes of a form that is sent is for `fate` to say: `lost` before it arrives, `cut` off
 * after it arrived, `answered`, or an answer of the test's own.
 */
export async function network(context) {
  const seen = { fate: 'answered', tried: 0, references: [] };
  await context.route('**/requests/new', async (route) => {
    const body = route.request().postData() ?? '';
    if (!/(^|&)step=send(&|$)/.test(body)) return route.fallback();
    seen.tried += 1;
    if (typeof seen.fate === 'object') return route.fulfill(seen.fate);
    if (seen.fate === 'lost') return route.abort('connectionfailed');
    const { fate } = seen;
    const response = await route.fetch();
    const [, reference] = (await response.text()).match(/<p class="reference">([^<]+)</) ?? [];
    if (reference) seen.references.push(reference);
    if (fate === 'cut') return route.abort('connectionreset');
    return route.fulfill({ response });
  });
  return seen;
}

/** A browser that remembers: `open` opens it with its folder, `found` looks through its files. */
export async function withProfile(work) {
  const folder = await mkdtemp(join(tmpdir(), 'nuanyi-profile-'));
  try {
    await work({ open: () => launchPersistent(folder), files: () => files(folder) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every file's bytes. */
async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.path, entry.name));
  return Promise.all(paths.map((path) => readFile(path)));
}
