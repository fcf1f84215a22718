// Programmes and assessments, as described: every reason with its source, nothing guessed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describe } from '../support/description.mjs';
import { startSite } from '../support/site.mjs';

const PROGRAMMES = '/api/v1/programmes';
const ASSESS = '/api/v1/assess';
const JSON_TYPE = { 'content-type': 'application/json' };

let site;
let api;
let catalogue;

before(async () => {
  site = await startSite();
  api = await describe(site);
  catalogue = await api.check(PROGRAMMES, PROGRAMMES);
});
after(() => site.stop());

const post = (body, { status, headers = JSON_TYPE } = {}) => api.check(ASSESS, ASSESS, {
  method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers, status,
});
const assess = (on, answers) => post({ on, answers });
const of = (id, { programmes }) => programmes.find((programme) => programme.id === id);

/** Every condition of a tree, whatever it is called there. */
function flat(conditions) {
  const parts = ({ needs, because }) => {
    const { all, any, not } = needs ?? because;
    return all ?? any ?? (not ? [not] : []);
  };
  return conditions.flatMap((condition) => [condition, ...flat(parts(condition))]);
}

test('every programme is there, with a source for each condition and each figure', () => {
  const { programmes, facts } = catalogue;
  assert.equal(programmes.length, 20);
  const known = new Set(facts.map(({ id }) => id));
  for (const { id, versions } of programmes) {
    const conditions = versions.flatMap((version) => flat(version.conditions));
    assert.equal(new Set(conditions.map((condition) => condition.id)).size, conditions.length, id);
    for (const { needs, source } of conditions) {
      assert.ok(source.where, id);
      assert.ok(needs.fact === undefined || known.has(needs.fact), `${id}: ${needs.fact}`);
    }
    const money = versions.flatMap((version) => version.amounts);
    assert.ok(money.every(({ source }) => source.year >= 2016 && source.where), id);
  }
});

test('the example of the description is understood', async () => {
  const { schema, example } = api.description.paths[ASSESS].post.requestBody.content['application/json'];
  api.fits(schema, example, 'the example');
  await post(example);
});

test('an assessment speaks of the same conditions as the catalogue', async () => {
  for (const on of ['2016-06-01', '2018-09-01', '2020-06-01', '2026-11-20']) {
    for (const { id, conditions } of (await assess(on, {})).programmes) {
      const described = of(id, catalogue).versions.flatMap((version) => flat(version.conditions));
      for (const condition of flat(conditions)) {
        const same = described.find((other) => other.id === condition.id);
        assert.deepEqual(condition.source, same.source, `${id} ${condition.id}`);
        assert.equal(condition.because.fact, same.needs.fact);
        assert.deepEqual(condition.because.in, same.needs.in);
      }
    }
  }
});

test('silence decides nothing, and everything that matters is asked', async () => {
  const { on, programmes, ask } = await post({});
  assert.equal(on, '2026-11-20', 'the day of the site');
  assert.equal(programmes.length, 20);
  assert.ok(ask.length > 0 && ask.length <= catalogue.facts.length);
  assert.ok(programmes.every(({ verdict }) => verdict !== 'not_eligible' && verdict !== 'nearly'));
  const ended = programmes.filter(({ verdict }) => verdict === 'ended').map(({ id }) => id);
  assert.deepEqual(ended, ['card-discount', 'dues-refund', 'epidemic-accident-cover']);

  const unsure = await assess(on, { insured: null });
  assert.deepEqual(unsure.programmes, programmes, 'not knowing decides nothing either');
  assert.deepEqual(ask.filter((fact) => !unsure.ask.includes(fact)), ['insured'], 'and is not asked again');
});

