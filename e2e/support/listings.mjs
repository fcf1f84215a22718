// Keeping stations and classes through the API, each answer checked against its description.

import { describe } from './description.mjs';
import { startSite } from './site.mjs';
import { staff } from './staff.mjs';

const LISTINGS = '/api/v1/listings';
const LISTING = `${LISTINGS}/{listing}`;
const ENTRY = `${LISTING}/{number}`;
const BATCHES = `${LISTINGS}/batches`;
const PROPOSALS = `${LISTINGS}/proposals`;

/** Streets of two districts, and as many stations in each as the tests have use for. */
export const STREETS = { 110101001: '东华门街道', 110101002: '景山街道', 110102001: '西长安街街道' };

/**
 * A site with a small listing of `each` stations a street, and the ways of its staff. `who` is whom
 * `employ` gives; the last argument of each may have the `status` that is expected.
 */
export async function startListings({ each = 4, ...options } = {}) {
  const site = await startSite(options);
  const api = await describe(site);
  const stationsCsv = async () => (await site.ask('/api/v1/stations.csv')).text();

  const [header, ...rows] = (await stationsCsv()).trim().split('\n');
  const few = Object.values(STREETS).flatMap((street) => {
    const there = rows.filter((row) => row.includes(`,${street},`) && row.includes(',active,'));
    return there.slice(0, each);
  });
  await api.check('/api/v1/listing', '/api/v1/listing', {
    method: 'PUT',
    body: [header, ...few, ''].join('\n'),
    headers: { authorization: `Bearer ${site.operatorToken}`, 'content-type': 'text/csv' },
  });

  const ask = (method, path, address, { who, body, ...options } = {}) => api.check(path, address, {
    method,
    ...options,
    body: body && JSON.stringify(body),
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(who && { authorization: `Bearer ${who.bearer}` }),
    },
  });
  const entry = (listing, number) => `${LISTINGS}/${listing}/${number}`;

  return {
    site,
    api,
    numbers: few.map((row) => Number.parseInt(row, 10)).sort((a, b) => a - b),
    stationsCsv,
    /** Somebody with that role at that desk. */
    async employ(role, desk, person) {
      const { bearer, cookie, account: { id } } = await staff(site, { role, desk, person });
      return { bearer, cookie, id, role, desk, person };
    },
    get: (who, number, { listing = 'stations', ...options } = {}) =>
      ask('GET', ENTRY, entry(listing, number), { who, ...options }),
    versions: (who, number, { listing = 'stations', ...options } = {}) =>
      ask('GET', `${ENTRY}/versions`, `${entry(listing, number)}/versions`, { who, ...options }),
    create: (who, body, { listing = 'stations', status = 201, ...options } = {}) =>
      ask('POST', LISTING, `${LISTINGS}/${listing}`, { who, body, status, ...options }),
    edit: (who, number, body, { listing = 'stations', ...options } = {}) =>
      ask('PUT', ENTRY, entry(listing, number), { who, body, ...options }),
    batches: (who, query = '', options) =>
      ask('GET', BATCHES, `${BATCHES}?${query}`, { who, ...options }),
    batch: (who, id, options) => ask('GET', `${BATCHES}/{id}`, `${BATCHES}/${id}`, { who, ...options }),
    undo: (who, id, body = {}, options) =>
      ask('POST', `${BATCHES}/{id}/undo`, `${BATCHES}/${id}/undo`, { who, body, ...options }),
    proposals: (who, query = '', options) =>
      ask('GET', PROPOSALS, `${PROPOSALS}?${query}`, { who, ...options }),
    proposal: (who, id, options) =>
      ask('GET', `${PROPOSALS}/{id}`, `${PROPOSALS}/${id}`, { who, ...options }),
    decide: (who, id, body, options) =>
      ask('POST', `${PROPOSALS}/{id}/decision`, `${PROPOSALS}/${id}/decision`, { who, body, ...options }),
  };
}
