// The phone keeps what is typed, and nobody else can read it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { fill, open, press, withProfile } from '../support/phone.mjs';
import { startSite } from '../support/site.mjs';
import { stage } from '../support/stage.mjs';

const { journey } = stage();

/** Letters that no database can pack into fewer. */
const PLAIN = 'q7Zr1mVx0TnB4kWpJ9sHc2Ld';
const TEXT = '公司欠了两个月工资 overdue-wages-marker';

async function sound(page) {
  const findings = [
    ...(await accessibilityFindings(page)), ...(await smallTargets(page, 44)), ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], await page.title());
}

/** Types, and waits until that is kept: another tab offers it. */
async function typed(page, text = TEXT) {
  await open(page);
  await fill(page, text);
  const other = await page.context().newPage();
  for (let tries = 0; tries < 50; tries += 1) {
    await other.goto('/requests/new');
    await other.locator('.written-here, .categories').first().waitFor();
    const offer = other.locator('.kept').getByRole('button', { name: '接着写' });
    if (await offer.waitFor({ timeout: 1000 }).then(() => true, () => false)) break;
  }
  return other;
}

journey('what is typed is there again in another tab, and goes on from there', async (page) => {
  const other = await typed(page);
  await page.close();
  assert.match(await other.locator('.kept').innerText(), /11 月 20 日（周五）12:\d\d/);
  await sound(other);
  await press(other, '接着写');
  await other.locator('[name=text]').waitFor();
  assert.equal(await other.locator('[name=text]').inputValue(), TEXT);
  assert.ok(await other.locator('[name=contact][value=reference]').isChecked());
  assert.equal(await other.locator('.kept').count(), 0, 'what is on the page is not offered');
  await sound(other);
});

journey('it is gone on request, and stays gone', async (page) => {
  const other = await typed(page);
  await press(other, '从手机里删掉');
  await other.locator('.kept').waitFor({ state: 'detached' });
  await other.reload();
  await other.locator('.categories').waitFor();
  const kept = await other.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers();
    const request = indexedDB.open('requests');
    request.onsuccess = () => {
      request.result.transaction('requests').objectStore('requests').getAllKeys().onsuccess =
        ({ target }) => resolve(target.result);
    };
    return promise;
  });
  assert.deepEqual(kept, [], 'neither what was sealed nor its key');
});

journey('a phone that is somebody else’s keeps nothing', async (page) => {
  const other = await typed(page);
  await press(page, '别人的手机，别存');
  await page.getByText('这一件不存在手机里了').waitFor();
  await page.locator('[name=text]').fill(`${TEXT} again`);
  await press(page, '看一遍再提交');
  await page.locator('h1', { hasText: '提交前看一遍' }).waitFor();
  await other.reload();
  await other.locator('.categories').waitFor();
  await press(page, '提交');
  await page.locator('.reference').waitFor();
  await other.reload();
  await other.locator('.categories').waitFor();
  assert.equal(await other.locator('.kept').count(), 0);
  assert.equal(await page.locator('.kept').count(), 0);
});

journey('after a week it is gone', async (page) => {
  const other = await typed(page);
  await page.close();
  const days = (count) => new Date(Date.parse('2026-11-20T12:00:00+08:00') + count * 86_400_000);
  await other.clock.setSystemTime(days(6.9));
  await other.reload();
  await other.locator('.kept').waitFor();
  await other.clock.setSystemTime(days(7.1));
  await other.reload();
  await other.locator('.categories').waitFor();
  await other.goto('/requests/new?category=pay');
  await other.locator('.written-here button').waitFor();
  assert.equal(await other.locator('.kept').count(), 0);
});

test('in the browser’s own files nothing of it can be read', { timeout: 90_000 }, async () => {
  const site = await startSite();
  try {
    await withProfile(async ({ open: openBrowser, files }) => {
      const holds = async (text) => {
        const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
        return (await files()).some((bytes) => forms.some((form) => bytes.includes(form)));
      };
      const visit = async (act) => {
        const context = await openBrowser();
        try {
          const page = await context.newPage();
          await page.goto(`${site.address}/requests/new?category=pay`);
          await page.locator('.written-here button').waitFor();
          await act(page);
        } finally {
          await context.close();
        }
      };
      await visit(async (page) => {
        await fill(page, TEXT);
        // Kept when another page of the same browser finds it.
        const other = await page.context().newPage();
        const offer = other.getByRole('button', { name: '接着写' });
        for (let tries = 0; tries < 50 && !(await offer.count()); tries += 1) {
          await other.goto(`${site.address}/requests/new`);
          await offer.waitFor({ timeout: 1000 }).catch(() => {});
        }
        assert.equal(await offer.count(), 1);
        await page.evaluate((plain) => new Promise((resolve) => {
          const request = indexedDB.open('plain');
          request.onupgradeneeded = () => request.result.createObjectStore('plain');
          request.onsuccess = () => {
            const transaction = request.result.transaction('plain', 'readwrite');
            transaction.objectStore('plain').put(plain, 'plain');
            transaction.oncomplete = resolve;
          };
        }), PLAIN);
      });
      assert.ok(await holds(PLAIN), 'what is not sealed is found this way');
      assert.ok(!(await holds('overdue-wages-marker')));
      assert.ok(!(await holds('两个月工资')));
      await visit((page) => page.getByRole('button', { name: '接着写' }).waitFor());
    });
  } finally {
    await site.stop();
  }
});

