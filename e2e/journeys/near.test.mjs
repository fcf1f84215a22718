// Near me: asked on the tap, found on the phone, told to nobody. And what the phone says by
// itself is what the server would have said.

import assert from 'node:assert/strict';
import { SILENT, awake, openPage } from '../support/browser.mjs';
import { asks, redrawn, rowTexts, send } from '../support/list.mjs';
import { stage } from '../support/stage.mjs';

const { journey } = stage();

const HERE = { latitude: 39.914266, longitude: 116.403988 };
const ROUNDED = 'near=39.914,116.404';
const SHANGHAI = { latitude: 31.230416, longitude: 121.473701 };

const api = async (site, query) => (await site.ask(`/api/v1/stations?${query}`)).json();
const button = (page) => page.getByRole('button', { name: '离我最近' });
const note = (page) => page.locator('.near [role=status]');

/** Everything that leaves the page and its tabs from now on: addresses, headers, bodies. */
function eavesdrop(page) {
  const heard = [];
  page.context().on('request', (request) => {
    heard.push(request.allHeaders().then(
      (headers) => request.url() + JSON.stringify(headers) + (request.postData() ?? ''),
      // It went away with its page before it was sent.
      () => request.url(),
    ));
  });
  return async () => {
    const all = await Promise.all(heard);
    assert.deepEqual(all.filter((line) => /39\.91|116\.40/.test(decodeURIComponent(line))), []);
    return all.length;
  };
}

journey('on the list: the phone sorts, and the position stays there', async (page, site) => {
  await page.goto('/stations');
  await awake(page);
  assert.match(await note(page).innerText(), /不发给我们/);
  const toldNobody = eavesdrop(page);
  await button(page).click();
  await asks(page, [ROUNDED]);
  assert.equal(new URL(page.url()).search, '', 'what stands behind # is sent to nobody');
  const { stations } = await api(site, `near=${HERE.latitude},${HERE.longitude}`);
  await page.locator('.row-minutes:visible').first().waitFor();
  assert.deepEqual(await page.locator('.row-name:visible').allInnerTexts(), stations.map(({ name }) => name));
  const minutes = await page.locator('.row-minutes:visible b').allInnerTexts();
  assert.deepEqual(minutes.map(Number), stations.map(({ journey_minutes }) => journey_minutes));

  await page.getByRole('radio', { name: '骑电动车' }).check();
  await asks(page, [ROUNDED, 'by=ebike']);
  await page.getByText(/骑 \d+ 分钟到/).first().waitFor();
  await page.locator('.row:visible').first().click();
  await page.waitForURL('**/stations/*');
  await page.goBack();
  await asks(page, [ROUNDED, 'by=ebike']);
  await page.getByText(/骑 \d+ 分钟到/).first().waitFor();
  assert.ok((await toldNobody()) > 1, 'something was asked for, so the silence means something');
}, { position: HERE });

journey('at home: the nearest open places, and the list from there', async (page, site) => {
  await page.goto('/');
  const toldNobody = eavesdrop(page);
  await button(page).click();
  const { stations } = await api(site, `near=${HERE.latitude},${HERE.longitude}&open=now`);
  await page.getByText(stations[0].name).waitFor();
  assert.deepEqual(
    await page.locator('.nearest .row-name').allInnerTexts(),
    stations.slice(0, 3).map(({ name }) => name),
  );
  await page.getByRole('link', { name: '看附近全部站点' }).click();
  await asks(page, [ROUNDED]);
  await page.getByText(/走 \d+ 分钟到/).first().waitFor();
  assert.ok((await toldNobody()) > 1);
}, { position: HERE });

journey('a link of the list, taken to another tab, keeps the position on the phone', async (page, site) => {
  await page.goto('/stations');
  await awake(page);
  const toldNobody = eavesdrop(page);
  await redrawn(page, () => button(page).click());
  const next = page.getByRole('link', { name: '下一页' });
  assert.equal(await next.getAttribute('href'), '/stations?page=2#near=39.914%2C116.404');
  const opened = page.context().waitForEvent('page');
  await next.click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await asks(tab, [ROUNDED, 'page=2']);
  const { stations } = await api(site, `${ROUNDED}&page=2`);
  await tab.getByText(stations[0].name).first().waitFor();
  assert.deepEqual(await tab.locator('.row-name:visible').allInnerTexts(), stations.map(({ name }) => name));

  await page.goto('/stations?kind=drivers_home&district=110101#near=39.914,116.404');
  // The server offers the same without the position; the phone draws its own.
  await page.locator('.nothing .chip[href*="#near"]').first().waitFor();
  const offers = await page.locator('.nothing .chip').evaluateAll((all) => all.map((link) => link.href));
  assert.ok(offers.length > 1);
  for (const address of offers.map((offer) => new URL(offer))) {
    assert.equal(address.searchParams.has('near'), false, 'what stands before # is sent');
    assert.equal(address.hash, '#near=39.914%2C116.404');
  }
  await page.locator('.nothing .chip').last().click();
  await asks(page, [ROUNDED]);
  assert.ok((await toldNobody()) > 1);
}, { position: HERE });

