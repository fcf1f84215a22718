// Photos as phones make them: pictures that tell where and when they were taken.

import { deflateSync } from 'node:zlib';

/** What no photo may tell once it is kept. */
export const TOLD = 'GPS 39.914N 116.404E 2026:11:20 Phone 12 Pro';

const u16 = (number) => Buffer.from([number >> 8, number & 0xff]);
const u32 = (number, littleEndian) => {
  const bytes = Buffer.alloc(4);
  if (littleEndian) bytes.writeUInt32LE(number);
  else bytes.writeUInt32BE(number);
  return bytes;
};
const joined = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

/** An EXIF, from its TIFF header on: how the photo is turned, and everything that it tells. */
export function exif(turned = 1) {
  const described = joined(u16(0x010e), u16(2), u32(TOLD.length), u32(38));
  const orientation = joined(u16(0x0112), u16(3), u32(1), u16(turned), u16(0));
  return joined('MM\0*', u32(8), u16(2), described, orientation, u32(0), TOLD);
}

/** A JPEG with that EXIF and a comment, and words behind its end. */
export function tellingJpeg(jpeg, turned) {
  const segment = (marker, content) => joined([0xff, marker], u16(content.length + 2), content);
  const told = [segment(0xe1, joined('Exif\0\0', exif(turned))), segment(0xfe, Buffer.from(TOLD))];
  return joined(jpeg.subarray(0, 2), ...told, jpeg.subarray(2), TOLD);
}

const pngChunk = (name, content) => {
  const body = joined(name, content);
  return joined(u32(content.length), body, u32(crc(body)));
};

/** A PNG with that EXIF and a text. */
export function tellingPng(png, turned) {
  const head = 8 + 25;
  const told = [pngChunk('eXIf', exif(turned)), pngChunk('tEXt', Buffer.from(`Comment\0${TOLD}`))];
  return joined(png.subarray(0, head), ...told, png.subarray(head), TOLD);
}

/** A grey PNG of that many pixels a side, each of which `pixel` gives; not compressed. */
export function png(side, pixel = () => 0) {
  const rows = Buffer.alloc(side * (side + 1));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) rows[y * (side + 1) + 1 + x] = pixel(x, y);
  }
  return joined(
    '\x89PNG\r\n\x1a\n'.split('').map((letter) => letter.charCodeAt()),
    pngChunk('IHDR', joined(u32(side), u32(side), [8, 0, 0, 0, 0])),
    pngChunk('IDAT', deflateSync(rows, { level: 0 })),
    pngChunk('IEND', Buffer.alloc(0)),
  );
}

/** A WebP with that EXIF and XMP, which has a colour profile already or is the picture alone. */
export function tellingWebp(webp, width, height, turned) {
  const chunk = (name, content) =>
    joined(name, u32(content.length, true), content, Buffer.alloc(content.length % 2));
  const side = (pixels) => u32(pixels - 1, true).subarray(0, 3);
  const extended = webp.toString('latin1', 12, 16) === 'VP8X';
  const flags = 0x0c | (extended ? webp[20] : 0);
  const head = chunk('VP8X', joined([flags, 0, 0, 0], side(width), side(height)));
  const told = [chunk('EXIF', exif(turned)), chunk('XMP ', Buffer.from(TOLD))];
  const chunks = joined('WEBP', head, webp.subarray(extended ? 30 : 12), ...told);
  return joined('RIFF', u32(chunks.length, true), chunks, TOLD);
}

/** Node 20 has no CRC of its own. */
function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}
