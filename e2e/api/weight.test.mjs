// What a page weighs on the way to a phone: the part of `xtask/budgets.json` that needs pages.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { startSite } from '../support/site.mjs';

const budgets = JSON.parse(await readFile(new URL('../../xtask/budgets.json', import.meta.url)));

let site;
before(async () => { site = await startSite(); });
after(() => site.stop());

/** The address of the results after one answer, when most is still open: the longest there are. */
async function results() {
  const question = await (await site.ask('/check?insured=yes')).text();
  const [, address] = question.match(/class="quiet-link" href="([^"]+)"/);
  return address.replaceAll('&amp;', '&');
}

async function paths() {
  const { stations } = await (await site.ask('/api/v1/stations?limit=1')).json();
  const { programmes } = await (await site.ask('/api/v1/programmes')).json();
  return [
    '/', '/stations', `/stations/${stations[0].id}`, '/map', '/map?district=110105',
    '/classes', '/services', '/services/legal-aid',
    '/check', await results(), ...programmes.map(({ id }) => `/check/${id}/rules`),
    '/requests/new', '/requests/new?category=pay', '/about', '/privacy', '/offline', '/nowhere',
  ];
}

for (const language of ['zh-CN', 'en']) {
  test(`every page is within ${budgets.html} bytes, in ${language}`, async () => {
    for (const path of await paths()) {
      const answer = await site.ask(path, { headers: { 'accept-language': language } });
      const html = Buffer.from(await answer.arrayBuffer());
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      const bytes = brotliCompressSync(html, { params }).length;
      assert.ok(bytes <= budgets.html, `${path} weighs ${bytes} bytes`);
    }
  });
}
