// What waits for somebody, where they begin: as much as was filed, and a page that opens without what
// counts it.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { describe } from '../support/description.mjs';
import { imports } from '../support/imports.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { typed } from '../support/requests.mjs';
import { startSite } from '../support/site.mjs';
import { enter, send, staff } from '../support/staff.mjs';
import { stage } from '../support/stage.mjs';
import { withState } from '../support/state.mjs';

const DISTRICT = '110101';
const STREET = '110101001';
const UNKNOWN = '暂时数不出来';

const { journey } = stage();

/** What the page says of each, by its words. */
async function waiting(site, { cookie }) {
  const page = await site.ask('/staff', { headers: { cookie } });
  const html = await page.text();
  assert.equal(page.status, 200, html);
  const rows = html.matchAll(/<li><a href="(\/staff\/\w+)">([^<]+)<\/a> <b>([^<]+)<\/b>/g);
  return new Map([...rows].map(([, , words, count]) => [words, count]));
}

/** Requests from the street, or from a place that nobody names: those are the city's. */
const HERE = { place: 'area', district: Number(DISTRICT), street: Number(STREET) };
const NOWHERE = { place: 'not_sure' };

async function file(site, count, category, { at, place = HERE } = {}) {
  for (let filed = 0; filed < count; filed += 1) {
    const key = { 'idempotency-key': randomUUID() };
    const body = typed({ ...place, category });
    await send(site, 'POST', '/api/v1/requests', body, { status: 201, at, headers: { ...key, ...(at && { 'nuanyi-clock': at }) } });
  }
}

const stations = async (site, count) =>
  (await (await site.ask(`/api/v1/stations?district=${DISTRICT}&limit=${count}`)).json()).stations;

const report = (site, { id }, kind) =>
  send(site, 'POST', `/api/v1/stations/${id}/reports`, { kind }, { status: 201, headers: { 'idempotency-key': randomUUID() } });

