// Makes the client smaller once wasm-bindgen is done: what no page calls goes, the rest is
// optimised for size, and the names between JavaScript and WebAssembly become short.
// Usage: node xtask/trim.mjs FOLDER [ENTRY] with client.js and client_bg.wasm; entry.js is what pages
// load: its functions, or the class ENTRY alone. A module with an entry draws pages as text, so islands go
// and all with which a view is built in a document, brought to life, or waited for.

import binaryen from 'binaryen';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, entry] = process.argv.slice(2);
const at = (file) => join(folder, file);
const tools = new URL('node_modules/.bin/', import.meta.url).pathname;
const run = (tool, ...args) => execFileSync(tools + tool, args, { encoding: 'utf8' });

// Streams between the two worlds come along with Leptos; our islands open none.
const UNUSED = entry ? /intounderlying|^[A-Z]\w*_\d+$/i : /intounderlying/i;

// Every view that is kept as an `AnyView` brings along what is called on it; only `to_html` is.
const UNCALLED = /8any_view.*8into_any\d+(dry_resolve|resolve|to_html_async|to_html_async_ooo|build|rebuild)[A-Z]/;
if (entry) silence(at('client_bg.wasm'));

const module = new WebAssembly.Module(readFileSync(at('client_bg.wasm')));
const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
const graph = exported.map((name) => ({
  name,
  export: name,
  ...(!UNUSED.test(name) && { root: true }),
}));
writeFileSync(at('exports.json'), JSON.stringify(graph));
run('wasm-metadce', at('client_bg.wasm'), `--graph-file=${at('exports.json')}`, '-o', at('lean.wasm'));

// No feature is named: wasm-opt reads them from the module. `--all-features` would write encodings
// that Chromium 156 refuses.
const renamed = JSON.parse(
  run('wasm-opt', '-Oz', '--minify-imports-and-exports-and-modules', at('lean.wasm'), '-o', at('client_bg.wasm')),
);

let script = readFileSync(at('client.js'), 'utf8');
const entries = entry ? [entry] : [...script.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
writeFileSync(at('entry.js'), `export { default, ${entries.join(', ')} } from './client.js';\n`);

const imports = new Map(renamed.imports.map(([, name, short]) => [name, short]));
const exports = new Map(renamed.exports.map(([name, short]) => [name, short]));
const [{ module: imported }] = WebAssembly.Module.imports(
  new WebAssembly.Module(readFileSync(at('client_bg.wasm'))),
);
script = script
  .replace(/^( {8})(__wbg_\w+|__wbindgen_\w+)(?=: )/gm, (_, indent, name) => indent + (imports.get(name) ?? name))
  .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${exports.get(name) ?? name}`)
  .replace('"./client_bg.js": import0', `"${imported}": import0`);
writeFileSync(at('client.js'), script);

/// Empties the functions that are never called, so that all they call goes with them. They are known by
/// their names in the module, which the optimiser drops afterwards.
function silence(file) {
  const whole = binaryen.readBinary(readFileSync(file));
  const functions = Array.from({ length: whole.getNumFunctions() }, (_, index) => whole.getFunctionByIndex(index));
  const uncalled = functions.filter((one) => UNCALLED.test(binaryen.getFunctionInfo(one).name));
  if (uncalled.length === 0) throw new Error(`${file}: no function is named ${UNCALLED}: has leptos changed?`);
  for (const one of uncalled) binaryen.Function.setBody(one, whole.unreachable());
  writeFileSync(file, whole.emitBinary());
  whole.dispose();
}
