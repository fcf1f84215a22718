// Imports by the API, as staff make them.

import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';

const IMPORTS = '/api/v1/imports';

/** The addresses of imports; `api` is the site's description. */
export function imports(site, api) {
  const signed = (who, options = {}) => ({
    ...options, headers: { authorization: `Bearer ${who.bearer}`, ...options.headers },
  });
  const posted = (who, body, status = 200) => signed(who, {
    method: 'POST', status, body: JSON.stringify(body), headers: { 'content-type': 'application/json' },
  });
  const begin = (who, file, query = {}, status = 202) => api.check(
    IMPORTS, `${IMPORTS}?${new URLSearchParams({ subject: 'stations', ...query })}`,
    signed(who, { method: 'POST', body: file, status }),
  );
  const see = (who, id, query = '', status = 200) =>
    api.check(`${IMPORTS}/{id}`, `${IMPORTS}/${id}?${query}`, signed(who, { status }));
  return {
    begin,
    see,
    choose: (who, id, body, status = 202) =>
      api.check(`${IMPORTS}/{id}/choice`, `${IMPORTS}/${id}/choice`, posted(who, body, status)),
    tick: (who, id, body, status) =>
      api.check(`${IMPORTS}/{id}/ticks`, `${IMPORTS}/${id}/ticks`, posted(who, body, status)),
    apply: (who, id, seal, status) =>
      api.check(`${IMPORTS}/{id}/apply`, `${IMPORTS}/${id}/apply`, posted(who, { seal }, status)),
    wrong: (who, id) =>
      api.check(`${IMPORTS}/{id}/wrong.csv`, `${IMPORTS}/${id}/wrong.csv`, signed(who)),
    async decline(who, id, status = 204) {
      const answer = await site.ask(`${IMPORTS}/${id}`, signed(who, { method: 'DELETE' }));
      assert.equal(answer.status, status);
    },
    /** The plan of a file, once it is made. */
    async plan(who, file, query) {
      const { id } = await begin(who, file, query);
      return this.made(who, id);
    },
    /** The plan of that number, once it is made. */
    async made(who, id) {
      for (;;) {
        const plan = await see(who, id);
        if (!['reading', 'planning'].includes(plan.state)) return plan;
        await setTimeout(20);
      }
    },
  };
}

/** The rows of CSV whose cells have no line ends. */
export function rowsOf(csv) {
  const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'))
    .slice(0, line.split(',').length);
  return csv.replace(/^\ufeff/, '').trim().split('\n').map(cells);
}
