// A tile server of the tests' own, on loopback.

import { createServer } from 'node:http';
import { once } from 'node:events';

/** A picture of one pixel, which the browser stretches over the tile. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==', 'base64');

/**
 * Starts it. `fate` is what becomes of a tile: `answered`, `refused`, or `late` (never). `asked` has
 * the path of every tile.
 */
export async function startTileServer() {
  const held = { fate: 'answered', asked: [] };
  const server = createServer((request, response) => {
    held.asked.push(request.url);
    if (held.fate === 'late') return;
    if (held.fate === 'refused') response.writeHead(403).end();
    else response.writeHead(200, { 'content-type': 'image/png' }).end(PIXEL);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `http://127.0.0.1:${server.address().port}`;
  return Object.assign(held, {
    host,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  });
}
