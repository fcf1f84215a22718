// Photos on the desk of those who work on a request.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDesk } from '../support/desk.mjs';
import { png } from '../support/photos.mjs';
import { typed } from '../support/requests.mjs';

const PHOTOS = '/api/v1/photos';
const PICTURE = png(20, (x, y) => x * y);

let desk;
before(async () => { desk = await startDesk(); });
after(() => desk.site.stop());

test('staff see the photos of the requests that they may see, and that they looked is on record', async () => {
  const { photo } = await desk.api.check(PHOTOS, PHOTOS, { method: 'POST', body: PICTURE, status: 201 });
  const receipt = await desk.file(typed({ photos: [photo], place: 'area', district: 110101 }));
  const look = (who, number = 1) =>
    desk.site.ask(`/api/v1/desk/requests/${receipt.reference}/photos/${number}`, {
      headers: who && { authorization: `Bearer ${who.bearer}` },
    });
  const [own, city, other] = await Promise.all([
    desk.employ('request_handler', '110101'),
    desk.employ('request_handler', 'city'),
    desk.employ('request_handler', '110102'),
  ]);
  assert.equal((await desk.open(own, receipt)).photos, 1);
  for (const who of [own, city]) {
    const shown = await look(who);
    assert.equal(shown.status, 200);
    assert.equal(shown.headers.get('cache-control'), 'no-store');
    assert.ok(Buffer.from(await shown.arrayBuffer()).equals(PICTURE));
    assert.equal((await look(who, 2)).status, 404);
  }
  assert.equal((await look(other)).status, 404);
  assert.equal((await look()).status, 401);
  const auditor = await desk.employ('auditor', 'city');
  const { records } = await desk.audit(auditor, 'desk=110101');
  assert.equal(records.filter(({ what }) => what === 'opened').length, 3);
});
