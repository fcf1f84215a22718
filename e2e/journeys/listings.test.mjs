// A listing editor finds a station, changes it, looks before it is done, and takes it back; a second
// person decides; two at once bring their changes together: with JavaScript and without.

import assert from 'node:assert/strict';
import { SIZES, accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { stage } from '../support/stage.mjs';
import { enter, send, staff } from '../support/staff.mjs';

const { journey, twice: both } = stage();
/**
 * A form that is not taken, or a change that is not merged, is answered with its status; and where the
 * listing changed meanwhile, the map of a form asks for files that are gone, and its numbers stay.
 */
const twice = (name, walk) => both(name, walk, { tolerated: /status of (404|409|422)/ });
const STREET = '110101001';

/** Nothing is in anybody's way on this page. axe itself needs JavaScript. */
async function sound(page, { javaScript }) {
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], `${await page.title()} ${page.url()}`);
}

const heading = (page) => page.locator('h1').innerText();
const main = (page) => page.locator('main').innerText();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const field = (page, name) => page.locator(`[name="${name}"]`);
const path = (page) => new URL(page.url()).pathname;

/** The number of a station of the street, another one each time. */
let taken = 0;
async function station(site) {
  const list = await (await site.ask(`/api/v1/stations?street=${STREET}&limit=50`)).json();
  taken += 1;
  return list.stations[taken];
}

const editor = (site, person) => staff(site, { role: 'listing_editor', desk: STREET, person });

twice('find, change, look, do it, and take it back', async (page, site, options) => {
  const { id, name } = await station(site);
  await enter(page, site, await editor(site, '王芳'));
  await page.goto('/staff');
  await page.getByRole('link', { name: '维护站点', exact: true }).click();
  await sound(page, options);
  await field(page, 'q').fill(String(id));
  await press(page, '找');
  await sound(page, options);
  await page.getByRole('link', { name, exact: true }).first().click();
  assert.equal(await heading(page), name);
  await sound(page, options);

  await field(page, 'name').fill(' ');
  await field(page, 'hours').fill('周一至周五 9:00-18:00');
  await field(page, 'lat').fill('116.4');
  await field(page, 'lng').fill('39.9');
  await press(page, '看一看会改成什么');
  assert.match(await main(page), /经度和纬度填反了/);
  assert.equal(await field(page, 'hours').inputValue(), '周一至周五 9:00-18:00', 'nothing typed is lost');
  await sound(page, options);

  await field(page, 'name').fill('<b>灯火驿站</b>');
  await field(page, 'lat').fill('');
  await field(page, 'lng').fill('');
  await field(page, 'amenity.hot_meal').selectOption('yes');
  await field(page, 'amenity.toilet').selectOption('no');
  await field(page, 'confirmed').check();
  await field(page, 'why').fill('换了牌子');
  await press(page, '看一看会改成什么');
  assert.equal(await heading(page), '看一看再改');
  await sound(page, options);
  const shown = await main(page);
  assert.match(shown, /<b>灯火驿站<\/b>/);
  assert.match(shown, /09:00|9:00/);
  assert.match(shown, /看懂的开放时间/);
  await press(page, '再改改');
  assert.equal(await field(page, 'name').inputValue(), '<b>灯火驿站</b>');
  await press(page, '看一看会改成什么');
  await press(page, '就这么改');
  assert.equal(path(page), `/staff/stations/${id}`);
  assert.match(await main(page), /改好了/);
  await sound(page, options);
  const publicPage = await (await site.ask(`/stations/${id}`)).text();
  assert.match(publicPage, /&lt;b&gt;灯火驿站&lt;\/b&gt;|&lt;b>灯火驿站&lt;\/b>/);

  await page.getByRole('link', { name: '历史', exact: true }).click();
  await sound(page, options);
  assert.match(await main(page), /王芳/);
  assert.match(await main(page), /换了牌子/);
  await press(page, '比一比');
  assert.match(await main(page), /灯火驿站/);
  await page.locator('.events a').first().click();
  assert.equal(await heading(page), '一次改动');
  await sound(page, options);
  await field(page, 'why').fill('改错了');
  await press(page, '撤销这次改动');
  assert.match(await main(page), /撤销/);
  await page.goto(`/staff/stations/${id}`);
  assert.equal(await heading(page), name);
  await page.goto(`/staff/stations/${id}/history`);
  await page.getByRole('button', { name: '恢复成这一版', exact: true }).first().click();
  assert.equal(await heading(page), '看一看再改');
  await press(page, '就这么改');
  assert.equal(await heading(page), '<b>灯火驿站</b>');
  await page.goto('/staff/changes');
  await sound(page, options);
});

twice('a place closes for good with a second person who saw the same', async (page, site, options) => {
  const { id } = await station(site);
  const successor = await station(site);
  await enter(page, site, await editor(site, '李雷'));
  await page.goto(`/staff/stations/${id}`);
  await field(page, 'status').selectOption('closed');
  await field(page, 'closed_from').fill('2026-11-20');
  await field(page, 'successor').fill('没有这个地方');
  await press(page, '看一看会改成什么');
  assert.match(await main(page), /没有找到接替的站点/);
  await field(page, 'successor').fill(String(successor.id));
  await press(page, '看一看会改成什么');
  const seen = await page.locator('.difference').innerText();
  assert.match(await main(page), /永久关闭一个站点/);
  await press(page, '就这么改');
  const proposal = path(page);
  assert.match(proposal, /^\/staff\/proposals\/\d+$/);
  assert.match(await main(page), /等第二个人确认/);
  assert.equal(await page.getByRole('button', { name: '同意，就这么改' }).count(), 0);
  await sound(page, options);

  await page.context().clearCookies();
  await enter(page, site, await editor(site, '韩梅梅'));
  await page.goto('/staff');
  await page.getByRole('link', { name: '待第二人确认', exact: true }).click();
  await sound(page, options);
  await page.goto(proposal);
  assert.equal(await page.locator('.difference').innerText(), seen);
  await press(page, '不同意');
  assert.match(await main(page), /写一句为什么/);
  await field(page, 'note').fill('去看过了');
  await press(page, '同意，就这么改');
  assert.match(await main(page), /同意了 · 韩梅梅/);
  await page.goto(`/stations/${id}`);
  assert.equal(await page.locator('.successor a').getAttribute('href'), `/stations/${successor.id}`);
});

