// An audit chain, verified from what the API gives of it.

import { createHash } from 'node:crypto';

/** Where a chain is broken, or null; `records` is all of it. */
export function brokenAt(records) {
  let before = Buffer.alloc(32);
  for (const [place, record] of records.entries()) {
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(record.number));
    const hash = createHash('sha256').update(before).update(number).update(bytes(record)).digest();
    if (record.number !== place || hash.toString('hex') !== record.hash) return place;
    before = hash;
  }
  return null;
}

function bytes({ at, by, reference, what, desk, content }) {
  const seconds = Buffer.alloc(8);
  seconds.writeBigInt64BE(BigInt(Date.parse(at) / 1000));
  const id = Buffer.alloc(4);
  if (by.party === 'staff') id.writeUInt32BE(by.id);
  const actor = by.party === 'staff' ? ['staff', id, by.role, by.desk] : [by.party];
  const fields = [seconds, ...actor, reference, what, desk, Buffer.from(content ?? '', 'hex')];
  return Buffer.concat([Buffer.from('nuanyi audit 1'), ...fields.flatMap((field) => {
    const value = Buffer.from(field);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(value.length);
    return [length, value];
  })]);
}
