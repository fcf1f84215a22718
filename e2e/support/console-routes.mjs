// What the tests know of each address of staff's: an example, and who may.
//
// The addresses themselves are read from the table that the router is built from. A new one needs
// a row here, `METHOD /address`:
//
// - `example`: the address with its numbers filled in, from what there is; unless it has none.
// - `body`: what is sent, from the same; a page's form gets its token by itself.
// - `may`: the roles that may at the place of the matter. Everybody else is refused: 403 or 404.
// - `at`: where that is, 'street' unless it says 'district' or 'city'.
// - `hides`: a text that only those who may are shown, of a page that others get without it.
// - `refused`: another status with which somebody signed in is refused.
// - `own`: whoever is signed in may: it is about themselves, so that no place or role is wrong.
// - `counts`: it asks the desks, so it is asked at their time: years later all would be late.
// - `as`: the roles with which that is shown, unless with all.
// - `open`: who is not signed in may, for the reason that stands there; `refused` is then what
//   comes of a wrong proof in `body`.

import { readFileSync } from 'node:fs';
import { PASSWORD, freshName } from './staff.mjs';

const table = new URL('../../edge/src/routes/table.rs', import.meta.url);

export const ROLES = ['auditor', 'listing_editor', 'request_handler', 'supervisor', 'administrator'];
const HANDLE = ['request_handler', 'supervisor'];
const SEE = [...HANDLE, 'auditor'];
const ADMINISTER = ['administrator'];
const EDIT = ['listing_editor', 'supervisor'];
const SEE_LISTING = [...EDIT, 'auditor'];
const WITH_CODES = ['supervisor', 'administrator'];
const AUDIT = ['auditor'];
const AUDIT_ACCOUNTS = ['auditor', 'administrator'];
const SEE_WHOLE = ['supervisor', 'auditor'];

/** Every `METHOD /address` that the router of the site knows. */
export function addresses() {
  const [, entries] = readFileSync(table, 'utf8').match(/^addresses! \{\n(.*?)^\}/ms);
  return entries.split(';').filter((entry) => entry.trim()).flatMap((entry) => {
    const [, address, handlers] = entry.match(/^\s*"([^"]+)":\s*([\s\S]+)$/);
    return handlers.split(',').map((handler) => `${handler.trim().split(/\s/)[0].toUpperCase()} ${address}`);
  });
}

/** Whether an address is of staff's alone. */
export const isConsole = (address) => /^\w+ (\/api\/v1)?\/(staff|desk|listings)(\/|$)/.test(address);

const request = ({ request }) => `/staff/requests/${request.reference}`;
const account = ({ account }) => `/staff/accounts/${account.id}`;
const ofAccount = (file) => ({ account }) => `/staff/audit/accounts${file}?account=${account.id}`;
const group = ({ group }) => `/staff/reports/${group}`;
const second = ({ second }) => `/staff/reports/${second}`;
const reportPhoto = ({ group, photoOf }) => `/staff/reports/${group}/photos/${photoOf}`;
const poster = ({ station }) => `/staff/stations/${station}/poster`;
const due = (address) => ({ street }) => `${address}?desk=${street}`;
const plan = ({ plan }) => `/staff/import/${plan}`;
const upload = () => {
  const form = new FormData();
  form.set('file', new Blob(['名称,类型,区']), 'a.csv');
  return form;
};
const api = (example) => (things) => `/api/v1${example(things)}`;
const atDesk = (example) => (things) => `/api/v1${example(things).replace('/staff/', '/desk/')}`;
const under = (example, more) => (things) => example(things) + more;
const entry = ({ station }) => `/staff/stations/${station}`;
const entryApi = ({ station }) => `/api/v1/listings/stations/${station}`;
const batch = ({ batch }) => `/staff/changes/${batch}`;
const batchApi = ({ batch }) => `/api/v1/listings/batches/${batch}`;
const proposal = ({ proposals: [first] }) => `/staff/proposals/${first}`;
const proposalApi = ({ proposals: [, second] }) => `/api/v1/listings/proposals/${second}`;
const twins = ({ twins: [one, other] }) => `/staff/duplicates/${one}/${other}`;
const newEntry = ({ place: [district, street] }) =>
  ({ name: '新驿站', kinds: 'caring_station', district, street });
const restored = { version: 1, restores: 1 };
const reference = ({ request }) => request.reference;
const name = ({ account }) => account.name;
const wrong = { token: '0'.repeat(64), password: PASSWORD };
const stranger = { name: 'nobody.at.all', password: PASSWORD };
const newAccount = ({ street }) =>
  ({ name: freshName(), person: '李雷', role: 'request_handler', desk: street });
const onMember = 'whoever comes shows a password, or the code of a link';