twice('two at once: what is apart is merged, the same is chosen', async (page, site, options) => {
  const { id } = await station(site);
  const [one, other] = [await editor(site, '李雷'), await editor(site, '王芳')];
  await enter(page, site, one);
  await page.goto(`/staff/stations/${id}`);
  const address = `/api/v1/listings/stations/${id}`;
  const { version, cells } = await send(site, 'GET', address, undefined, { bearer: other.bearer });
  const theirs = { ...cells, phone: '010-2222', address: '新门牌' };
  await send(site, 'PUT', address, { version, cells: theirs, why: '换号' }, { bearer: other.bearer });

  await field(page, 'phone').fill('010-1111');
  await field(page, 'show_at_door').fill('工牌');
  await press(page, '看一看会改成什么');
  assert.equal(await heading(page), '别人也改了这里');
  const shown = await main(page);
  for (const words of ['010-1111', '010-2222', '王芳', '换号']) assert.ok(shown.includes(words), words);
  await sound(page, options);
  await page.locator('[value=mine]').check();
  await press(page, '看一看会改成什么');
  assert.match(await main(page), /010-1111/);
  await press(page, '就这么改');
  const now = await send(site, 'GET', address, undefined, { bearer: other.bearer });
  assert.deepEqual(
    [now.cells.phone, now.cells.address, now.cells.show_at_door], ['010-1111', '新门牌', '工牌'],
  );
});

twice('a new station and a new class', async (page, site, options) => {
  await enter(page, site, await staff(site, { role: 'listing_editor', desk: 'city' }));
  await page.goto('/staff/stations');
  await page.getByRole('link', { name: '新增站点', exact: true }).click();
  await sound(page, options);
  await press(page, '看一看会改成什么');
  assert.match(await main(page), /名称/);
  await field(page, 'name').fill('新开的驿站');
  await page.locator('[value=caring_station]').check();
  await field(page, 'place').selectOption(STREET);
  await press(page, '看一看会改成什么');
  await press(page, '就这么改');
  assert.equal(await heading(page), '新开的驿站');
  await page.goto('/staff/classes/new');
  await sound(page, options);
  await field(page, 'host').fill('示例工会');
  await field(page, 'place').selectOption(STREET);
  await press(page, '看一看会改成什么');
  await press(page, '就这么改');
  assert.equal(await heading(page), '示例工会');
  await page.goto('/staff/classes');
  await sound(page, options);
  assert.match(await main(page), /示例工会/);
});

twice('what is listed twice becomes one, and both addresses stay alive', async (page, site, options) => {
  const who = await editor(site, '李雷');
  const listings = '/api/v1/listings/stations';
  const make = async (name, phone) => {
    const cells = {
      name, phone, kinds: 'caring_station', district: '东城区', street: '东华门街道',
      lat: '39.9201', lng: '116.4101', datum: 'WGS-84',
    };
    const made = await send(site, 'POST', listings, { cells }, { bearer: who.bearer, status: 201 });
    return made.numbers[0];
  };
  const mark = options.javaScript ? '银杏' : '玉兰';
  const [one, other] = [await make(`${mark}餐厅暖心驿站`, ''), await make(`${mark}餐厅驿站`, '010-77')];
  await enter(page, site, who);
  await page.goto('/staff/stations');
  await page.getByRole('link', { name: '可能重复的站点', exact: true }).click();
  await sound(page, options);
  assert.match(await main(page), new RegExp(`${mark}餐厅驿站`));
  await page.goto(`/staff/duplicates/${one}/${other}`);
  await sound(page, options);
  await page.locator(`[name=stays][value="${one}"]`).check();
  await page.locator('[name="take.phone"][value=theirs]').check();
  await press(page, '提出来，等第二个人确认');
  const proposal = path(page);
  assert.match(proposal, /^\/staff\/proposals\/\d+$/);
  await sound(page, options);
  await page.context().clearCookies();
  await enter(page, site, await editor(site, '韩梅梅'));
  await page.goto(proposal);
  await press(page, '同意，就这么改');
  const { phone, name } = await (await site.ask(`/api/v1/stations/${one}`)).json();
  assert.deepEqual([phone, name], ['010-77', `${mark}餐厅暖心驿站`]);
  await page.goto(`/stations/${other}`);
  assert.equal(await page.locator('.successor a').getAttribute('href'), `/stations/${one}`);
});

journey('in English, in large print and on a desk nothing is in the way', async (page, site, options) => {
  const { id } = await station(site);
  await enter(page, site, await editor(site, '王芳'));
  for (const address of ['', `/${id}`, `/${id}/history`, '/new']) {
    await page.goto(`/staff/stations${address}`);
    await sound(page, options);
  }
}, { size: SIZES.desk, language: 'en-GB', largePrint: true, javaScript: true });