test('a certificate: eligible with the card, nearly without, and why', async () => {
  const skill = async (membership, on = '2018-09-01') =>
    of('skill-certificate', await assess(on, { membership, achievements: ['certificate_2'] }));
  const holder = await skill('card');
  assert.equal(holder.verdict, 'eligible');
  assert.equal(holder.standing, 'stated');
  assert.deepEqual(holder.amount.map(({ yuan, state }) => [yuan, state]), [[1000, 'met']]);
  assert.deepEqual(holder.nearly, []);

  const member = await skill('member');
  assert.equal(member.verdict, 'nearly');
  assert.deepEqual(member.nearly.map(({ fact, needed }) => [fact, needed]), [['membership', 'card']]);
  const [card, certificate] = member.conditions;
  assert.equal(card.state, 'not_met');
  assert.deepEqual(card.because, { fact: 'membership', in: ['card'], answered: 'member' });
  assert.deepEqual([card.source.document, card.source.year], ['000', 2018]);
  assert.equal(certificate.state, 'met');
  assert.deepEqual(certificate.because.answered, ['certificate_2']);

  assert.equal((await skill('card', '2026-11-20')).standing, 'beyond_stated');
  assert.equal((await skill('card', '2012-12-31')).standing, 'not_begun');
});

test('where no source says when it began, a day before the first source is not called stated', async () => {
  const standing = async (on) => of('free-registration', await assess(on, {})).standing;
  assert.equal(await standing('1900-01-01'), 'before_stated');
  assert.equal(await standing('2015-12-31'), 'before_stated');
  assert.equal(await standing('2016-01-01'), 'stated');
});

test('the one thing that is needed is enough', async () => {
  const answers = { membership: 'none', work: ['front_line'], achievements: ['certificate_1', 'patent_first'] };
  const before = (await assess('2020-06-01', answers)).programmes;
  const nearly = before.filter(({ verdict }) => verdict === 'nearly');
  assert.ok(nearly.length > 0);
  for (const { id, nearly: [{ fact, needed }] } of nearly) {
    const then = await assess('2020-06-01', { ...answers, [fact]: needed });
    assert.equal(of(id, then).verdict, 'eligible', id);
  }
});

test('whoever answers what is asked is asked no more than twelve times', async () => {
  const first = ({ kind, options, from }) => ({
    yes_no: true, choice: options?.[0].id, set: [], number: from,
  })[kind];
  const answers = {};
  for (let count = 0; ; count += 1) {
    const { ask: [fact] } = await assess('2026-11-20', answers);
    if (fact === undefined) break;
    assert.ok(count < 12, `after ${Object.keys(answers)} still ${fact}`);
    answers[fact] = first(catalogue.facts.find(({ id }) => id === fact));
  }
});

test('what is not understood is refused, each by name', async () => {
  const refused = async (body, ...expected) => {
    const problem = await post(body, { status: 400 });
    assert.equal(problem.type, '/problems/invalid');
    const errors = problem.errors.map(({ field, code }) => `${field} ${code}`);
    assert.deepEqual(errors.sort(), expected.sort(), JSON.stringify(body));
    return problem.errors;
  };
  for (const broken of ['', '[]', '{', 'on=2018-09-01']) await refused(broken, ' unreadable');
  await refused({ on: '2018-9-1' }, 'on unknown_value');
  await refused({ answers: [] }, 'answers unknown_value');
  const errors = await refused(
    { on: 1, city: 1, answers: { age: 30, insured: 'yes', membership: ['card'], work: 'migrant', child_grade: 17 } },
    'on unknown_value', 'city unknown_name', 'answers.age unknown_name', 'answers.insured unknown_value',
    'answers.membership unknown_value', 'answers.work unknown_value', 'answers.child_grade out_of_range',
  );
  const { detail } = errors.find(({ field }) => field === 'answers.child_grade');
  assert.match(detail, /from 0 to 16/);
  await refused({ answers: { [`x${'y'.repeat(5000)}`]: 1 } }, `answers.x${'y'.repeat(39)} unknown_name`);
});

test('bounds: the size, the type, the method', async () => {
  await post(`{"on":"2018-09-01"${' '.repeat(17 << 10)}}`, { status: 413 });
  await post('{}', { status: 415, headers: { 'content-type': 'text/plain' } });
  await post('{}', { headers: { 'content-type': 'application/json; charset=utf-8' } });
  assert.equal((await site.ask(ASSESS)).status, 405);
  assert.equal((await site.ask(PROGRAMMES, { method: 'POST', body: '{}' })).status, 405);
});

test('answers are kept nowhere, and programmes may be read from anywhere', async () => {
  const answer = await site.ask(ASSESS, { method: 'POST', body: '{}', headers: JSON_TYPE });
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const programmes = await site.ask(PROGRAMMES);
  assert.equal(programmes.headers.get('access-control-allow-origin'), '*');
});
