// Bundles, names by content, compresses and lists the files the site serves as they are.
// Usage: node xtask/assets.mjs CLIENTS POCKET DIST, from the root; `xtask/src/build/assets.rs` has the shape.

import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [clients, pocket, dist] = process.argv.slice(2).map((path) => resolve(path));
const site = join(dist, 'site');
const next = join(dist, 'site.next');
const packages = resolve('xtask/node_modules');

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

// The oldest that run what rustc writes: WebAssembly with reference types.
const ENGINES = ['chrome96', 'firefox79', 'safari15'];

// Already compressed by their format.
const DENSE = new Set(['.png', '.webp', '.woff2']);

await rm(next, { recursive: true, force: true });
await mkdir(next, { recursive: true });
if (existsSync('public')) await cp('public', next, { recursive: true });
await cp(join(packages, 'leaflet/LICENSE'), join(next, 'licences/leaflet.txt'));
const entries = await bundle();
await bundleWorker();
const files = {};
for (const path of (await walk(next)).sort()) await list(path);
await rm(site, { recursive: true, force: true });
await rename(next, site);
await writeFile(join(dist, 'assets.json'), JSON.stringify({ ...entries, files }));

/// The sheet imports the others in their order. Islands, module and WebAssembly stay apart: the
/// page asks for the first, which fetches the two of its client side by side. A map asks for its
/// element, with Leaflet in it, as well.
async function bundle() {
  const names = (await readdir(clients)).sort();
  const { metafile } = await build({
    entryPoints: [
      { out: 'site', in: 'style/site.css' },
      { out: 'islands', in: 'app/client/islands.js' },
      { out: 'city-map', in: 'app/client/city-map.js' },
      { out: 'offline', in: 'app/client/offline.js' },
      { out: 'pocket', in: join(pocket, 'client_bg.wasm') },
      ...names.flatMap((name) => [
        { out: name, in: join(clients, name, 'entry.js') },
        { out: name, in: join(clients, name, 'client_bg.wasm') },
      ]),
    ],
    nodePaths: [packages],
    loader: { '.wasm': 'copy', '.svg': 'dataurl' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: ENGINES,
    outdir: join(next, 'assets'),
    entryNames: '[name]-[hash]',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const made = Object.keys(metafile.outputs).map((path) => basename(path));
  const address = (name, ending) =>
    `/assets/${made.find((file) => file.startsWith(name) && file.endsWith(ending))}`;
  return {
    css: address('site-', '.css'),
    islands: address('islands-', '.js'),
    city_map: address('city-map-', '.js'),
    offline: address('offline-', '.js'),
    clients: Object.fromEntries(
      names.map((name) => [name, { js: address(`${name}-`, '.js'), wasm: address(`${name}-`, '.wasm') }]),
    ),
  };
}

/// The service worker and the way out of it. The worker knows the files of its build by their names, so
/// every build has another; `app/pocket/worker.js` says what it makes of them.
async function bundleWorker() {
  const all = (await readdir(join(next, 'assets'))).sort().map((name) => `/assets/${name}`);
  // The pin is set on pages of staff's, which need the network anyway: no phone keeps its client.
  const names = all.filter((name) => !name.startsWith('/assets/pin-'));
  const kept = {
    build: createHash('sha256').update(all.join()).digest('hex').slice(0, 16),
    files: [...names, '/icon.svg'],
    assets: entries,
    module: names.find((name) => name.startsWith('/assets/pocket-')),
  };
  await build({
    entryPoints: [
      { out: 'sw', in: 'app/pocket/worker.js' },
      { out: 'way-out', in: 'app/pocket/way-out.js' },
    ],
    alias: { pocket: join(pocket, 'entry.js') },
    define: { BUILD: JSON.stringify(kept) },
    bundle: true,
    minify: true,
    format: 'iife',
    target: ENGINES,
    outdir: next,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

async function list(path) {
  const address = `/${relative(next, path)}`;
  const type = TYPES[extname(path)];
  if (!type) throw new Error(`${address}: xtask/assets.mjs knows no media type for this ending.`);
  const bytes = await readFile(path);
  const entry = {
    type,
    tag: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    immutable: address.startsWith('/assets/'),
    br: false,
    gz: false,
  };
  if (!DENSE.has(extname(path))) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    await keep('br', brotliCompressSync(bytes, { params }));
    await keep('gz', gzipSync(bytes, { level: 9 }));
  }
  files[address] = entry;

  async function keep(coding, packed) {
    if (packed.length >= bytes.length) return;
    await writeFile(`${path}.${coding}`, packed);
    entry[coding] = true;
  }
}

async function walk(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
  return (await Promise.all(nested)).flat();
}
