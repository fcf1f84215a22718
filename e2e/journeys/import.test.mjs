// An office imports a listing: sees what would change, leaves a row out, imports, and a second person
// looks at what is strange: with JavaScript and without.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { stage } from '../support/stage.mjs';
import { enter, staff } from '../support/staff.mjs';
import { workbook } from '../support/workbook.mjs';

const { journey, twice } = stage();
const HEADER = ['id', '名称', '类型', '区', '地址'];

/** Nothing is in anybody's way on this page. axe itself needs JavaScript. */
async function sound(page, { javaScript }) {
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], await page.title());
}

const press = async (page, name) => page.getByRole('button', { name, exact: true }).click();
const stations = async (site, count) => {
  const list = await site.ask(`/api/v1/stations?district=110101&limit=${count}`);
  return (await list.json()).stations;
};

/** Chooses a file and waits until its plan is made. */
async function upload(page, bytes, name = '清单.xlsx') {
  await page.goto('/staff/import');
  await page.locator('[name=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await page.locator('[name=why]').fill('月度核对');
  await press(page, '看看会改什么');
  await page.locator('.rows, .problem, select').first().waitFor();
}

twice('look, leave one out, import', async (page, site, options) => {
  const editor = await staff(site, { role: 'listing_editor', desk: '110101' });
  await enter(page, site, editor);
  await page.goto('/staff');
  await page.getByRole('link', { name: '导入清单', exact: true }).click();
  await sound(page, options);
  const [one, two] = await stations(site, 2);
  const address = `甲${options.javaScript}号`;
  await upload(page, workbook({ 清单: [
    HEADER,
    [one.id, one.name, '暖心驿站', '东城区', address],
    [two.id, two.name, '暖心驿站', '东城区', address],
    ['', '坏的', '桑拿', '东城区', ''],
  ] }));
  await sound(page, options);
  await page.getByRole('link', { name: /^有改动 2/ }).click();
  await sound(page, options);
  assert.match(await page.locator('.rows').innerText(), new RegExp(`地址[\\s\\S]*→[\\s\\S]*${address}`));
  await page.locator('[name=on]').nth(1).uncheck();
  await press(page, '导入勾选的');
  assert.match(await page.getByRole('status').first().innerText(), /勾选刚刚变了/);
  assert.equal((await stations(site, 2)).some((each) => each.address === address), false);
  await press(page, '导入勾选的');
  assert.match(await page.locator('main').innerText(), /已经导入/);
  await sound(page, options);
  const now = await stations(site, 2);
  assert.equal(now.find(({ id }) => id === one.id).address, address);
  assert.equal(now.find(({ id }) => id === two.id).address, two.address);

  const wrong = page.getByRole('link', { name: /下载有错的行/ });
  const [download] = await Promise.all([page.waitForEvent('download'), wrong.click()]);
  assert.match(await readFile(await download.path(), 'utf8'), /坏的,桑拿,东城区,,.*没有认得的站点类型/);
});

twice('a sheet is chosen, and what cannot be read says why', async (page, site, options) => {
  const editor = await staff(site, { role: 'listing_editor', desk: '110101' });
  await enter(page, site, editor);
  const rows = [['名称', '类型', '区'], ['示例', '暖心驿站', '东城区']];
  await upload(page, workbook({ 一: rows, 二: rows }));
  await sound(page, options);
  await page.locator('[name=sheet]').selectOption('二');
  await press(page, '就用它');
  await page.locator('.rows').waitFor();
  assert.match(await page.locator('.rows').innerText(), /示例/);
  await press(page, '不导入了');
  assert.match(await page.locator('main').innerText(), /什么都没有改/);
  await upload(page, Buffer.from('你好'), '清单.csv');
  assert.match(await page.locator('.problem').innerText(), /没有找到表头/);
  await sound(page, options);
  await page.goto('/staff/import');
  await page.locator('[name=file]').setInputFiles({
    name: '大.csv', mimeType: 'text/csv', buffer: Buffer.alloc((8 << 20) + 1, 'x'),
  });
  await page.locator('[name=why]').fill('还在');
  await press(page, '看看会改什么');
  assert.match(await page.locator('.problem').innerText(), /超过 8 MB/);
  assert.equal(await page.locator('[name=why]').inputValue(), '还在');
}, { tolerated: /status of (413|422)/ });

journey('in English and large print a second person sees the alarm and approves', async (page, site, options) => {
  const editor = await staff(site, { role: 'listing_editor', desk: '110102', person: 'Li Lei' });
  const second = await staff(site, { role: 'supervisor', desk: '110102' });
  const list = await (await site.ask('/api/v1/stations?district=110102&limit=6')).json();
  const names = list.stations.map(({ name }) => name).reverse();
  const rows = list.stations.map(({ id, address }, i) => [id, names[i], '暖心驿站', '西城区', address]);
  await enter(page, site, editor);
  await page.goto('/staff/import');
  await page.locator('[name=file]').setInputFiles({
    name: 'a.xlsx', mimeType: 'application/octet-stream', buffer: workbook({ a: [HEADER, ...rows] }),
  });
  await press(page, 'See what would change');
  await page.locator('.rows').waitFor();
  await sound(page, options);
  assert.match(await page.locator('.problems').innerText(), /of 6 change in: Name.*sorted/);
  await press(page, 'Ask a second person');
  const seen = () => page.locator('.rows').innerText();
  const first = await seen();
  const address = page.url();
  await page.context().clearCookies({ name: '__Host-staff' });
  await enter(page, site, second);
  await page.goto('/staff');
  await page.locator('.waiting a[href="/staff/proposals"]').click();
  await sound(page, options);
  await page.locator(`li a[href="${new URL(address).pathname}"]`).click();
  assert.equal(page.url(), address);
  assert.equal(await seen(), first);
  await sound(page, options);
  await press(page, 'Approve and import');
  assert.match(await page.locator('main').innerText(), /It is imported/);
}, { javaScript: true, language: 'en', largePrint: true, size: SIZES.desk, dark: true });
