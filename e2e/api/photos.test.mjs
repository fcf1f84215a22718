// Photos: sent ahead, cleaned, kept sealed, filed with their request, shown to whoever may see it.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { png, tellingPng, TOLD } from '../support/photos.mjs';
import { startDesk, typed, wrong } from '../support/requests.mjs';
import { NOON } from '../support/site.mjs';

const PHOTOS = '/api/v1/photos';
const PICTURE = png(20, (x, y) => x * y);

/** A desk for one test, and the ways to its photos. */
async function withDesk(options, walk) {
  const desk = await startDesk(options);
  const { site, api } = desk;
  const keep = (body, status = 201) => api.check(PHOTOS, PHOTOS, { method: 'POST', body, status });
  const show = ({ reference, secret }, number = 1) =>
    site.ask(`/api/v1/requests/${reference}/photos/${number}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
  try {
    return await walk({ ...desk, keep, show });
  } finally {
    await site.stop();
  }
}

/** The status for a photo of that many bytes, none of which is sent: the size alone is told. */
const announced = (site, length) => new Promise((resolve, reject) => {
  const headers = { 'content-length': length, 'content-type': 'image/png' };
  const request = http.request(site.address + PHOTOS, { method: 'POST', headers });
  request.on('response', ({ statusCode }) => {
    resolve(statusCode);
    request.destroy();
  });
  request.on('error', reject);
  request.flushHeaders();
});

const bytes = async (response) => Buffer.from(await response.arrayBuffer());

test('a photo is filed with its request and shown with the secret alone', () => withDesk({}, async (desk) => {
  const { photo, kept_until: until } = await desk.keep(tellingPng(PICTURE));
  assert.equal(until, '2026-11-20T13:00:00+08:00');
  const other = await desk.keep(png(20, () => 1));
  for (const place of [{}, { place: 'area', district: 110101 }]) {
    const receipt = await desk.file(typed({ ...place, photos: [photo, other.photo] }));
    assert.equal((await desk.follow(receipt)).photos, 2);
    const shown = await desk.show(receipt);
    assert.equal(shown.status, 200);
    const header = (name) => shown.headers.get(name);
    assert.equal(header('content-type'), 'image/png');
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.equal(header('cache-control'), 'no-store');
    assert.equal(header('content-disposition'), 'inline; filename="photo-1.png"');
    assert.equal(header('content-security-policy'), "default-src 'none'; frame-ancestors 'none'; sandbox");
    assert.ok((await bytes(shown)).equals(PICTURE), 'everything told is gone, the picture is as it was');
    assert.ok((await bytes(await desk.show(receipt, 2))).equals(png(20, () => 1)));

    const missing = await bytes(await desk.show({ ...receipt, secret: '0'.repeat(32) }));
    for (const number of [0, 3, '01', 'x', 4294967296]) {
      const response = await desk.show(receipt, number);
      assert.equal(response.status, 404, String(number));
      assert.ok((await bytes(response)).equals(missing));
    }
    const bare = await desk.site.ask(`/api/v1/requests/${receipt.reference}/photos/1`);
    assert.equal(bare.status, 401);
  }
}));

test('the same photo is the same photo, and another is another body', () => withDesk({}, async (desk) => {
  const first = await desk.keep(tellingPng(PICTURE, 6));
  assert.deepEqual(await desk.keep(tellingPng(PICTURE, 6)), first);
  const turned = await desk.keep(tellingPng(PICTURE, 8));
  assert.notEqual(turned.photo, first.photo);
  const key = randomUUID();
  const receipt = await desk.file(typed({ photos: [first.photo] }), { key });
  assert.deepEqual(await desk.file(typed({ photos: [first.photo] }), { key }), receipt);
  for (const photos of [[], [turned.photo], [first.photo, turned.photo], [turned.photo, first.photo]]) {
    const problem = await desk.file(typed({ photos }), { key, status: 422 });
    assert.equal(problem.type, '/problems/other-body');
  }
  assert.equal((await desk.follow(receipt)).photos, 1);
}));

test('a photo of several pieces comes back whole', () => withDesk({}, async (desk) => {
  const large = png(2600, (x, y) => (x * 31 + y * 17) & 0xff);
  assert.ok(large.length > 6 << 20 && large.length <= 8 << 20);
  const { photo } = await desk.keep(large);
  const receipt = await desk.file(typed({ photos: [photo], place: 'area', district: 110101 }));
  assert.ok((await bytes(await desk.show(receipt))).equals(large));
}));

test('what is no photo that is taken is told why', () => withDesk({}, async (desk) => {
  const refused = async (body, code) =>
    assert.deepEqual(wrong(await desk.keep(body, 400)), [` ${code}`]);
  await refused('', 'unknown_kind');
  await refused('<svg onload="alert(1)">', 'unknown_kind');
  await refused(PICTURE.subarray(0, 60), 'damaged');
  const wide = Buffer.from(tellingPng(PICTURE));
  await refused(Buffer.concat([wide.subarray(0, 16), wide]), 'damaged');
  assert.equal(await announced(desk.site, (8 << 20) + 1), 413);
}));

test('photos are of use to some requests, at most two, and not for ever', async () => {
  const state = await mkdtemp(join(tmpdir(), 'nuanyi-state-'));
  const key = randomUUID();
  try {
    const { photo, receipt } = await withDesk({ state }, async (desk) => {
      const { photo } = await desk.keep(PICTURE);
      const refused = async (fields, code) =>
        assert.deepEqual(wrong(await desk.file(typed(fields), { status: 400 })), [`photos ${code}`]);
      await refused({ category: 'joining', photos: [photo] }, 'out_of_range');
      await refused({ photos: [photo, photo.replace(/^./, 'x')] }, 'unknown_value');
      await refused({ photos: ['1', '2', '3'].map((digit) => digit.repeat(64)) }, 'out_of_range');
      await refused({ photos: ['0'.repeat(64)] }, 'gone');
      await refused({ photos: ['0'.repeat(64)], place: 'area', district: 110101 }, 'gone');
      return { photo, receipt: await desk.file(typed({ photos: [photo] }), { key }) };
    });
    await withDesk({ state, clock: '2026-11-20T12:59:59+08:00' }, async (desk) => {
      await desk.file(typed({ photos: [photo], place: 'area', district: 110102 }));
    });
    await withDesk({ state, clock: '2026-11-20T13:00:00+08:00' }, async (desk) => {
      const problem = await desk.file(typed({ photos: [photo] }), { status: 400 });
      assert.deepEqual(wrong(problem), ['photos gone']);
      assert.deepEqual(await desk.file(typed({ photos: [photo] }), { key }), receipt, 'a retry needs none');
      assert.ok((await bytes(await desk.show(receipt))).equals(PICTURE));
    });
  } finally {
    await rm(state, { recursive: true, force: true });
  }
});

test('nothing of a photo can be read in the files', async () => {
  const state = await mkdtemp(join(tmpdir(), 'nuanyi-state-'));
  const marked = png(40, (x) => 'what the picture shows, word for word   '.charCodeAt(x));
  try {
    const { photo, reference } = await withDesk({ state, clock: NOON }, async (desk) => {
      const { photo } = await desk.keep(tellingPng(marked));
      const receipt = await desk.file(typed({ photos: [photo] }));
      return { photo, reference: receipt.reference };
    });
    const files = await readdir(state, { recursive: true, withFileTypes: true });
    const contents = files.filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath ?? file.path, file.name)));
    const stored = Buffer.concat(await Promise.all(contents));
    assert.ok(stored.includes(reference), 'the right files are searched');
    for (const words of ['what the picture shows', TOLD, 'IHDR', photo, Buffer.from(photo, 'hex')]) {
      assert.ok(!stored.includes(words), String(words));
    }
  } finally {
    await rm(state, { recursive: true, force: true });
  }
});
