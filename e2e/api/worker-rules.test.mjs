// Which requests the service worker answers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sort, isOfSite, sortOf, wordsOf } from '../../app/pocket/rules.mjs';

const origin = 'https://nuanyi.example';
const here = { origin, files: ['/icon.svg', '/assets/site-A.css'] };
const sort = (path, { method = 'GET', mode = 'navigate', from = origin } = {}) =>
  sortOf({ method, mode, url: from + path }, here);

test('pages that the phone can draw, and those that it cannot', () => {
  for (const path of [
    '/', '/stations', '/stations?q=a#near=1', '/stations/4', '/map?district=110108', '/services', '/services/legal-aid',
    '/check', '/check/holiday-class?insured=yes', '/check/holiday-class/rules', '/requests/new', '/requests/new?category=pay',
    '/about', '/privacy', '/offline',
  ]) assert.equal(sort(path), Sort.PAGE, path);
  for (const path of ['/classes', '/requests/BJ-1', '/requests', '/staff', '/staff/requests', '/nowhere', '/stationsx']) {
    assert.equal(sort(path), Sort.LONE_PAGE, path);
  }
});

test('files and data, whoever asks for them', () => {
  for (const mode of ['navigate', 'no-cors', 'cors', 'same-origin']) {
    assert.equal(sort('/icon.svg', { mode }), Sort.FILE);
    assert.equal(sort('/assets/of-another-build.js', { mode }), Sort.FILE);
    assert.equal(sort('/data/0123456789abcdef/city.bin', { mode }), Sort.DATA);
  }
});

test('what is sent, what is for programs and what is of others is left alone', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
    for (const path of ['/requests/new', '/preferences', '/staff/sign-in', '/assets/site-A.css']) {
      assert.equal(sort(path, { method }), undefined, `${method} ${path}`);
    }
  }
  for (const path of ['/api/v1/stations', '/healthz', '/readyz']) assert.equal(sort(path), undefined, path);
  assert.equal(sort('/stations', { mode: 'cors' }), undefined, 'not a page but a script that reads one');
  assert.equal(sort('/stations', { from: 'https://other.example' }), undefined);
});

test('what a proxy says when the site is not there is no answer of the site', () => {
  for (const status of [200, 304, 404, 500, 501, 505]) assert.ok(isOfSite({ status }), status);
  for (const status of [502, 503, 504]) assert.ok(!isOfSite({ status }), status);
});

test('words of a district, and nothing else', () => {
  assert.deepEqual(wordsOf('/data/0123456789abcdef/110108.bin'), { version: '0123456789abcdef', district: '110108' });
  for (const path of ['/data/0123456789abcdef/city.bin', '/data/moment', '/x/data/v/110108.bin', '/data/v/110108.bin.br']) {
    assert.equal(wordsOf(path), undefined, path);
  }
});
