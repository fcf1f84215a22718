// What the listings should be, as plainly as it can be said: a model to hold the registry to.

import { DESKS, isAbove } from './tree.mjs';

/** What changes as one: the columns that belong together. */
export const ASPECTS = {
  name: ['name'], kinds: ['kinds'], place: ['district', 'street'], address: ['address'],
  position: ['lat', 'lng', 'datum'], hours: ['hours'], amenities: ['amenities', 'amenities_absent'],
  access: ['access'], show_at_door: ['show_at_door'], phone: ['phone'],
  life: ['status', 'closed_from', 'closed_until', 'successor'], verified: ['verified_on', 'verified_by'],
};

const get = (cells, column) => cells?.[column] ?? '';
const key = (cells) => cells && JSON.stringify(Object.entries(cells).sort());
export const same = (one, other) => key(one) === key(other);

/** The aspects in which two entries differ. */
export const differs = (one, other) => Object.entries(ASPECTS)
  .filter(([, columns]) => columns.some((column) => get(one, column) !== get(other, column)))
  .map(([aspect]) => aspect);

function copy(to, from, aspect) {
  const cells = { ...to };
  for (const column of ASPECTS[aspect]) {
    if (get(from, column)) cells[column] = from[column];
    else delete cells[column];
  }
  return cells;
}

/** Both changes in one, what the others changed, and what both did. */
export function merge(before, now, yours) {
  const theirs = differs(before, now);
  const conflicts = [];
  let cells = now;
  for (const aspect of differs(before, yours)) {
    if (!theirs.includes(aspect)) cells = copy(cells, yours, aspect);
    else if (differs(now, yours).includes(aspect)) conflicts.push(aspect);
  }
  return { cells, theirs, conflicts };
}

const RADIUS_M = 6_371_008.8;
const radians = (degrees) => Number(degrees) * Math.PI / 180;

/** Metres between two pins along the great circle. */
function metres(one, other) {
  const [a, b] = [one, other].map(({ lat, lng }) => ({ lat: radians(lat), lng: radians(lng) }));
  const cos = Math.sin(a.lat) * Math.sin(b.lat)
    + Math.cos(a.lat) * Math.cos(b.lat) * Math.cos(a.lng - b.lng);
  return RADIUS_M * Math.acos(Math.min(1, cos));
}

/** Whether making `after` of `before` needs a second person; null is not listed. */
export const isSensitive = (before, after) => before !== null && (after === null
  || (after.status === 'closed' && before.status !== 'closed')
  || (before.lat !== undefined && after.lat !== undefined && metres(before, after) > 500));

/** The desk at which an entry is. */
const deskOf = ({ street, district }) => {
  const found = Object.entries(DESKS).find(([, { name }]) => name === (street ?? district));
  return found[0];
};

const over = (one, other) => {
  if (one === other || isAbove(one, other)) return one;
  return isAbove(other, one) ? other : over(DESKS[one].up, other);
};

const near = (who, desk) => who.desk === desk || isAbove(who.desk, desk);
const EDIT = ['listing_editor', 'supervisor'];
const mayEdit = (who, desk) => EDIT.includes(who.role) && near(who, desk);
const sees = (who, desk) => [...EDIT, 'auditor'].includes(who.role) && near(who, desk);

export class Listings {
  /** Begins with what stands in each entry, all of it from the batch that has that number. */
  constructor(entries, batch) {
    this.versions = new Map();
    this.batches = new Map([[batch, { id: batch, cause: 'listing', by: null, writes: [], desk: 'city' }]]);
    this.proposals = new Map();
    for (const [number, cells] of entries) this.versions.set(number, [{ cells, batch }]);
  }

  now(number) { return this.versions.get(number).at(-1).cells; }
  version(number) { return this.versions.get(number)?.length ?? 0; }
  isListed(number) { return this.versions.has(number) && this.now(number) !== null; }
  sees(who, number) {
    const last = this.versions.get(number)?.findLast(({ cells }) => cells !== null);
    return last !== undefined && sees(who, deskOf(last.cells));
  }

  /** Everything that is listed, to compare. */
  standing() {
    const listed = [...this.versions.keys()].filter((number) => this.isListed(number)).sort((a, b) => a - b);
    return JSON.stringify(listed.map((number) => [number, key(this.now(number))]));
  }