journey('from a station back to the list one left, with its wishes and its start', async (page, site) => {
  const back = page.locator('.back a:visible');
  await page.goto('/stations?open=now');
  await awake(page);
  await button(page).click();
  await page.getByText(/走 \d+ 分钟到/).first().waitFor();
  const toldNobody = eavesdrop(page);
  await page.locator('.row:visible').first().click();
  await page.waitForURL('**/stations/*');
  await page.getByRole('link', { name: '回到列表' }).click();
  await asks(page, [ROUNDED, 'open=now']);
  await page.getByText(/走 \d+ 分钟到/).first().waitFor();
  const { stations } = await api(site, `${ROUNDED}&open=now`);
  assert.deepEqual(await page.locator('.row-name:visible').allInnerTexts(), stations.map(({ name }) => name));

  const opened = page.context().waitForEvent('page');
  await page.locator('.row:visible').first().click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await awake(tab);
  assert.equal(await tab.locator('.back .list').isVisible(), false, 'nothing lies behind a new tab');
  const station = tab.url();
  await tab.close();
  await page.goto(station);
  await awake(page);
  assert.equal(await back.innerText(), '全部站点', 'whoever came from elsewhere is led to all of them');
  await back.click();
  await asks(page, []);
  assert.ok((await toldNobody()) > 1);
}, { position: HERE });

for (const path of ['/', '/stations']) {
  journey(`refused on ${path}: choose a district instead`, async (page) => {
    await page.goto(path);
    await button(page).click();
    await page.getByText('没拿到位置。选个区，一样能找。').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'district');
    assert.ok(await button(page).isEnabled());
  });

  journey(`no answer for 8 seconds on ${path}: choose a district instead`, async (page) => {
    await page.goto(path);
    await button(page).click();
    await page.getByText('正在问手机在哪……').waitFor();
    await page.clock.fastForward(7_000);
    assert.equal(await note(page).innerText(), '正在问手机在哪……');
    await page.clock.fastForward(1_500);
    await page.getByText('没拿到位置。选个区，一样能找。').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'district');
  }, { position: SILENT });

  journey(`far from Beijing on ${path}: nobody is promised a walk of days`, async (page) => {
    await page.goto(path);
    await button(page).click();
    await page.getByText('你这会儿不在北京。选个区，先看看。').waitFor();
    assert.equal(await page.locator('.row-minutes').count(), 0);
    assert.equal(new URL(page.url()).hash, '');
  }, { position: SHANGHAI });
}

const SAME = [
  'district=110108&amenity=hot_meal&open=now',
  'q=nxyz&district=110105',
  'kind=library&kind=nursing_room&access=public&page=2',
  'kind=drivers_home&district=110101',
  'near=39.914,116.404&by=ebike&open=now',
  'near=40.072,116.611&open=night',
];

for (const query of SAME) {
  journey(`the phone says what the server says: ${query}`, async (page, site) => {
    await page.goto(`/stations?${query.replace('&page=2', '')}`);
    await awake(page);
    await redrawn(page, () => send(page));
    if (query.includes('page=2')) {
      await redrawn(page, () => page.locator('.pages:visible a').last().click());
    }
    const fromPhone = await rowTexts(page);
    const plain = await openPage(page.context().browser(), site, { javaScript: false });
    await plain.goto(`/stations?${query}`);
    const fromServer = await rowTexts(plain);
    await plain.context().close();
    assert.ok(fromServer.length > 0);
    assert.deepEqual(fromPhone, fromServer);
  });
}

journey('the count on a chip is what one finds behind it', async (page, site) => {
  const query = 'district=110108&amenity=hot_meal&kind=caring_station&open=now';
  await page.goto(`/stations?${query}`);
  await awake(page);
  const chips = await page.locator('#find .pick').evaluateAll((all) => all.flatMap((chip) => {
    const { name, value } = chip.querySelector('input');
    const told = chip.querySelector('b').textContent;
    return told === '' ? [] : [{ name, value, told: Number(told) }];
  }));
  assert.ok(chips.length > 20, `${chips.length} chips have a count`);
  for (const { name, value, told } of chips) {
    const wider = new URLSearchParams(query);
    if (name === 'open') wider.delete('open');
    if (!wider.has(name, value)) wider.append(name, value);
    assert.equal(told, (await api(site, `${wider}&limit=1`)).total, `${name}=${value}`);
  }

  const { told } = chips.find(({ value }) => value === 'toilet');
  await page.getByRole('checkbox', { name: new RegExp(`^卫生间 ?${told} ?处$`) }).check();
  await page.getByText(`找到 ${told} 处`).waitFor();
  const live = await page.locator('.find').locator('output, [role=status], [aria-live]').evaluateAll(
    (all) => all.filter((one) => one.checkVisibility()).map((one) => one.parentElement.className),
  );
  assert.deepEqual(live, ['near', 'results'], 'nothing else speaks up by itself');
});

journey('the list stays true as minutes pass', async (page, site) => {
  const { stations } = await api(site, 'district=110109&open=now&limit=200');
  const { name, status } = stations.find(({ status }) => status.until?.startsWith('2026-11-20'));
  await page.goto(`/stations?q=${encodeURIComponent(name)}&district=110109`);
  await awake(page);
  const row = page.locator('.row:visible').filter({ hasText: name }).first();
  assert.match(await row.innerText(), /亮着灯/);
  await page.clock.fastForward(new Date(status.until) - new Date(site.clock) - 10 * 60_000);
  await row.getByText('快关门了').waitFor();
  await page.clock.fastForward(11 * 60_000);
  await row.getByText('关着门').waitFor();
});

journey('a station stays true as minutes pass', async (page, site) => {
  const { stations } = await api(site, 'open=now');
  const { id, status } = stations.find(({ status }) => status.until?.startsWith('2026-11-20'));
  await page.goto(`/stations/${id}`);
  await awake(page);
  const said = page.locator('.status:visible');
  assert.match(await said.innerText(), /亮着灯/);
  await page.clock.fastForward(new Date(status.until) - new Date(site.clock) - 10 * 60_000);
  await page.getByText('快关门了').locator('visible=true').waitFor();
  await page.clock.fastForward(11 * 60_000);
  await page.locator('.status').getByText('关着门').locator('visible=true').waitFor();
});
