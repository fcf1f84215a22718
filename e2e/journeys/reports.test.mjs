// A worker reports a door in two taps; staff look and change it; the worker sees what became of it. And
// how full it is, by whoever stands at the door.

import assert from 'node:assert/strict';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { png, tellingPng } from '../support/photos.mjs';
import { stage } from '../support/stage.mjs';
import { enter, send, staff } from '../support/staff.mjs';

const { journey, twice } = stage();

/** Nothing is in anybody's way on this page. axe itself needs JavaScript. */
async function sound(page, { javaScript }) {
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], `${await page.title()} ${page.url()}`);
}

/** An open station that nobody has had. */
const had = new Set();
async function fresh(site) {
  const { stations } = await (await site.ask('/api/v1/stations?open=now&limit=200')).json();
  const found = stations.find(({ id, street }) => street && !had.has(id));
  had.add(found.id);
  return found;
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

twice('two taps, then staff close it for a time, and the worker sees it', async (page, site, options) => {
  const { id, street } = await fresh(site);
  await page.goto(`/stations/${id}`);
  await page.getByRole('link', { name: '一直关着', exact: true }).click();
  await sound(page, options);
  await press(page, '就这样，告诉工会');
  const outcome = new URL(page.url()).pathname;
  assert.match(outcome, /^\/reports\/Y/);
  await sound(page, options);
  assert.match(await page.locator('main').innerText(), /谢谢，收到了/);

  await enter(page, site, await staff(site, { role: 'listing_editor', desk: String(street) }));
  await page.goto('/staff/reports');
  await sound(page, options);
  await page.getByRole('link', { name: /一直关着/ }).first().click();
  await sound(page, options);
  await press(page, '核实过，不改');
  assert.match(await page.locator('.problems').innerText(), /写一句为什么/);
  await sound(page, options);
  await page.locator('[name=closed_until]').fill('2026-11-30');
  await page.locator('#f-word-change').fill('修到月底</textarea><b>');
  await press(page, '改好，告诉反映的人');
  assert.match(await page.locator('.done').innerText(), /已核实并更正/);

  await page.goto(outcome);
  assert.match(await page.locator('main').innerText(), /修到月底<\/textarea><b>/);
  await page.goto(`/stations/${id}`);
  assert.match(await page.locator('.status:visible').innerText(), /12 月 1 日/);
}, { tolerated: /422/ });

twice('a door that is shut now is told, and how full it is', async (page, site, options) => {
  const { id, street } = await fresh(site);
  await page.goto(`/stations/${id}/report?kind=closed_now`);
  await page.locator('[name=note]').fill('长'.repeat(301));
  await press(page, '就这样，告诉工会');
  assert.match(await page.locator('.problem').innerText(), /再删 1 字/);
  assert.equal((await page.locator('[name=note]').inputValue()).length, 301);
  await sound(page, options);
  await page.locator('[name=note]').fill('没人');
  await press(page, '就这样，告诉工会');
  await page.goto(`/stations/${id}`);
  assert.match(await page.locator('.said').innerText(), /^有 1 个人说 12:00 关着门/);

  await enter(page, site, await staff(site, { role: 'listing_editor', desk: String(street) }));
  await page.goto('/staff/reports');
  await page.getByRole('link', { name: /刚才关着门/ }).first().click();
  await page.getByRole('link', { name: '说一下里面人多不多' }).click();
  await sound(page, options);
  await press(page, '坐满了');
  assert.match(await page.locator('.said').last().innerText(), /^12:00 有人说里面坐满了/);
}, { tolerated: /422/ });

twice('a photo comes with it, and staff open it on purpose', async (page, site, options) => {
  const { id, street } = await fresh(site);
  const chosen = (buffer) => ({ name: '"><b>我家.png', mimeType: 'image/png', buffer });
  await page.goto(`/stations/${id}/report?kind=moved`);
  await page.locator('[name=note]').fill('搬到对面');
  await page.locator('[name=photo]').setInputFiles(chosen(Buffer.from('<svg/>')));
  await press(page, '就这样，告诉工会');
  assert.match(await page.locator('#p-photo').innerText(), /不是 JPEG、PNG 或 WebP/);
  assert.equal(await page.locator('[name=note]').inputValue(), '搬到对面');
  assert.equal(await page.locator('[name=kind]:checked').inputValue(), 'moved');
  await sound(page, options);

  await page.locator('[name=note]').fill('长'.repeat(301));
  await page.locator('[name=photo]').setInputFiles(chosen(tellingPng(png(30, (x) => x))));
  await press(page, '就这样，告诉工会');
  await page.locator('[name=kept]:checked').waitFor();
  await sound(page, options);
  await page.locator('[name=note]').fill('搬到对面');
  await press(page, '就这样，告诉工会');
  await page.waitForURL(/\/reports\/Y/);
  assert.equal(await page.locator('main img').count(), 0);

  await enter(page, site, await staff(site, { role: 'listing_editor', desk: String(street) }));
  await page.goto('/staff/reports');
  await page.locator('main').getByRole('link', { name: /搬走了/ }).first().click();
  await page.waitForURL(/\/staff\/reports\/\d+$/);
  await sound(page, options);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: '看照片', exact: true }).click();
  const image = (await opened).locator('img');
  await image.waitFor();
  assert.equal(await image.evaluate((image) => image.naturalWidth), 30);
}, { tolerated: /422/ });