/** One row an address and method. */
export const ROWS = {
  'GET /staff': { own: true, counts: true },
  'GET /staff/sign-in': { open: onMember },
  'POST /staff/sign-in': { open: onMember, body: () => stranger, refused: 401 },
  'POST /staff/sign-out': { own: true, body: () => ({}) },
  'GET /staff/set-up': { open: onMember },
  'POST /staff/set-up': { open: onMember, body: () => wrong, refused: 422 },
  'GET /staff/account': { own: true },
  'POST /staff/account': { own: true, as: AUDIT, body: () => ({ do: 'begin_codes' }) },
  'GET /staff/accounts': { may: ADMINISTER, hides: name },
  'POST /staff/accounts': { may: ADMINISTER, body: newAccount, refused: 422 },
  'GET /staff/accounts/{id}': { may: ADMINISTER, example: account },
  'POST /staff/accounts/{id}': { may: ADMINISTER, example: account, body: () => ({ do: 'invite' }) },
  'GET /staff/audit': { may: AUDIT, hides: reference },
  'GET /staff/audit.csv': { may: AUDIT, hides: reference },
  'GET /staff/audit/listings': {
    may: AUDIT, hides: ({ batch }) => `<a href="/staff/changes/${batch}">`,
  },
  'GET /staff/audit/listings.csv': { may: AUDIT, hides: ({ batch }) => `\n${batch},` },
  'GET /staff/audit/accounts': {
    may: AUDIT_ACCOUNTS, example: ofAccount(''), hides: ({ account }) => `<td>${account.id} 号（`,
  },
  'GET /staff/audit/accounts.csv': {
    may: AUDIT_ACCOUNTS, example: ofAccount('.csv'), hides: ({ account }) => `,${account.id},`,
  },
  'GET /staff/overview': { may: SEE_WHOLE, example: ({ street }) => `/staff/overview?place=${street}` },
  'GET /staff/overview.csv': { may: SEE_WHOLE, example: ({ street }) => `/staff/overview.csv?place=${street}` },
  'GET /staff/requests': { may: SEE, hides: reference },
  'POST /staff/requests': { may: SEE, hides: reference, body: ({ words }) => ({ words }) },
  'POST /staff/requests/several': {
    may: HANDLE, hides: () => '1 件里办成 1 件',
    body: ({ request, seen }) => ({ move: 'take', tick: `${request.reference}.other.${seen}` }),
  },
  'GET /staff/requests/{reference}': { may: SEE, example: request },
  'POST /staff/requests/{reference}': {
    may: HANDLE, example: request, refused: 409,
    body: ({ seen }) => ({ move: 'write', note: '我们在看。', seen }),
  },
  'GET /staff/requests/{reference}/photos/{number}': { may: SEE, example: under(request, '/photos/1') },
  'GET /staff/reports': { may: SEE_LISTING, hides: ({ group }) => `/staff/reports/${group}"` },
  'GET /staff/reports/{id}': { may: SEE_LISTING, example: group },
  'POST /staff/reports/{id}': {
    may: EDIT, as: ['listing_editor'], example: group, body: () => ({ do: 'corrected' }),
  },
  'GET /staff/reports/{id}/photos/{reference}': { may: SEE_LISTING, example: reportPhoto },
  'GET /staff/freshness': { may: EDIT, example: due('/staff/freshness') },
  'POST /staff/freshness': { may: EDIT, example: due('/staff/freshness'), body: () => ({}) },
  'GET /staff/stations/{id}/poster': { may: EDIT, example: poster },

  'GET /api/v1/staff/reports': { may: SEE_LISTING, hides: ({ station }) => `"station":${station}` },
  'GET /api/v1/staff/reports/{id}': { may: SEE_LISTING, example: api(second) },
  'POST /api/v1/staff/reports/{id}/decision': {
    may: EDIT, as: ['listing_editor'], example: api(under(second, '/decision')),
    body: () => ({ verdict: 'corrected' }),
  },
  'GET /api/v1/staff/reports/{id}/photos/{reference}': { may: SEE_LISTING, example: api(reportPhoto) },
  'GET /api/v1/staff/freshness': { may: EDIT, example: due('/api/v1/staff/freshness') },
  'POST /api/v1/staff/freshness': { may: EDIT, body: ({ street }) => ({ desk: street, seen: [] }) },

  'GET /staff/import': { own: true, may: SEE_LISTING },
  'POST /staff/import': { own: true, may: EDIT, body: upload },
  'GET /staff/import/{plan}': { may: SEE_LISTING, example: plan },
  'POST /staff/import/{plan}': {
    may: ['listing_editor'], example: plan, refused: 409, body: () => ({ do: 'tick' }),
  },
  'GET /staff/import/{plan}/wrong.csv': { may: SEE_LISTING, example: under(plan, '/wrong.csv') },

  'GET /api/v1/desk/requests': { may: SEE, hides: reference },
  'GET /api/v1/desk/requests/{reference}': { may: SEE, example: atDesk(request) },
  'POST /api/v1/desk/requests/{reference}/moves': {
    may: HANDLE, example: atDesk(under(request, '/moves')),
    body: ({ seen }) => ({ move: 'write', note: '我们在看。', seen }),
  },
  'POST /api/v1/desk/requests/{reference}/reveal': {
    may: HANDLE, example: atDesk(under(request, '/reveal')), body: () => ({ reason: '要打电话' }),
  },
  'GET /api/v1/desk/requests/{reference}/photos/{number}': {
    may: SEE, example: atDesk(under(request, '/photos/1')),
  },
  'POST /api/v1/desk/search': { may: SEE, hides: reference, body: ({ words }) => ({ words }) },
  'GET /api/v1/desk/audit': {
    may: AUDIT, at: 'district', example: ({ district }) => `/api/v1/desk/audit?desk=${district}`,
  },

  'GET /staff/{listing}': { may: SEE_LISTING, example: () => '/staff/stations', hides: (things) => `"${entry(things)}"` },
  'GET /staff/{listing}/new': { may: EDIT, example: () => '/staff/stations/new', hides: ({ street }) => `value="${street}"` },
  'POST /staff/{listing}/new': {
    may: EDIT, example: () => '/staff/stations/new', body: (things) => ({ ...newEntry(things), do: 'make' }),
  },
  'GET /staff/{listing}/{number}': { may: SEE_LISTING, example: entry },
  'POST /staff/{listing}/{number}': {
    may: EDIT, example: entry, body: () => ({ base: 1, restores: 1, do: 'make' }),
  },
  'GET /staff/{listing}/{number}/history': { may: SEE_LISTING, example: under(entry, '/history') },
  'GET /staff/changes': { may: SEE_LISTING, hides: (things) => `"${batch(things)}"` },
  'GET /staff/changes/{id}': { may: SEE_LISTING, example: batch },
  'POST /staff/changes/{id}': { may: EDIT, example: batch, body: () => ({}) },
  'GET /staff/duplicates': { may: EDIT, hides: ({ twins: [one, other] }) => `/staff/duplicates/${one}/${other}` },
  'GET /staff/duplicates/{one}/{other}': { may: EDIT, example: twins },
  'POST /staff/duplicates/{one}/{other}': {
    may: EDIT, example: twins, body: ({ twins: [stays] }) => ({ stays, base: 1, other_base: 1 }),
  },
  'GET /staff/proposals': { may: SEE_LISTING, hides: (things) => `"${proposal(things)}"` },
  'GET /staff/proposals/{id}': { may: SEE_LISTING, example: proposal },
  'POST /staff/proposals/{id}': {
    may: EDIT, as: ['supervisor'], example: proposal, body: () => ({ do: 'approve' }),
  },

  'POST /api/v1/listings/{listing}': {
    may: EDIT, example: () => '/api/v1/listings/stations', body: (things) => ({ cells: newEntry(things) }),
  },
  'GET /api/v1/listings/{listing}/{number}': { may: SEE_LISTING, example: entryApi },
  'PUT /api/v1/listings/{listing}/{number}': { may: EDIT, example: entryApi, body: () => restored },
  'GET /api/v1/listings/{listing}/{number}/versions': {
    may: SEE_LISTING, example: under(entryApi, '/versions'),
  },
  'GET /api/v1/listings/batches': { may: SEE_LISTING, hides: ({ batch }) => `"id":${batch},` },
  'GET /api/v1/listings/batches/{id}': { may: SEE_LISTING, example: batchApi },
  'POST /api/v1/listings/batches/{id}/undo': { may: EDIT, example: under(batchApi, '/undo'), body: () => ({}) },
  'GET /api/v1/listings/proposals': {
    may: SEE_LISTING, hides: ({ proposals: [, second] }) => `"id":${second},`,
  },
  'GET /api/v1/listings/proposals/{id}': { may: SEE_LISTING, example: proposalApi },
  'POST /api/v1/listings/proposals/{id}/decision': {
    may: EDIT, as: ['supervisor'], example: under(proposalApi, '/decision'), body: () => ({ decision: 'approve' }),
  },

  'GET /api/v1/staff/sessions': { own: true },
  'POST /api/v1/staff/sessions': { open: onMember, body: () => stranger, refused: 401 },
  'DELETE /api/v1/staff/sessions/{id}': { own: true, example: () => '/api/v1/staff/sessions/current' },
  'POST /api/v1/staff/set-up': { open: onMember, body: () => wrong, refused: 401 },
  'PUT /api/v1/staff/password': {
    own: true, body: () => ({ old: PASSWORD, new: '举头望明月，低头思故乡。' }),
  },
  'POST /api/v1/staff/totp': { own: true, as: AUDIT },
  'PUT /api/v1/staff/totp': { own: true, as: WITH_CODES, body: ({ code }) => ({ code }) },
  'POST /api/v1/staff/recovery-codes': { own: true, as: WITH_CODES, body: ({ code }) => ({ code }) },
  'GET /api/v1/staff/accounts': { may: ADMINISTER, hides: name },
  'POST /api/v1/staff/accounts': { may: ADMINISTER, body: newAccount },
  'PATCH /api/v1/staff/accounts/{id}': {
    may: ADMINISTER, example: api(account), body: () => ({ person: '韩梅梅' }),
  },
  'POST /api/v1/staff/accounts/{id}/set-up': {
    may: ADMINISTER, example: api(under(account, '/set-up')), body: () => ({}),
  },
};
