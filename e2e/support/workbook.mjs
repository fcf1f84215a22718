// Workbooks as Excel would save them, made of rows.

import { crc32, deflateRawSync } from 'node:zlib';

const KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The bytes of an XLSX file with these sheets: `{ name: rows }`, a row an array of texts and numbers. */
export function workbook(sheets) {
  const names = Object.keys(sheets);
  const related = names.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`));
  const listed = names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="s${i}"/>`);
  return zip({
    '_rels/.rels': relations([relation('a', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(related),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i}.xml`, sheet(sheets[name])])),
  });
}

/** A zip archive of parts by name. */
export function zip(parts) {
  const [local, directory] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(Buffer.byteLength(content), 18);
    head.writeUInt16LE(name.length, 22);
    const begin = Buffer.alloc(4);
    begin.writeUInt32LE(at, 0);
    const entry = [Buffer.from('PK\x01\x02\x14\0'), head, Buffer.alloc(10), begin, Buffer.from(name)];
    directory.push(...entry);
    const part = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    local.push(part);
    at += part.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, all, end]);
}

function sheet(rows) {
  const cells = (row) => row.map((value) => (typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`));
  const lines = rows.map((row, i) => `<row r="${i + 1}">${cells(row).join('')}</row>`);
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const relation = (id, kind, target) =>
  `<Relationship Id="${id}" Type="${KINDS}/${kind}" Target="${target}"/>`;
const relations = (all) => `<Relationships>${all.join('')}</Relationships>`;
