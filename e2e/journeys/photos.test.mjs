// Photos with a request: nothing that was chosen or typed is lost, and what is shown is upright.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { exif, png, tellingJpeg, tellingPng, tellingWebp, TOLD } from '../support/photos.mjs';
import { typed } from '../support/requests.mjs';
import { press as tap, step as press } from '../support/phone.mjs';
import { stage } from '../support/stage.mjs';

const { journey, twice } = stage();

const TEXT = '机器没有护栏 <b>手差点卷进去</b>';

/** What no page may show of a file. */
const NAUGHTY = '"><img src=x onerror=alert(1)>照片.png';

const file = (buffer, name = NAUGHTY) => ({ name, mimeType: 'image/png', buffer });
const problems = (page) => page.locator('.problems').innerText();
const kept = (page) => page.locator('[name=photos]');

async function sound(page, { javaScript }) {
  const findings = [
    ...(javaScript ? await accessibilityFindings(page) : []),
    ...(await smallTargets(page, 44)),
    ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], await page.title());
  assert.ok(!(await page.content()).includes('onerror'), 'no page names a file');
}

twice('photos come along from page to page, and can be taken out', async (page, _, options) => {
  await page.goto('/requests/new?category=safety');
  await page.locator('[name=text]').fill(TEXT);
  await page.locator('[name=photo]').setInputFiles([file(tellingPng(png(30, (x) => x)))]);
  await press(page, '看一遍再提交');
  await sound(page, options);
  assert.match(await problems(page), /选一下在哪儿/);
  assert.equal(await page.locator('[name=text]').inputValue(), TEXT);
  assert.equal(await kept(page).count(), 1);

  await page.locator('[name=place][value=not_sure]').check();
  await page.locator('[name=contact][value=reference]').check();
  await page.locator('[name=photo]').setInputFiles([file(png(30, (_, y) => y))]);
  await press(page, '看一遍再提交');
  await sound(page, options);
  assert.match(await page.locator('.answers').innerText(), /2 张/);

  await press(page, '改 照片');
  await sound(page, options);
  assert.equal(await kept(page).count(), 2);
  await kept(page).first().uncheck();
  await press(page, '看一遍再提交');
  assert.match(await page.locator('.answers').innerText(), /1 张/);

  await press(page, '提交');
  const link = await page.locator('.link a').getAttribute('href');
  const [, reference, secret] = link.match(/^\/requests\/([^#]+)#(.+)$/);
  await page.goto(`/requests/${reference}`);
  await page.locator('[name=secret]').fill(secret);
  await press(page, '看看办到哪了');
  await sound(page, options);
  const answered = page.context().waitForEvent('response', (answer) => answer.url().includes('/photos/'));
  const opened = page.context().waitForEvent('page');
  await tap(page, '照片 1');
  const answer = await answered;
  assert.equal(answer.status(), 200);
  // A phone with JavaScript has made it small.
  assert.equal(answer.headers()['content-type'], options.javaScript ? 'image/jpeg' : 'image/png');
  assert.ok(!answer.url().includes(secret));
  assert.equal(await (await opened).locator('img').evaluate((image) => image.naturalWidth), 30);
  await page.goto('/');
}, { tolerated: /status of 422/ });

twice('what cannot be taken is told, and everything else stays', async (page, _, options) => {
  const choose = async (...files) => {
    await page.locator('[name=photo]').setInputFiles(files);
    await press(page, '看一遍再提交');
    await sound(page, options);
    assert.equal(await page.locator('[name=text]').inputValue(), TEXT);
    return problems(page);
  };
  await page.goto('/requests/new?category=safety');
  await page.locator('[name=text]').fill(TEXT);
  await page.locator('[name=place][value=not_sure]').check();
  await page.locator('[name=contact][value=reference]').check();
  const good = (byte) => file(png(5, () => byte));
  assert.match(await choose(file(Buffer.from('<svg/>')), good(1)), /不是 JPEG、PNG 或 WebP/);
  assert.equal(await kept(page).count(), 1, 'the other one stays');
  assert.match(await choose(file(Buffer.alloc((8 << 20) + 1, 0xff))), /太大/);
  assert.match(await choose(file(png(5).subarray(0, 50))), /读不出来/);
  assert.match(await choose(good(2), good(3)), /至多 2 张/);
  assert.equal(await kept(page).count(), 2);
  await press(page, '换一类');
  await press(page, /加入工会/);
  assert.equal(await page.locator('[name=photo]').count(), 0);
  await press(page, '换一类');
  await press(page, /劳动安全/);
  assert.equal(await kept(page).count(), 2, 'there again');
}, { tolerated: /status of 422/ });

journey('every kind of photo is shown upright, as it was, and tells nothing more', async (page, site) => {
  await page.goto('/');
  const [width, height] = [48, 32];
  const ask = async (path, options) => {
    const response = await site.ask(path, { method: 'POST', ...options });
    assert.equal(response.status, 201);
    return response.json();
  };
  const telling = {
    'image/jpeg': (picture, turned) => tellingJpeg(picture, turned),
    'image/png': (picture, turned) => tellingPng(picture, turned),
    'image/webp': (picture, turned) => tellingWebp(picture, width, height, turned),
  };
  for (const [kind, tell] of Object.entries(telling)) {
    const drawn = Buffer.from(await page.evaluate(draw, { kind, width, height }), 'base64');
    for (const turned of [1, 3, 6]) {
      const told = tell(drawn, turned);
      assert.ok(told.includes(TOLD) && told.includes(exif(turned)));
      const { photo } = await ask('/api/v1/photos', { body: told });
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      const { reference, secret } = await ask('/api/v1/requests', {
        headers, body: JSON.stringify(typed({ photos: [photo] })),
      });
      const shown = await site.ask(`/api/v1/requests/${reference}/photos/1`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      assert.equal(shown.headers.get('content-type'), kind);
      const cleaned = Buffer.from(await shown.arrayBuffer());
      assert.ok(!cleaned.includes(TOLD) && !cleaned.includes('Phone'));
      const [before, after] = [
        await page.evaluate(pixels, { kind, base64: told.toString('base64') }),
        await page.evaluate(pixels, { kind, base64: cleaned.toString('base64') }),
      ];
      assert.deepEqual(after, before, `${kind}, turned ${turned}`);
      const lies = [after.width, after.height].join('×');
      // Chromium turns no WebP, whatever its EXIF says.
      const stands = turned === 6 && kind !== 'image/webp';
      assert.equal(lies, stands ? '32×48' : '48×32', `${kind}, turned ${turned}`);
    }
  }
}, { javaScript: true });

/** In the page: a picture of four corners that differ, in base64. */
async function draw({ kind, width, height }) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  ['#c00', '#0c0', '#00c', '#cc0'].forEach((colour, corner) => {
    context.fillStyle = colour;
    context.fillRect((corner % 2) * width / 2, (corner >> 1) * height / 2, width / 2, height / 2);
  });
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, kind, 0.9); });
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
}

/** In the page: how a photo is shown. */
async function pixels({ kind, base64 }) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: kind }));
  const { width, height } = picture;
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
  context.drawImage(picture, 0, 0);
  return { width, height, data: [...context.getImageData(0, 0, width, height).data].join(' ') };
}
