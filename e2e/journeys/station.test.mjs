// The page of a station: is the light on, until when, and why, on days of every sort.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { stage } from '../support/stage.mjs';

/** The first place of the list for which this holds. */
async function find(site, fits) {
  for (let page = 1; ; page += 1) {
    const { stations } = await (await site.ask(`/api/v1/stations?limit=200&page=${page}`)).json();
    assert.notEqual(stations.length, 0, 'no such station');
    const found = stations.find(fits);
    if (found) return found;
  }
}

const is = (state, reason) => ({ status }) =>
  status.state === state && (!reason || status.reason === reason);

const time = (moment) => moment.slice(11, 16).replace(/^0/, '');

/** What the page says about the status, as one text. */
const sentence = (page) => page.locator('.status:visible').innerText();

describe('an ordinary Friday at noon', () => {
  const { twice } = stage();

  twice('open: until when', async (page, site) => {
    const { id, status } = await find(site, is('open', 'weekday_hours'));
    await page.goto(`/stations/${id}`);
    assert.equal(await sentence(page), `亮着灯，${time(status.until)} 关门。`);
    assert.equal(await page.locator('.status .window.lit').count(), 1);
  });

  twice('closed for a break: says so, and names another place', async (page, site) => {
    const { id, status } = await find(site, is('closed', 'break'));
    await page.goto(`/stations/${id}`);
    assert.match(await sentence(page), new RegExp(`^关着门，${time(status.until)} 开门。\\s+中间歇一会儿`));
    assert.match(await page.locator('.nearest .row').innerText(), /亮着灯/);
  });

  twice('hours that nobody stated', async (page, site) => {
    const { id } = await find(site, is('unknown', 'hours_unstated'));
    await page.goto(`/stations/${id}`);
    assert.match(await sentence(page), /^现在开不开说不准。\s+还没有人写过它的开放时间。$/);
    assert.equal(await page.locator('.status .window.unknown').count(), 1);
  });

  twice('hours that cannot be read stand there as written', async (page, site) => {
    const { id, hours_text } = await find(site, is('unknown', 'hours_unread'));
    await page.goto(`/stations/${id}`);
    assert.match(await sentence(page), /原话在下面/);
    assert.equal(await page.locator('q').innerText(), hours_text);
  });

  twice('closed for a while: until when, and another place', async (page, site) => {
    const { id, status } = await find(site, is('temporarily_closed'));
    await page.goto(`/stations/${id}`);
    const [, month, day] = status.until.slice(0, 10).split('-').map(Number);
    const until = `${month} 月 ${day} 日 ${time(status.until)}`;
    assert.match(await sentence(page), new RegExp(`^暂停开放，${until} 再开门。`));
    assert.equal(await page.locator('.nearest .row').count(), 1);
  });

  twice('closed for good: keeps its page and leads to its successor', async (page, site) => {
    const { features } = await (await site.ask('/api/v1/stations.geojson')).json();
    const { id, properties } = features.find(({ properties }) => properties.successor);
    const answer = await page.goto(`/stations/${id}`);
    assert.equal(answer.status(), 200);
    assert.match(await sentence(page), /^这里不再开放了。/);
    assert.equal(await page.locator('.maps').count(), 0, 'nobody is sent to a place that is gone');
    await page.locator('.successor a').click();
    await page.waitForURL(`**/stations/${properties.successor}`);
    assert.doesNotMatch(await sentence(page), /不再开放/);
  });

  twice('in English', async (page, site) => {
    const { id, name, status } = await find(site, is('open', 'weekday_hours'));
    await page.goto(`/stations/${id}`);
    assert.equal(await sentence(page), `Lights on, closes ${time(status.until)}.`);
    assert.equal(await page.locator(`h1:lang(zh)`).innerText(), name);
  }, { language: 'en' });

  twice('on paper: the way there without what one cannot press', async (page, site) => {
    const { id, address } = await find(site, is('open'));
    await page.goto(`/stations/${id}`);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.top nav', '.bottom form', '.maps', '.back']) {
      assert.equal(await page.locator(gone).isVisible(), false, gone);
    }
    for (const kept of ['h1', '.status', '.week', '.help']) {
      assert.ok(await page.locator(`${kept}:visible`).count(), kept);
    }
    assert.equal(await page.locator('#address').innerText(), address);
  });
});

describe('a Friday evening', () => {
  const { twice } = stage({ clock: '2026-11-20T20:45:00+08:00' });

  twice('closing soon: half a light', async (page, site) => {
    const { id, status } = await find(site, is('closing_soon'));
    await page.goto(`/stations/${id}`);
    assert.equal(await sentence(page), `快关门了，${time(status.until)} 关门。`);
    assert.equal(await page.locator('.status .window.half').count(), 1);
  });

  twice('closed: opens again, with the day', async (page, site) => {
    const reopens = (day) => ({ status }) => status.state === 'closed' && status.until?.startsWith(day);
    const days = { '2026-11-21': '明天', '2026-11-23': '周一' };
    for (const [date, word] of Object.entries(days)) {
      const { id, status } = await find(site, reopens(date));
      await page.goto(`/stations/${id}`);
      assert.match(await sentence(page), new RegExp(`^关着门，${word} ${time(status.until)} 开门。`));
      assert.equal(await page.locator('.status .window.off').count(), 1);
    }
  });
});

describe('a Saturday on which people work', () => {
  const { twice } = stage({ clock: '2026-02-14T12:00:00+08:00' });

  twice('open as on a weekday, and why', async (page, site) => {
    const { id, status } = await find(site, is('open', 'make_up_day'));
    await page.goto(`/stations/${id}`);
    assert.match(
      await sentence(page),
      new RegExp(`^亮着灯，${time(status.until)} 关门。\\s+今天是调休上班日，按工作日开放。$`),
    );
    assert.match(await page.locator('.week tr').first().innerText(), /今天.*春节调休上班/s);
  });
});

describe('the national day', () => {
  const { twice } = stage({ clock: '2026-10-01T12:00:00+08:00' });

  twice('closed for the holiday, and why', async (page, site) => {
    const { id } = await find(site, is('closed', 'holiday'));
    await page.goto(`/stations/${id}`);
    assert.match(await sentence(page), /^关着门，.*今天放法定假/s);
    assert.match(await page.locator('.week tr').first().innerText(), /国庆节放假/);
  });

  twice('it has not said whether it opens: nobody guesses', async (page, site) => {
    const { id } = await find(site, is('unknown', 'holiday_unstated'));
    await page.goto(`/stations/${id}`);
    assert.match(await sentence(page), /^现在开不开说不准.*它没说放假开不开。$/s);
  });
});

describe('a day of a year without a calendar', () => {
  const { twice } = stage({ clock: '2027-01-04T12:00:00+08:00' });

  twice('unknown, because the holidays are not published', async (page, site) => {
    const { id } = await find(site, is('unknown', 'calendar_unknown'));
    await page.goto(`/stations/${id}`);
    assert.match(await sentence(page), /^现在开不开说不准.*那一年的放假安排还没公布。$/s);
    assert.match(await page.locator('.week').innerText(), /放假安排未公布/);
  });
});
