// From the first page to the station, and there with one's own map.

import assert from 'node:assert/strict';
import { awake } from '../support/browser.mjs';
import { gcj02 } from '../support/datum.mjs';
import { asks, count, redrawn, rowTexts, send } from '../support/list.mjs';
import { stage } from '../support/stage.mjs';

const { journey, twice } = stage();

const HAIDIAN = 'district=110108';
const MIYUN = 'district=110118';

const api = async (site, query) => (await site.ask(`/api/v1/stations?${query}`)).json();
const names = (page) => page.locator('.results .row-name:visible').allInnerTexts();

for (const language of ['zh-CN', 'en']) {
  twice(
    `home, district, filters, station, map, back, page 2 (${language})`,
    async (page, site) => {
      await page.goto('/');
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await page.selectOption('.district-form select', '110108');
      await page.locator('.district-form button').click();
      await asks(page, [HAIDIAN]);

      await page.locator('[name=open][value=now]').check();
      await page.locator('[name=amenity][value=hot_meal]').check();
      await send(page);
      const wish = [HAIDIAN, 'amenity=hot_meal', 'open=now'];
      await asks(page, wish);
      const first = await api(site, wish.join('&'));
      const found = language === 'en' ? `${first.total} places` : `找到 ${first.total} 处`;
      await page.getByText(found).locator('visible=true').waitFor();
      assert.deepEqual(await names(page), first.stations.map(({ name }) => name));

      const [station] = first.stations;
      await page.locator('.results .row:visible').first().click();
      await page.waitForURL(`**/stations/${station.id}`);
      assert.equal(await page.locator('h1').innerText(), station.name);
      assert.equal(await page.locator('#address').innerText(), station.address);
      await mapsShow(page, station);

      await page.goBack();
      await asks(page, wish);
      assert.ok(await page.locator('[name=amenity][value=hot_meal]').isChecked());
      assert.equal(await count(page), first.total);

      await page.locator('.pages:visible a').last().click();
      await asks(page, [...wish, 'page=2']);
      const second = await api(site, [...wish, 'page=2'].join('&'));
      await page.getByText(second.stations[0].name).locator('visible=true').first().waitFor();
      assert.deepEqual(await names(page), second.stations.map(({ name }) => name));
    },
    { language },
  );
}

/** Each map is given its own order, all of them GCJ-02. */
async function mapsShow(page, { name, address, lat, lng }) {
  const [gcjLng, gcjLat] = gcj02([lng, lat]);
  const near = (found, first, second, which) => {
    const [a, b] = found.split(',').map(Number);
    assert.ok(Math.abs(a - first) < 2e-6 && Math.abs(b - second) < 2e-6, `${which}: ${found}`);
  };
  const links = await page.locator('.maps a').evaluateAll((all) => all.map((link) => link.href));
  const [amap, tencent, baidu, apple] = links.map((link) => new URL(link));

  assert.equal(amap.origin + amap.pathname, 'https://uri.amap.com/marker');
  near(amap.searchParams.get('position'), gcjLng, gcjLat, 'AMap');
  assert.equal(amap.searchParams.get('coordinate'), 'gaode');
  assert.equal(amap.searchParams.get('callnative'), '1');
  assert.equal(amap.searchParams.get('name'), name);

  assert.equal(tencent.origin + tencent.pathname, 'https://apis.map.qq.com/uri/v1/marker');
  const marker = Object.fromEntries(
    tencent.searchParams.get('marker').split(';').map((part) => part.split(/:(.*)/s)),
  );
  near(marker.coord, gcjLat, gcjLng, 'Tencent');
  assert.deepEqual([marker.title, marker.addr], [name, address]);
  assert.equal(tencent.searchParams.get('coord_type'), '2');

  assert.equal(baidu.origin + baidu.pathname, 'https://api.map.baidu.com/marker');
  near(baidu.searchParams.get('location'), gcjLat, gcjLng, 'Baidu');
  assert.equal(baidu.searchParams.get('coord_type'), 'gcj02');
  assert.equal(baidu.searchParams.get('output'), 'html');
  assert.equal(baidu.searchParams.get('title'), name);
  assert.equal(baidu.searchParams.get('content'), address);

  assert.equal(apple.origin, 'https://maps.apple.com');
  near(apple.searchParams.get('ll'), gcjLat, gcjLng, 'Apple');
}