  commit({ id, by, second = null, cause, why, undoes = null }, writes) {
    const desks = writes.flatMap(([number, cells]) => [
      ...(this.isListed(number) ? [deskOf(this.now(number))] : []), ...(cells ? [deskOf(cells)] : []),
    ]);
    const batch = { id, by: by.id, second: second?.id ?? null, cause, why, undoes, desk: desks.reduce(over) };
    this.batches.set(id, { ...batch, writes: writes.map(([number]) => number) });
    for (const [number, cells] of writes) {
      if (!this.versions.has(number)) this.versions.set(number, []);
      this.versions.get(number).push({ cells, batch: id });
    }
  }

  /** What comes of an edit: a status, and what is to be written or proposed. */
  edit(who, number, base, yours, allowed = (desk) => mayEdit(who, desk)) {
    const stands = this.now(number);
    const before = this.versions.get(number)[base - 1]?.cells;
    if (stands && !allowed(deskOf(stands))) return { status: 403 };
    let cells = yours;
    let merged = [];
    if (base !== this.version(number)) {
      if (!before || !stands) return { status: 409 };
      const both = merge(before, stands, yours);
      if (both.conflicts.length > 0) return { status: 409 };
      [cells, merged] = [both.cells, both.theirs];
    }
    if (!allowed(deskOf(cells))) return { status: 403 };
    if (same(stands, cells)) return { status: 200, state: 'unchanged' };
    const desk = [...(stands ? [deskOf(stands)] : []), deskOf(cells)].reduce(over);
    if (stands && isSensitive(stands, cells)) return { status: 202, desk, base, cells: yours, stands };
    return { status: 200, state: 'made', merged, cells };
  }

  /** What taking a batch back comes to: what is to be written or proposed. */
  undo(who, id, allowed = (desk) => mayEdit(who, desk)) {
    const batch = this.batches.get(id);
    if (!batch || !sees(who, batch.desk)) return { status: 404 };
    if (!allowed(batch.desk)) return { status: 403 };
    const writes = [];
    const touched = [batch.desk];
    let takesTwo = false;
    for (const number of batch.writes) {
      const versions = this.versions.get(number);
      const at = versions.findIndex((version) => version.batch === id);
      const [before, after, now] = [versions[at - 1]?.cells ?? null, versions[at].cells, this.now(number)];
      let cells;
      if (same(now, before)) continue;
      else if (same(now, after)) cells = before;
      else if (before && after && now) {
        cells = merge(after, now, before).cells;
        if (same(cells, now)) continue;
      } else continue;
      const desks = [now, cells].filter(Boolean).map(deskOf);
      if (!desks.every(allowed)) return { status: 403 };
      touched.push(...desks);
      takesTwo ||= isSensitive(now, cells);
      writes.push([number, cells]);
    }
    const seen = JSON.stringify(writes.map(([number, cells]) => [number, this.version(number), key(cells)]));
    return { status: takesTwo ? 202 : 200, writes, seen, desk: touched.reduce(over) };
  }

  /** How a decision about a proposal is answered, and what it writes. */
  decide(who, id, decision) {
    const proposal = this.proposals.get(id);
    if (proposal.by.id !== who.id && !sees(who, proposal.desk)) return { status: 404 };
    if (proposal.state !== 'open') return { status: 409 };
    if (decision === 'withdraw') {
      return proposal.by.id === who.id ? { status: 200, state: 'withdrawn' } : { status: 403 };
    }
    const second = (desk) => mayEdit(who, desk) && who.id !== proposal.by.id;
    if (!second(proposal.desk)) return { status: 403 };
    if (decision === 'decline') return { status: 200, state: 'declined' };
    if (proposal.undoes) {
      const { status, writes = [], seen } = this.undo(who, proposal.undoes, second);
      if (status > 202) return { status };
      if (writes.length > 0 && seen !== proposal.seen) return { status: 409 };
      return { status: 200, state: 'approved', writes };
    }
    const { status, state, desk, stands, cells } =
      this.edit(who, proposal.number, proposal.base, proposal.cells, second);
    if (status === 202) {
      const from = this.versions.get(proposal.number)[proposal.base - 1].cells;
      const isLatest = proposal.base === this.version(proposal.number);
      const write = isLatest ? cells : merge(from, stands, cells).cells;
      return { status: 200, state: 'approved', desk, writes: [[proposal.number, write]] };
    }
    if (status !== 200) return { status };
    return { status: 200, state: 'approved', writes: state === 'made' ? [[proposal.number, cells]] : [] };
  }
}
