// Working a desk through the API, each answer checked against its description.

import { startDesk as startRequests } from './requests.mjs';
import { staff } from './staff.mjs';

const REQUESTS = '/api/v1/desk/requests';
const ONE = `${REQUESTS}/{reference}`;
const SEARCH = '/api/v1/desk/search';
const AUDIT = '/api/v1/desk/audit';

/** Sessions begin then: a clock that is set back ends none, so none ends while a test goes on. */
const LAST_DAY = '2031-12-31T12:00:00+08:00';

/**
 * A site, the ways to its requests, and those of its staff. `who` is whom `employ` gives; the last
 * argument of each may have the `status` that is expected, `headers`, and the moment `at`.
 */
export async function startDesk(options) {
  const requests = await startRequests(options);
  const { api, site } = requests;

  const later = {
    ...site, clock: LAST_DAY, ask: (path, options) => site.ask(path, { at: LAST_DAY, ...options }),
  };
  const signed = (who, { headers, ...options } = {}) => ({
    ...options, headers: { ...headers, ...(who && { authorization: `Bearer ${who.bearer}` }) },
  });
  const posted = (who, body, { headers, ...options } = {}) => ({
    ...signed(who, { ...options, headers: { 'content-type': 'application/json', ...headers } }),
    method: 'POST',
    body: JSON.stringify(body),
  });

  return {
    ...requests,
    /** Somebody with that role at that desk. */
    async employ(role, desk) {
      const { bearer, account: { id } } = await staff(later, { role, desk });
      return { bearer, id, role, desk };
    },
    list: (who, query = '', options) =>
      api.check(REQUESTS, `${REQUESTS}?${query}`, signed(who, options)),
    open: (who, { reference }, options) =>
      api.check(ONE, `${REQUESTS}/${reference}`, signed(who, options)),
    work: (who, { reference }, body, options) =>
      api.check(`${ONE}/moves`, `${REQUESTS}/${reference}/moves`, posted(who, body, options)),
    reveal: (who, { reference }, body, options) =>
      api.check(`${ONE}/reveal`, `${REQUESTS}/${reference}/reveal`, posted(who, body, options)),
    search: (who, body, options) => api.check(SEARCH, SEARCH, posted(who, body, options)),
    audit: (who, query, options) => api.check(AUDIT, `${AUDIT}?${query}`, signed(who, options)),
  };
}