for (const [words, found] of [['快递网点', /快递网点/], ['nxyz', /暖心驿站/], ['nuanxinyizhan', /暖心驿站/]]) {
  twice(`words: ${words}`, async (page, site) => {
    await page.goto('/stations');
    await page.fill('#q', words);
    await page.locator('#q').press('Enter');
    await asks(page, [`q=${words}`]);
    const { total, stations } = await api(site, `q=${encodeURIComponent(words)}`);
    assert.ok(total > 0);
    await page.getByText(`找到 ${total} 处`).locator('visible=true').waitFor();
    assert.deepEqual(await names(page), stations.map(({ name }) => name));
    assert.match((await rowTexts(page))[0], found);
  });
}

twice('a street within a district, a kind, a door policy', async (page, site, { javaScript }) => {
  await page.goto('/stations');
  // An awake page asks for the streets of a district as soon as it is chosen.
  if (javaScript) await awake(page);
  const look = page.locator('.areas').getByRole('button', { name: '去看看' });
  assert.equal(await look.isVisible(), !javaScript);
  await page.selectOption('#district', '110118');
  if (!javaScript) await look.click();
  await asks(page, [MIYUN]);
  const street = await page.locator('#street option').nth(1).getAttribute('value');
  assert.match(street, /^110118\d{3}$/);
  if (javaScript) await awake(page);
  await page.selectOption('#street', street);
  if (!javaScript) await look.click();
  await asks(page, [MIYUN, `street=${street}`]);
  const all = (await api(site, `street=${street}`)).total;
  await page.getByText(`找到 ${all} 处`).locator('visible=true').waitFor();

  await page.locator('.more summary').click();
  await page.locator('[name=kind][value=caring_station]').check();
  await page.locator('[name=access][value=public]').check();
  await page.locator('.apply').click();
  const wish = [MIYUN, `street=${street}`, 'kind=caring_station', 'access=public'];
  await asks(page, wish);
  const { total } = await api(site, wish.join('&'));
  await page.getByText(`找到 ${total} 处`).locator('visible=true').waitFor();
  assert.equal(await page.inputValue('#street'), street);
  const kind = page.locator('[name=kind][value=caring_station]');
  assert.ok(await kind.isVisible(), 'what is in use is not folded away');
});

twice('what an address means and nobody understands is dropped', async (page, site) => {
  await page.goto('/stations?colour=red&district=x&open=now&near=0,0&open=24h&amenity=gold');
  assert.ok(await page.locator('[name=open][value=now]').isChecked());
  assert.equal(await count(page), (await api(site, 'open=now')).total);
  await page.locator('.pages:visible a').last().click();
  await asks(page, ['open=now', 'page=2']);
});

journey('another page of the list is shown from its first row', async (page, site) => {
  await page.goto('/stations');
  await awake(page);
  await redrawn(page, () => page.getByRole('link', { name: '下一页' }).click());
  await asks(page, ['page=2']);
  const pages = Math.ceil((await api(site, '')).total / 20);
  assert.equal(await page.locator('.pages span').innerText(), `第 2 页，共 ${pages} 页`);
  const { y } = await page.locator('.count').boundingBox();
  assert.ok(y >= 0 && y < 100, `the list begins ${y} pixels below the top of the window`);
  assert.ok(await page.evaluate(() => document.activeElement.matches('.results')));
});

twice('words that no station bears: says so, and names no other', async (page, site, { javaScript }) => {
  await page.goto('/stations?q=zzzz');
  const said = page.getByText('没有找到名字或地址里有“zzzz”的站点');
  await said.waitFor();
  if (javaScript) {
    await awake(page);
    await redrawn(page, () => send(page));
    await said.waitFor();
  }
  await page.getByText('换个说法，或按区找。').waitFor();
  assert.deepEqual(await rowTexts(page), []);

  await page.goto('/stations?q=zzzz&open=now');
  assert.deepEqual(await rowTexts(page), []);
  await page.getByRole('link', { name: '不按字找' }).click();
  await asks(page, ['open=now']);
  assert.ok((await count(page)) > 0);
});

twice('nothing fits: what almost does, what it misses, and a way to ask for less', async (page, site) => {
  await page.goto('/stations?kind=drivers_home&district=110101');
  const { near_misses } = await api(site, 'kind=drivers_home&district=110101');
  assert.equal(near_misses.length, 3);
  const rows = await rowTexts(page);
  assert.deepEqual(await names(page), near_misses.map(({ station }) => station.name));
  for (const [index, { misses }] of near_misses.entries()) {
    assert.equal(misses, 'kinds');
    assert.match(rows[index], /就差一样：不是这类站点/);
  }
  await page.getByRole('link', { name: '哪类都行' }).click();
  await asks(page, ['district=110101']);
  const { total } = await api(site, 'district=110101');
  await page.getByText(`找到 ${total} 处`).locator('visible=true').waitFor();
});
