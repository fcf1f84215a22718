// The public list of naughty strings through every field: kept and shown as typed, and no page has an
// element or an attribute that it would not have for harmless words.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { NO_LIMITS } from '../support/site.mjs';
import { stage } from '../support/stage.mjs';

const NAUGHTY = createRequire(import.meta.url)('big-list-of-naughty-strings/blns.json');
/** Those that say something: nothing else is filed. */
const SAYING = NAUGHTY.filter((words) => words.trim());
const HARMLESS = '平常的话';
const LANES = 8;
const LINES = ['employer', 'since', 'people', 'name'];

const { journey } = stage({ limits: NO_LIMITS });

/** As much as fits on a line. */
const line = (words) => [...words].slice(0, 100).join('');

/** The form about pay, the same words in every field; numbers and signs of danger were seen to. */
const form = (words, step) => ({
  category: 'pay', text: words, name_seen_by: 'city',
  ...Object.fromEntries(LINES.map((field) => [field, line(words)])),
  place: 'not_sure', contact: 'phone', phone: step === 'edit' ? words : '13800138000', phone_seen_by: 'city',
  numbers: '1', danger: '1', key: 'k'.repeat(32), step,
});

/**
 * Posts a form and reads the page that comes, in the browser: the tree of its elements with the names
 * of their attributes, the values of its fields, and the words on it.
 */
const posted = (page, path, inputs) => page.evaluate(async ({ path, inputs }) => {
  const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(inputs) });
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const tree = (element) => `${element.localName}[${element.getAttributeNames()}](${[...element.children].map(tree)})`;
  const fields = [...parsed.querySelectorAll('input, textarea')].map(({ name, value }) => [name, value]);
  return {
    status: answer.status,
    tree: tree(parsed.documentElement),
    fields: Object.fromEntries(fields),
    words: [...parsed.querySelectorAll('main dd, main .typed')].map((element) => element.textContent),
  };
}, { path, inputs });

/** Does `act` with all of them, a few at a time. */
const each = (all, act) => Promise.all(Array.from({ length: LANES }, async (_, lane) => {
  for (let place = lane; place < all.length; place += LANES) await act(all[place]);
}));

const asked = async (site, path, status, headers, body) => {
  const answer = await site.ask(path, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...headers },
  });
  assert.equal(answer.status, status, await answer.clone().text());
  return answer.json();
};

journey('what is typed comes back into the fields as typed, and nothing else with it', async (page) => {
  await page.goto('/about');
  const { tree } = await posted(page, '/requests/new', form(HARMLESS, 'edit'));
  await each(NAUGHTY, async (words) => {
    const edited = await posted(page, '/requests/new', form(words, 'edit'));
    assert.ok(edited.tree === tree, words);
    for (const field of ['text', 'phone']) assert.equal(edited.fields[field], words, field);
    for (const field of LINES) assert.equal(edited.fields[field], line(words), field);
  });
});

journey('what is checked is shown and carried on as typed, and filed', async (page) => {
  await page.goto('/about');
  const file = (words) => posted(page, '/requests/new', { ...form(words, 'send'), key: randomUUID() });
  const { tree } = await posted(page, '/requests/new', form(HARMLESS, 'check'));
  const { tree: receipt } = await file(HARMLESS);
  await each(SAYING, async (words) => {
    const checked = await posted(page, '/requests/new', form(words, 'check'));
    assert.ok(checked.tree === tree, words);
    assert.equal(checked.status, 200, words);
    assert.ok(checked.words.includes(words), `${words} in ${checked.words}`);
    assert.equal(checked.fields.text, words);
    const filed = await file(words);
    assert.equal(filed.status, 201, words);
    assert.ok(filed.tree === receipt, words);
  });
});

journey('what is filed and written, through the API and on the page, is shown as sent', async (page, site) => {
  await page.goto('/about');
  const standing = async (words) => {
    const { numbers, danger, key, step, ...body } = { ...form(words, 'check'), name_seen_by: ['city'], phone_seen_by: ['city'] };
    const { reference, secret } = await asked(site, '/api/v1/requests', 201, { 'idempotency-key': randomUUID() }, body);
    const bearer = { authorization: `Bearer ${secret}` };
    const written = await asked(site, `/api/v1/requests/${reference}/moves`, 200, bearer, { move: 'write', note: words });
    assert.deepEqual(written.messages.map(({ text }) => text), [words]);
    return posted(page, `/requests/${reference}`, { secret, move: 'write', note: words, danger: '1' });
  };
  const { tree } = await standing(HARMLESS);
  await each(SAYING, async (words) => {
    const shown = await standing(words);
    assert.ok(shown.tree === tree, words);
    assert.deepEqual(shown.words, [words, words]);
  });
});
