// Filing and following requests through the API, each answer checked against its description.

import { randomUUID } from 'node:crypto';
import { describe } from './description.mjs';
import { startSite } from './site.mjs';

const REQUESTS = '/api/v1/requests';
const ONE = `${REQUESTS}/{reference}`;
const MOVES = `${ONE}/moves`;

/** A site, and the ways to its requests. Options as those of `startSite`. */
export async function startDesk(options) {
  const site = await startSite(options);
  const api = await describe(site);

  /** Files a request; its receipt, or the problem if `status` is another. */
  const file = (body, { key = randomUUID(), status = 201, headers, at } = {}) =>
    api.check(REQUESTS, REQUESTS, {
      method: 'POST',
      status,
      at,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    });

  const follow = ({ reference, secret }, status = 200, headers, at) =>
    api.check(ONE, `${REQUESTS}/${reference}`, {
      status, at, headers: { authorization: `Bearer ${secret}`, ...headers },
    });

  const move = ({ reference, secret }, body, status = 200, headers, at) =>
    api.check(MOVES, `${REQUESTS}/${reference}/moves`, {
      method: 'POST',
      status,
      at,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}`, ...headers },
    });

  return { site, api, file, follow, move };
}

/** A request as it may come, with other values for some of its fields. */
export const typed = (fields) => ({
  category: 'other', text: '请看一下', place: 'not_sure', contact: 'anonymous', ...fields,
});

/** What is wrong with each field, as `field code`, in alphabetical order. */
export const wrong = ({ errors }) => errors.map(({ field, code }) => `${field} ${code}`).sort();
