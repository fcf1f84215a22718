// How it answers, whatever it answers: caching, compression, security headers, bounds.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import http from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startSite } from '../support/site.mjs';

let site;
before(async () => { site = await startSite(); });
after(() => site.stop());

/** A request that decodes nothing and follows nothing. */
function ask(path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(site.address + path, { method, headers }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () => resolve({
        status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces),
      }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

const page = async (path = '/stations') => ask(path, { headers: { 'accept-encoding': 'br' } });

/** The addresses that a page names. */
async function assets() {
  const { body } = await ask('/');
  return [...new Set(body.toString().match(/\/assets\/[\w.-]+/g))];
}

test('every answer carries the security headers', async () => {
  const [asset] = await assets();
  for (const path of ['/', '/stations', '/nowhere', '/api/v1/stations?x=1', asset, '/healthz']) {
    const { headers } = await ask(path);
    const policy = headers['content-security-policy'];
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/, path);
    assert.doesNotMatch(policy, /unsafe-inline|nonce|\*/, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.equal(headers['referrer-policy'], 'same-origin', path);
    assert.match(headers['permissions-policy'], /geolocation=\(self\)/, path);
    assert.equal(headers['strict-transport-security'], undefined, `${path} came without TLS`);
  }
  const { headers } = await ask('/', { headers: { 'x-forwarded-proto': 'https' } });
  assert.match(headers['strict-transport-security'], /max-age=\d{8}/);
});

test('a page is compressed, revalidated by its tag, and differs by reader', async () => {
  const first = await page();
  assert.equal(first.headers['content-encoding'], 'br');
  assert.match(brotliDecompressSync(first.body).toString(), /^<!doctype html>/i);
  assert.equal(first.headers['cache-control'], 'no-cache');
  assert.match(first.headers.vary, /Cookie/);
  const again = await ask('/stations', { headers: { 'if-none-match': first.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  for (const name of ['etag', 'vary', 'cache-control']) {
    assert.equal(again.headers[name], first.headers[name], `${name} of a 304`);
  }
  const english = await ask('/stations', {
    headers: { 'if-none-match': first.headers.etag, cookie: 'prefs=en' },
  });
  assert.equal(english.status, 200);
  const gzip = await ask('/stations', { headers: { 'accept-encoding': 'gzip' } });
  assert.match(gunzipSync(gzip.body).toString(), /^<!doctype html>/i);
  const plain = await ask('/stations', { headers: { 'accept-encoding': 'identity' } });
  assert.match(plain.body.toString(), /^<!doctype html>/i);
});

test('a file named by its content is kept for ever, in the best coding', async () => {
  const paths = await assets();
  assert.ok(paths.length >= 4, paths.join());
  for (const path of paths) {
    const plain = await ask(path);
    assert.equal(plain.status, 200, path);
    assert.match(plain.headers['cache-control'], /immutable/, path);
    const brotli = await page(path);
    if (brotli.headers['content-encoding']) {
      assert.deepEqual(brotliDecompressSync(brotli.body), plain.body, path);
    }
    const again = await ask(path, { headers: { 'if-none-match': plain.headers.etag } });
    assert.equal(again.status, 304, path);
    // One tag for the same content in every coding is a weak one.
    assert.match(plain.headers.etag, /^W\/"[\da-f]{16}"$/, path);
    assert.equal(brotli.headers.etag, plain.headers.etag, path);
    for (const { headers } of [plain, brotli, again]) assert.match(headers.vary, /Accept-Encoding/, path);
  }
  const types = Object.fromEntries(await Promise.all(paths.map(async (path) => [
    path.split('.').at(-1), (await ask(path)).headers['content-type'],
  ])));
  assert.equal(types.wasm, 'application/wasm');
  assert.match(types.js, /^text\/javascript/);
  assert.match(types.css, /^text\/css/);
});

test('folders and files outside the build are not there', async () => {
  for (const path of ['/assets/', '/assets', '/assets/../assets.json', '/assets/%2e%2e/assets.json', '/config.capnp', '/assets/x.css']) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test('the snapshot is small, immutable, and of one version', async () => {
  const { version } = JSON.parse((await ask('/readyz')).body);
  const city = await page(`/data/${version}/city.bin`);
  assert.equal(city.status, 200);
  assert.equal(city.headers['content-encoding'], 'br');
  assert.match(city.headers['cache-control'], /immutable/);
  assert.ok(city.body.length <= 40_000, `the points of the city: ${city.body.length} bytes`);
  let texts = 0;
  const districts = [101, 102, 105, 106, 107, 108, 109, 111, 112, 113, 114, 115, 116, 117, 118, 119, 171];
  for (const district of districts) {
    const file = await page(`/data/${version}/110${district}.bin`);
    assert.equal(file.status, 200, String(district));
    texts += file.body.length;
  }
  assert.ok(texts <= 25 * 9065, `the texts of the city: ${texts} bytes`);
  for (const path of [`/data/0000000000000000/city.bin`, `/data/${version}/999999.bin`, `/data/${version}/city`,
    `/data/${version}/0110108.bin`, `/data/${version}/+110108.bin`]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test('bounds: address, body, method', async () => {
  assert.equal((await ask(`/stations?q=${'x'.repeat(9000)}`)).status, 414);
  assert.equal((await ask('/stations', { method: 'POST', body: 'x' })).status, 405);
  assert.equal((await ask('/api/v1/stations', { method: 'DELETE' })).status, 405);
  assert.equal((await ask('/nowhere', { method: 'POST', body: 'x' })).status, 404);
  const post = (path, body, headers) => ask(path, { method: 'POST', body, headers });
  const text = (bytes) => Buffer.alloc(bytes, 120);
  const json = { 'content-type': 'application/json' };
  assert.equal((await post('/preferences', text(4096))).status, 303);
  assert.equal((await post('/preferences', text(4097))).status, 413);
  assert.equal((await post('/preferences', text(4097), { 'transfer-encoding': 'chunked' })).status, 413);
  assert.equal((await post('/api/v1/assess', text(16 << 10), json)).status, 400);
  assert.equal((await post('/api/v1/assess', text((16 << 10) + 1), json)).status, 413);
  const head = await ask('/stations', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
});

test('a listing that is too large or from a stranger is refused before it is sent', async () => {
  /** The status that comes when so many bytes are announced and none is sent. */
  const announce = (path, bytes, token) => new Promise((resolve, reject) => {
    const headers = { 'content-length': bytes, authorization: `Bearer ${token}` };
    const request = http.request(site.address + path, { method: 'PUT', headers }, ({ statusCode }) => {
      resolve(statusCode);
      request.destroy();
    });
    request.on('error', reject);
    request.flushHeaders();
  });
  for (const path of ['/api/v1/listing', '/api/v1/classes']) {
    assert.equal(await announce(path, (16 << 20) + 1, site.operatorToken), 413, path);
    assert.equal(await announce(path, 1000, 'another'), 401, path);
  }
  assert.equal(await announce('/api/v1/stations', 1000, site.operatorToken), 405);
});

test('a problem is a document for programs and a page for people', async () => {
  const document = await ask('/api/v1/nothing');
  assert.equal(document.status, 404);
  assert.equal(document.headers['content-type'], 'application/problem+json');
  const lost = await ask('/nowhere', { headers: { 'accept-language': 'en' } });
  assert.equal(lost.status, 404);
  assert.match(lost.headers['content-type'], /^text\/html/);
  assert.match(lost.body.toString(), /no such page/);
  for (const id of ['4294967295', '01', '+1']) {
    assert.match((await ask(`/stations/${id}`)).body.toString(), /没有这个站点/, id);
  }
});

test('a page about a problem keeps what its headers say, and nobody keeps the page', async () => {
  const people = [
    [405, await ask('/stations', { method: 'POST' }), { allow: 'GET,HEAD' }],
    [413, await ask('/preferences', { method: 'POST', body: Buffer.alloc(8 << 10) })],
    [414, await ask(`/stations?q=${'x'.repeat(9000)}`)],
    [404, await ask('/nowhere')],
    [404, await ask('/stations/4294967295')],
  ];
  for (const [status, { status: got, headers, body }, expected = {}] of people) {
    assert.equal(got, status);
    assert.match(headers['content-type'], /^text\/html/, String(status));
    assert.match(body.toString(), /<h1>/, String(status));
    assert.equal(headers['cache-control'], 'no-store', String(status));
    assert.match(headers.vary, /Cookie, Accept-Language/, String(status));
    for (const [name, value] of Object.entries(expected)) assert.equal(headers[name], value);
  }
});

test('preferences: one cookie, and back to an address of this site only', async () => {
  const save = (body, headers = {}) => ask('/preferences', {
    method: 'POST', body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  const english = await save('lang=en&back=%2Fstations%3Fopen%3Dnow');
  assert.equal(english.status, 303);
  assert.equal(english.headers.location, '/stations?open=now');
  const [cookie] = english.headers['set-cookie'];
  assert.match(cookie, /^prefs=en; Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/);
  const large = await save('print=large&back=%2F', { cookie: 'prefs=en' });
  assert.match(large.headers['set-cookie'][0], /^prefs=en\.large;/);
  assert.equal((await save('lang=en&back=https%3A%2F%2Fa.example')).headers.location, '/');
  assert.equal((await save('lang=en&back=%2F%2Fa.example')).headers.location, '/');
  const foreign = await save('lang=en&back=%2Fabout', { 'sec-fetch-site': 'cross-site', cookie: 'prefs=zh' });
  assert.equal(foreign.headers['set-cookie'], undefined, 'another site changes nothing');
  assert.equal(foreign.headers.location, '/');
  const overTls = await save('lang=en', { 'x-forwarded-proto': 'https' });
  assert.match(overTls.headers['set-cookie'][0], /; Secure/);
});

test('a page drops what it does not understand and goes on', async () => {
  for (const query of ['colour=red', 'district=x', 'near=0,0', 'page=0', 'page=99999', '%FF=%E0%A4%A', 'open=now&open=24h']) {
    assert.equal((await ask(`/stations?${query}`)).status, 200, query);
  }
});
