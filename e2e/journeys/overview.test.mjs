// The overviews: what they count, what they keep, and that everybody can read them.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { typed } from '../support/requests.mjs';
import { enter, staff } from '../support/staff.mjs';
import { stage } from '../support/stage.mjs';

const DISTRICT = '110101';
const STREET = '110101001';
const OTHER = '110102';
const LONG_AGO = '2026-10-08T09:00:00+08:00';

const { journey } = stage();
const json = { 'content-type': 'application/json' };

async function post(site, path, body, { bearer, at, key = randomUUID() } = {}) {
  const answer = await site.ask(path, {
    method: 'POST', at, body: JSON.stringify(body),
    headers: {
      ...json,
      'idempotency-key': key,
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(at && { 'nuanyi-clock': at }),
    },
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** So many requests about that from the street, or from the district. */
const file = (site, count, fields, at) => Promise.all(Array.from({ length: count }, () =>
  post(site, '/api/v1/requests', typed({ place: 'area', district: Number(DISTRICT), ...fields }), { at })));

/** Takes and answers a request at the street; the worker says whether that solved it. */
async function work(site, handler, { reference, secret }, verdict) {
  const moves = `/api/v1/desk/requests/${reference}/moves`;
  await post(site, moves, { move: 'take', seen: 0 }, handler);
  await post(site, moves, { move: 'answer', note: '办好了。', seen: 1 }, handler);
  if (verdict) await post(site, `/api/v1/requests/${reference}/moves`, verdict, { bearer: secret });
}

/** What a quarter had: 24 requests of a street and 6 of its district, 3 of another district. */
let filled;
async function fill(site) {
  const here = { street: Number(STREET) };
  const handler = await staff(site, { role: 'request_handler', desk: STREET });
  await file(site, 6, { ...here, category: 'station' }, LONG_AGO);
  const hardship = await file(site, 11, { ...here, category: 'hardship' });
  await file(site, 7, { ...here, category: 'childcare' });
  await file(site, 6, { category: 'other' });
  await file(site, 3, { category: 'other', district: Number(OTHER) });
  for (const [place, receipt] of hardship.entries()) {
    const verdict = place < 6 && { move: 'solved', satisfied: place < 5 };
    await work(site, handler, receipt, verdict);
  }
}
const ready = (site) => (filled ??= fill(site));

const member = (site, role, desk) => staff(site, { role, desk });
const numbers = async (site, { cookie }, query = '') => {
  const file = await site.ask(`/staff/overview.csv?${query}`, { headers: { cookie } });
  assert.equal(file.status, 200, await file.clone().text());
  const lines = (await file.text()).replace('\u{FEFF}', '').trim().split(/\r?\n/);
  return new Map(lines.slice(1).map((line) => line.split(',')).map(([what, which, count]) => [`${what} ${which}`, count]));
};

journey('what came, what became of it, and from where', async (page, site) => {
  await ready(site);
  const supervisor = await member(site, 'supervisor', STREET);
  const street = await numbers(site, supervisor);
  assert.equal(street.get('诉求总数 2026 年第 4 季度'), '24');
  assert.equal(street.get('都是哪方面的 站点有问题'), '6');
  assert.equal(street.get('都是哪方面的 生活困难'), '11');
  assert.equal(street.get('都是哪方面的 孩子托管'), '7');
  assert.equal(street.get('都是哪方面的 工资和合同'), '0');
  assert.equal(street.get('按时还是超期 按时'), '11');
  assert.equal(street.get('按时还是超期 超期'), '6');
  assert.equal(street.get('按时还是超期 还在期限内'), '7');
  assert.equal(street.get('职工说解决了没有 解决了'), '6');
  assert.equal(street.get('职工说解决了没有 还没说'), '18');
  assert.equal(street.get('每周来多少 10 月 5 日至 10 月 11 日'), '6');
  assert.equal(street.get('每周来多少 11 月 16 日至 11 月 22 日'), '18');
  const before = await numbers(site, supervisor, 'quarter=2026-3');
  assert.equal(before.get('诉求总数 2026 年第 3 季度'), '0');
});

journey('who was not satisfied alone is not shown, nor what would tell', async (page, site) => {
  await ready(site);
  const street = await numbers(site, await member(site, 'supervisor', STREET));
  assert.equal(street.get('职工满不满意 不满意'), '不单列');
  assert.equal(street.get('职工满不满意 满意'), '不单列');
  const city = await member(site, 'auditor', 'city');
  const whole = await numbers(site, city);
  assert.equal(whole.get('诉求总数 2026 年第 4 季度'), '33');
  assert.equal(whole.get('哪里来的 西城区'), '不单列');
  assert.equal(whole.get('哪里来的 东城区'), '不单列', '33 less 30 would tell');
  const few = await numbers(site, city, `place=${OTHER}`);
  assert.equal(few.get('诉求总数 2026 年第 4 季度'), '不单列');
});

journey('reports that nobody has decided about, by kind and age, however few', async (page, site) => {
  const place = `/api/v1/stations?district=110106&limit=2`;
  const { stations: [one, other] } = await (await site.ask(place)).json();
  const report = ({ id }, kind, at) => post(site, `/api/v1/stations/${id}/reports`, { kind }, { at });
  await report(one, 'moved', LONG_AGO);
  await report(one, 'hours_wrong');
  await report(other, 'hours_wrong');
  await report(other, 'hours_wrong');
  const said = await numbers(site, await member(site, 'supervisor', '110106'));
  const reports = [...said].filter(([what]) => what.startsWith('职工反映'));
  assert.deepEqual(reports, [
    ['职工反映，还没处理的 搬走了，一个月以上', '1'],
    ['职工反映，还没处理的 时间不对，一天内', '2'],
  ]);
});

journey('only supervisors and auditors see it, of their place and below', async (page, site) => {
  const ask = async (role, desk, place) => {
    const { cookie } = await member(site, role, desk);
    return (await site.ask(`/staff/overview?place=${place}`, { headers: { cookie } })).status;
  };
  assert.equal(await ask('supervisor', DISTRICT, STREET), 200);
  assert.equal(await ask('supervisor', STREET, DISTRICT), 403);
  assert.equal(await ask('auditor', OTHER, STREET), 403);
  assert.equal(await ask('request_handler', DISTRICT, DISTRICT), 403);
}, { tolerated: /403/ });

const READERS = [
  { size: SIZES.phone },
  { size: SIZES.desk, dark: true, language: 'en' },
  { size: SIZES.phone, largePrint: true, language: 'en' },
  { size: SIZES.desk, javaScript: false },
];
for (const reader of READERS) {
  const { size, dark, language = 'zh-CN', largePrint, javaScript } = reader;
  journey(`drawn and in numbers: ${[size.width, dark && 'dark', largePrint && 'large', language, javaScript]}`, async (page, site) => {
    await ready(site);
    await enter(page, site, await member(site, 'supervisor', DISTRICT));
    await page.goto('/staff/overview');
    const tables = page.locator('summary');
    for (let at = 0; at < await tables.count(); at += 1) await tables.nth(at).click();
    for (const chart of await page.locator('svg.chart').all()) {
      const numbers = await chart.locator('.count').allTextContents();
      const cells = await chart.locator('xpath=following-sibling::details').locator('td').allTextContents();
      assert.deepEqual(numbers.map((text) => text.trim()), cells.map((text) => text.trim()));
      assert.ok((await chart.locator('title').textContent()).length > 3);
      for (const cell of cells) assert.ok((await chart.locator('desc').textContent()).includes(cell));
    }
    const findings = [
      ...(javaScript === false ? [] : await accessibilityFindings(page)),
      ...(await smallTargets(page, largePrint ? 60 : 44)),
      ...(await sticksOut(page)),
    ];
    assert.deepEqual(findings, []);
    await page.locator(`a[href*="place=${STREET}"]`).click();
    assert.match(await page.locator('h1').innerText(), /东华门/);
  }, reader);
}
