// A request like an open one at the same station is dealt with together with it, if its sender wants.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startDesk, typed, wrong } from '../support/requests.mjs';

let desk;
let stations;
before(async () => {
  desk = await startDesk();
  const answer = await desk.site.ask('/api/v1/stations?street=110108012&limit=8');
  ({ stations } = await answer.json());
});
after(() => desk.site.stop());

/** A fault at a station of its own for each test. */
const at = (place, fields) =>
  typed({ category: 'station', place: 'station', station: stations[place].id, join: true, ...fields });

test('it is joined, and of the other no more is told than how it stands', async () => {
  const text = '微波炉坏了，王师傅说的';
  const first = await desk.file(at(0, { text }));
  assert.deepEqual([first.joined, first.stage], [false, 'received'], 'nothing is like it yet');
  const second = await desk.file(at(0, { text: '微波炉不热，请尽快修' }));
  assert.deepEqual([second.joined, second.stage, second.due], [true, 'joined', null]);
  assert.notEqual(second.reference, first.reference);

  const standing = await desk.follow(second);
  const { filed_at, stage, desk: holder, due } = first;
  assert.deepEqual(standing.joined_to, { filed_at, stage, desk: holder, due });
  assert.deepEqual(standing.events, [{ at: filed_at, by: { party: 'worker' }, move: 'join' }]);
  const told = JSON.stringify([second, standing]);
  for (const others of [first.reference, '王师傅']) assert.ok(!told.includes(others), others);
  assert.equal((await desk.follow(first)).joined_to, null);

  const reopened = await desk.move(second, { move: 'not_solved', note: '我这台还是不热' });
  assert.deepEqual([reopened.stage, reopened.desk.level, reopened.joined_to], ['reopened', 'district', null]);
  assert.equal((await desk.follow(first)).stage, 'received');
});

test('sent again it is the same request, and joined to the same', async () => {
  const text = '卫生间的灯不亮';
  await desk.file(at(1, { text }));
  const key = randomUUID();
  const joined = await desk.file(at(1, { text }), { key });
  assert.equal(joined.joined, true);
  const crowd = await Promise.all(Array.from({ length: 4 }, () => desk.file(at(1, { text }), { key })));
  for (const one of crowd) assert.deepEqual(one, joined);
  const problem = await desk.file(at(1, { text, join: false }), { key, status: 422 });
  assert.equal(problem.type, '/problems/other-body');
});

test('two that come at once are joined to one another', async () => {
  const both = await Promise.all([1, 2].map(() => desk.file(at(2, { text: '门口台阶的扶手松了' }))));
  assert.deepEqual(both.map(({ joined }) => joined).sort(), [false, true]);
});

test('nothing is joined that is another fault, elsewhere, private, over, or not to be', async () => {
  const text = '饮水机漏水';
  const first = await desk.file(at(3, { text }));
  const others = [
    at(3, { text: '空调不制冷' }),
    at(4, { text }),
    at(3, { text, category: 'praise' }),
    at(3, { text, join: false }),
    at(3, { text, join: null }),
  ];
  for (const body of others) {
    const { joined, stage } = await desk.file(body);
    assert.deepEqual([joined, stage], [false, 'received'], JSON.stringify(body));
  }
  const elsewhere = { category: 'station', place: 'area', district: 110108, text, join: true };
  for (let times = 0; times < 2; times += 1) {
    assert.equal((await desk.file(at(5, { text, category: 'pay' }))).joined, false, 'private');
    assert.equal((await desk.file(typed(elsewhere))).joined, false, 'at no station');
  }

  const alone = await desk.file(at(6, { text }));
  await desk.move(alone, { move: 'withdraw' });
  assert.equal((await desk.file(at(6, { text }))).joined, false, 'it is over');
  assert.equal((await desk.file(at(3, { text }))).joined, true);
  assert.equal((await desk.follow(first)).stage, 'received');
});

test('to join is a yes or a no', async () => {
  assert.deepEqual(wrong(await desk.file(at(7, { join: 'yes' }), { status: 400 })), ['join unknown_value']);
});