/** How many are due in that place, as its own page says. */
async function due(site, { cookie }) {
  const html = await (await site.ask('/staff/freshness', { headers: { cookie } })).text();
  return [...html.matchAll(/<b>(\d+) 处/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Proposes to close a station for good; and imports a file whose names are those of other rows. */
async function propose(site, { bearer }) {
  const [first, ...list] = await stations(site, 7);
  const address = `/api/v1/listings/stations/${first.id}`;
  const { version, cells } = await send(site, 'GET', address, undefined, { bearer });
  const closed = { ...cells, status: 'closed', closed_from: '2026-11-20' };
  await send(site, 'PUT', address, { version, cells: closed }, { status: 202, bearer });
  const ways = imports(site, await describe(site));
  const names = list.map(({ name }) => name).reverse();
  const rows = list.map(({ id, address }, at) => [id, names[at], '暖心驿站', '东城区', address ?? '']);
  const csv = [['id', '名称', '类型', '区', '地址'], ...rows].map((row) => row.join()).join('\n');
  const { id, seal } = await ways.plan({ bearer }, csv);
  assert.equal((await ways.apply({ bearer }, id, seal)).result, 'proposed');
}

journey('as much waits as was filed', async (page, site) => {
  const supervisor = await staff(site, { role: 'supervisor', desk: 'city' });
  const editor = await staff(site, { role: 'listing_editor', desk: DISTRICT });
  const before = await due(site, supervisor);
  assert.deepEqual([...await waiting(site, supervisor)], [['这个月还没核实的站点', String(before)]]);

  // A station's fault has a day, the warning comes four hours before its end, and only at the top
  // it stays late: below it goes one level up.
  await file(site, 3, 'station', { at: '2026-11-19T11:00:00+08:00', place: NOWHERE });
  await file(site, 2, 'station', { at: '2026-11-19T13:00:00+08:00' });
  await file(site, 4, 'other');
  const [one] = await stations(site, 1);
  for (const kind of ['moved', 'moved', 'hours_wrong']) await report(site, one, kind);
  await propose(site, editor);
  assert.deepEqual([...await waiting(site, supervisor)], [
    ['已超期的诉求', '3'],
    ['即将到期的诉求', '2'],
    ['还在期限内的诉求', '4'],
    ['等第二个人确认的改动和导入', '2'],
    ['职工反映，还没核实', '2'],
    ['这个月还没核实的站点', String(before)],
  ]);
  const below = await waiting(site, await staff(site, { role: 'request_handler', desk: DISTRICT }));
  assert.deepEqual([...below], [['即将到期的诉求', '2'], ['还在期限内的诉求', '4']]);
  const own = await waiting(site, editor);
  assert.deepEqual([...own.keys()], ['职工反映，还没核实', '这个月还没核实的站点']);

  const street = await staff(site, { role: 'listing_editor', desk: STREET });
  const { due: mine } = await send(site, 'GET', `/api/v1/staff/freshness?desk=${STREET}`, undefined, street);
  const there = (await waiting(site, street)).get('这个月还没核实的站点') ?? '0';
  assert.equal(there, String(mine.length));

  const elsewhere = await staff(site, { role: 'supervisor', desk: '110102' });
  assert.deepEqual([...(await waiting(site, elsewhere)).keys()], ['这个月还没核实的站点']);
  const handler = await staff(site, { role: 'request_handler', desk: '110102' });
  await enter(page, site, handler);
  await page.goto('/staff');
  assert.match(await page.locator('.waiting').innerText(), /没有等您办的/);
});

for (const reader of [
  { size: SIZES.phone },
  { size: SIZES.desk, dark: true, largePrint: true, language: 'en' },
  { size: SIZES.phone, javaScript: false },
]) {
  journey(`each number leads to where it is dealt with: ${JSON.stringify(reader)}`, async (page, site) => {
    await file(site, 1, 'other');
    await enter(page, site, await staff(site, { role: 'supervisor', desk: DISTRICT }));
    await page.goto('/staff');
    const findings = [
      ...(reader.javaScript === false ? [] : await accessibilityFindings(page)),
      ...(await smallTargets(page, reader.largePrint ? 60 : 44)),
      ...(await sticksOut(page)),
    ];
    assert.deepEqual(findings, []);
    const links = await page.locator('.waiting a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    assert.ok(links.length >= 2);
    for (const link of new Set(links)) {
      const answer = await page.goto(link);
      assert.equal(answer.status(), 200, link);
    }
  }, reader);
}

test('what does not answer keeps nobody from the page, and is named', { timeout: 90_000 }, async () => {
  await withState(async (state) => {
    const site = await startSite({ state });
    const supervisor = await staff(site, { role: 'supervisor', desk: DISTRICT });
    await file(site, 2, 'other');
    assert.equal((await waiting(site, supervisor)).get('还在期限内的诉求'), '2');
    await site.stop();
    await spoil(state, 'registry');
    const without = await startSite({ state, untilReady: false, log: '/dev/null' });
    try {
      const said = await waiting(without, supervisor);
      assert.equal(said.get('还在期限内的诉求'), '2');
      for (const words of ['等第二个人确认的改动和导入', '职工反映，还没核实', '这个月还没核实的站点']) {
        assert.equal(said.get(words), UNKNOWN);
      }
    } finally {
      await without.stop();
    }
    await spoil(state, 'desk');
    const alone = await startSite({ state, untilReady: false, log: '/dev/null' });
    try {
      assert.deepEqual(new Set((await waiting(alone, supervisor)).values()), new Set([UNKNOWN]));
    } finally {
      await alone.stop();
    }
  });
});

/** Leaves nothing in the files of such objects that could be read. */
async function spoil(state, objects) {
  const folder = join(state, `nuanyi-${objects}`);
  const files = (await readdir(folder)).filter((name) => /^[0-9a-f]+\.sqlite/.test(name));
  assert.notEqual(files.length, 0);
  for (const name of files) await writeFile(join(folder, name), 'no database'.repeat(1000));
}