/** Reports something, and goes on as staff to the station's form, opened for that; where the outcome stands. */
async function openForm(page, site, { id, street }, { kind, note }) {
  await page.goto(`/stations/${id}/report?kind=${kind}`);
  await page.locator('[name=note]').fill(note);
  await press(page, '就这样，告诉工会');
  const outcome = new URL(page.url()).pathname;
  await enter(page, site, await staff(site, { role: 'listing_editor', desk: String(street) }));
  await page.goto('/staff/reports');
  await page.locator(`main li a[href^="/staff/reports/"]`).first().click();
  await page.getByRole('link', { name: /打开站点表单/ }).click();
  await page.locator('#reported').waitFor();
  return outcome;
}

/** The name of the input that has the focus, once one has it: browsers give it when the styles are here. */
const focused = (page) => page.locator('main :focus').getAttribute('name');

twice('the form of a station opens where the report is about, and answers it', async (page, site, options) => {
  const station = await fresh(site);
  const outcome = await openForm(page, site, station, { kind: 'hours_wrong', note: '门口写着九点</textarea><b>' });
  assert.equal(await focused(page), 'hours');
  assert.match(await page.locator('#reported').innerText(), /时间不对.*1 个人[^]*门口写着九点<\/textarea><b>/);
  await sound(page, options);
  await page.locator('[name=hours]').fill('周一至周日 9:00-18:00');
  await page.locator('[name=phone]').fill('010-12345');
  await page.locator('[name=why]').fill('按门口的改了');
  await press(page, '看一看会改成什么');
  assert.match(await page.locator('main').innerText(), /这几条反映就算处理了/);
  await sound(page, options);
  await press(page, '再改改');
  assert.match(await page.locator('#reported').innerText(), /门口写着九点/);
  await press(page, '看一看会改成什么');
  await press(page, '就这么改');
  assert.match(await page.locator('.done').innerText(), /已核实并更正/);
  await page.goto(outcome);
  assert.match(await page.locator('main').innerText(), /已核实并更正[^]*按门口的改了/);
  const now = await (await site.ask(`/api/v1/stations/${station.id}`)).json();
  assert.equal(now.phone, '010-12345');
});