journey('whom to call is said while one types, and a joke says nothing', async (page) => {
  await open(page);
  const call = page.locator('.help-at-once a[href="tel:12356"]');
  await page.locator('[name=text]').pressSequentially('累死了，');
  assert.equal(await call.count(), 0);
  await page.locator('[name=text]').pressSequentially('我不想活了');
  await call.waitFor();
  await sound(page);
  await page.locator('[name=text]').fill('没事了');
  await call.waitFor({ state: 'detached' });
});

journey('numbers are offered to be masked while one types, or left', async (page) => {
  await open(page);
  await page.locator('[name=text]').fill('打 13800138000 找我');
  await page.locator('.numbers-found').getByText('138****8000').waitFor();
  await sound(page);
  await press(page, '遮住');
  assert.equal(await page.locator('[name=text]').inputValue(), '打 138****8000 找我');
  assert.equal(await page.locator('.numbers-found section').count(), 0);
  await fill(page, '打 13800138000 找我');
  await press(page, '不遮，原样留着');
  await press(page, '看一遍再提交');
  await page.locator('h1', { hasText: '提交前看一遍' }).waitFor();
  assert.match(await page.locator('.typed').innerText(), /13800138000/);
});

journey('how much is written is counted, and the streets are those of the district', async (page) => {
  await open(page);
  await page.locator('[name=text]').fill('一二三');
  await page.getByText('3 / 2000').waitFor();
  await page.locator('[name=text]').fill('字'.repeat(2001));
  await page.getByText('再删 1 字').waitFor();
  await page.locator('[name=place][value=area]').check();
  await page.locator('[name=district]').selectOption('110101');
  const streets = page.locator('[name=street] optgroup option');
  assert.equal(await streets.first().innerText(), '东华门街道');
  await page.locator('[name=street]').selectOption('110101001');
  await page.locator('[name=district]').selectOption('110108');
  assert.equal(await page.locator('[name=street]').inputValue(), '');
  assert.ok((await streets.allInnerTexts()).includes('中关村街道'));
  await sound(page);
});

journey('a photo is made small before it is sent, and tells nothing but what it shows', async (page) => {
  await open(page);
  await fill(page, TEXT);
  const photo = await page.evaluate(async () => {
    const form = document.querySelector('form[action="/requests/new"]');
    if (!form.querySelector('[type=file]')) {
      form.insertAdjacentHTML('beforeend', '<input type="file" name="photo" aria-label="photo">');
    }
    const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 1000 });
    const blob = await new Promise((resolve) => canvas.toBlob(resolve));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const told = Buffer.from('taken at 39.9142,116.4039');
  await page.locator('[type=file]').setInputFiles({
    name: '张三的身份证.png', mimeType: 'image/png', buffer: Buffer.concat([Buffer.from(photo), told]),
  });
  // What goes out with files in it, the browser shows to nobody but the page.
  await page.evaluate(() => {
    const send = globalThis.fetch;
    globalThis.fetch = async (address, init) => {
      globalThis.sent = [...new Uint8Array(await new Response(init.body).arrayBuffer())];
      return send(address, init);
    };
  });
  await press(page, '看一遍再提交');
  await page.waitForFunction(() => globalThis.sent);
  const body = Buffer.from(await page.evaluate(() => globalThis.sent));
  const text = body.toString('latin1');
  assert.match(text, /name="photo"; filename="photo\.jpg"\r\nContent-Type: image\/jpeg/);
  assert.match(text, /name="step"\r\n\r\ncheck\r\n/);
  assert.ok(!body.includes(told) && !body.includes('张三'));
  // Start of frame: height and width of a JPEG.
  const frame = body.indexOf(Buffer.from([0xff, 0xc0]));
  assert.deepEqual([body.readUInt16BE(frame + 5), body.readUInt16BE(frame + 7)], [500, 1600]);
});