twice('closed for good after a report: decided once a second person agrees', async (page, site, options) => {
  const station = await fresh(site);
  const outcome = await openForm(page, site, station, { kind: 'always_closed', note: '搬空了' });
  assert.equal(await focused(page), 'status');
  assert.equal(await page.locator('[name=status]').inputValue(), 'temporarily_closed', 'as far as the report says');
  await page.locator('[name=status]').selectOption('closed');
  await page.locator('[name=why]').fill('撤点了');
  await press(page, '看一看会改成什么');
  await sound(page, options);
  await press(page, '就这么改');
  const [, proposal] = page.url().match(/proposals\/(\d+)$/);
  const reader = await page.context().newPage();
  await reader.goto(outcome);
  assert.doesNotMatch(await reader.locator('main').innerText(), /撤点了/);
  const { bearer } = await staff(site, { role: 'supervisor', desk: 'city' });
  const decision = `/api/v1/listings/proposals/${proposal}/decision`;
  await send(site, 'POST', decision, { decision: 'approve' }, { bearer });
  await reader.goto(outcome);
  assert.match(await reader.locator('main').innerText(), /已核实并更正[^]*撤点了/);
});

twice('what a colleague decided meanwhile is said, and nothing typed is lost', async (page, site) => {
  const station = await fresh(site);
  await openForm(page, site, station, { kind: 'missing', note: '没有微波炉' });
  assert.match(await focused(page), /^amenity\./);
  const [, group] = page.url().match(/report=(\d+)$/);
  const { bearer } = await staff(site, { role: 'listing_editor', desk: 'city' });
  const body = { verdict: 'corrected', word: '修好了' };
  await send(site, 'POST', `/api/v1/staff/reports/${group}/decision`, body, { bearer });
  await page.locator('[name=phone]').fill('010-54321');
  await press(page, '看一看会改成什么');
  assert.match(await page.locator('.problem').first().innerText(), /别人刚处理了/);
  await press(page, '就这么改');
  assert.match(await page.locator('main').innerText(), /改好了/);
  assert.equal(await page.locator('[name=phone]').inputValue(), '010-54321');
});

journey('a word that is too long for those who reported is told, and kept', async (page, site) => {
  const station = await fresh(site);
  await openForm(page, site, station, { kind: 'no_entry', note: '要工牌' });
  await page.locator('[name=why]').evaluate((input) => input.removeAttribute('maxlength'));
  await page.locator('[name=why]').fill('长'.repeat(301));
  await press(page, '看一看会改成什么');
  assert.match(await page.locator('.problem').innerText(), /再删 1 字/);
  assert.equal((await page.locator('[name=why]').inputValue()).length, 301);
}, { tolerated: /422/ });

journey('nothing was chosen: says so, and keeps what was typed', async (page, site) => {
  const { id } = await fresh(site);
  await page.goto(`/stations/${id}/report`);
  await page.locator('[name=note]').fill('写了一句');
  await page.locator('form[action$="/report"]').evaluate((form) => { form.noValidate = true; });
  await press(page, '就这样，告诉工会');
  assert.match(await page.locator('.problem').innerText(), /选一样/);
  assert.equal(await page.locator('[name=note]').inputValue(), '写了一句');
}, { tolerated: /422/ });

journey('the sheet for the door is one page of A4', async (page, site) => {
  const { id, street, name } = await fresh(site);
  await enter(page, site, await staff(site, { role: 'listing_editor', desk: String(street) }));
  await page.goto(`/staff/stations/${id}/poster`);
  assert.equal(await page.locator('h1').innerText(), name);
  assert.equal(await page.locator('.qr').count(), 2);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
  assert.match(pdf, /\/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/);
}, { size: SIZES.desk });

journey('in English', async (page, site, options) => {
  const { id } = await fresh(site);
  await page.goto(`/stations/${id}`);
  await page.getByRole('link', { name: 'hours are wrong', exact: true }).click();
  await sound(page, options);
  await press(page, 'Tell the union');
  assert.match(await page.locator('main').innerText(), /Thank you, we have it/);
}, { language: 'en', javaScript: true });
