// How fast the map is: the first dots after the snapshot has come, and every gathering while one
// pans, beside supercluster and Leaflet.markercluster on the same points in the same browser; and
// what a layout of the whole nation costs, with as many places as it had at the end of 2024.
//
// Usage: cargo xtask bench, or node bench/map.mjs. The load of the machine is printed: a figure from
// a busy one is worth little.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { openPage, startBrowser } from "../e2e/support/browser.mjs";
import { moving } from "../e2e/support/moving-map.mjs";
import { startSite } from "../e2e/support/site.mjs";

const LOOK = "/map#at=39.9140,116.4040,";
const ZOOMS = [10, 13];
const SLOW_DOWN = 4;
const STEPS = 40;
const STEP_PIXELS = 16;
const PIXELS = [360, 520];

const [leaflet, markercluster, supercluster] = await Promise.all(
  ["leaflet/dist/leaflet.js", "leaflet.markercluster/dist/leaflet.markercluster.js", "supercluster/dist/supercluster.min.js"].map(
    (name) => readFile(new URL(`node_modules/${name}`, import.meta.url), "utf8"),
  ),
);

const site = await startSite({ clock: null });
const browser = await startBrowser();
const folder = mkdtempSync(join(tmpdir(), "nuanyi-nation-"));
try {
  execFileSync("cargo", ["run", "--quiet", "--release", "--package", "bench", "--", folder], { stdio: "inherit" });
  console.log(`\nload ${loadavg().map((load) => load.toFixed(1)).join(" ")}, CPU ${SLOW_DOWN}× slower`);
  await measure("9,065 places", async () => {});
  await measure("186,000 places", async (page) => {
    const names = /\/data\/[0-9a-f]+\/\w+\.bin$|\/stations\.geojson$/;
    await page.route(names, (route) => route.fulfill({ path: join(folder, basename(new URL(route.request().url()).pathname)) }));
  });
} finally {
  rmSync(folder, { recursive: true });
  await browser.close();
  await site.stop();
}

/** With the listing that `give` gives a page. */
async function measure(title, give) {
  console.log(
    `\n| ${title}, ms | first | longest task from the listing to the list | p50 | p99 | longest task while panning |` +
      "\n|---|---|---|---|---|---|",
  );
  let cost;
  for (const zoom of ZOOMS) {
    const measured = await ours(zoom, give);
    cost ??= measured.cost;
    row(`this site, zoom ${zoom}`, measured);
    row(`supercluster, zoom ${zoom}`, await peer(zoom, give, supercluster, withSupercluster));
    row(`Leaflet.markercluster, zoom ${zoom}`, await peer(zoom, give, `${leaflet}\n;${markercluster}`, withMarkercluster));
  }
  console.log(
    `\n${title}: ${cost.requests} requests, ${cost.files} of them files of the listing with ${cost.bytes} bytes in brotli; ` +
      `${cost.memory} MB of the page's process alone`,
  );
}

function row(name, { first, opening, times, longest }) {
  const share = (part) => [...times].sort((a, b) => a - b)[Math.floor(times.length * part)].toFixed(1);
  console.log(`| ${name} | ${first.toFixed(1)} | ${opening?.toFixed(0) ?? "–"} | ${share(0.5)} | ${share(0.99)} | ${longest.toFixed(0)} |`);
}

/** A page whose CPU is slow, and which notes its long tasks. */
async function slowPage(give) {
  const page = await openPage(browser, site, { size: { width: PIXELS[0], height: 740 } });
  await give(page);
  await page.addInitScript(() => {
    globalThis.tasks = [];
    const note = (entries) => globalThis.tasks.push(...entries);
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "longtask", buffered: true });
    globalThis.longest = (since) => {
      note(observer.takeRecords());
      const later = globalThis.tasks.filter(({ startTime }) => startTime >= since);
      return Math.max(0, ...later.map(({ duration }) => duration));
    };
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
  page.setDefaultTimeout(120_000);
  return page;
}

/** Until nothing is left to be done or to be painted. */
async function rest(page) {
  await page.evaluate(async () => {
    for (let calm = 0; calm < 10; calm += 1) await new Promise(requestIdleCallback);
  });
}

/** The map as people have it: the first dots after the snapshot, and each frame of a drag. */
async function ours(zoom, give) {
  const page = await slowPage(give);
  const files = [];
  page.on("response", (response) => response.url().endsWith(".bin") && files.push(response));
  await page.goto(LOOK + zoom);
  await moving(page);
  await rest(page);
  const { first, opening } = await page.evaluate(() => {
    const snapshot = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/city.bin"));
    const [dots] = performance.getEntriesByName("dots", "measure");
    performance.clearMeasures();
    return { first: dots.startTime + dots.duration - snapshot.responseEnd, opening: globalThis.longest(snapshot.responseEnd) };
  });
  const cost = await costOf(page, files);
  const box = await page.locator("city-map").boundingBox();
  const [x, y] = [box.x + box.width * 0.9, box.y + box.height / 2];
  const since = await page.evaluate(() => performance.now());
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step += 1) {
    await page.mouse.move(x - (step * box.width * 0.8) / STEPS, y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
  await rest(page);
  const measured = await page.evaluate(
    (since) => ({
      times: performance.getEntriesByName("cluster", "measure").map(({ duration }) => duration),
      longest: globalThis.longest(since),
    }),
    since,
  );
  await page.context().close();
  return { first, opening, cost, ...measured };
}

/** What the page has asked for, and the memory that its process has for itself. */
async function costOf(page, files) {
  const bodies = await Promise.all(files.map((file) => file.body()));
  const bytes = bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
  const requests = await page.evaluate(() => performance.getEntriesByType("resource").length);
  const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
  const shares = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => memoryOf(id));
  return { requests, files: files.length, bytes, memory: Math.max(...await Promise.all(shares)).toFixed(0) };
}

/** In MB; of no process, or on another system than Linux, nothing is known. */
async function memoryOf(process) {
  const text = await readFile(`/proc/${process}/smaps_rollup`, "utf8").catch(() => "");
  const parts = [...text.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)];
  return parts.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024;
}

/** The same points with a peer's script: how long until it is ready, and each step of a pan. */
async function peer(zoom, give, script, work) {
  const page = await slowPage(give);
  await page.goto("/about");
  await page.evaluate(script);
  const measured = await page.evaluate(work, { zoom, steps: STEPS, pixels: STEP_PIXELS, size: PIXELS });
  await rest(page);
  const longest = await page.evaluate(({ since }) => globalThis.longest(since), measured);
  await page.context().close();
  return { ...measured, longest };
}

/** Clusters alone: it draws nothing. In the page. */
async function withSupercluster({ zoom, steps, pixels, size }) {
  const { features } = await (await fetch("/api/v1/stations.geojson")).json();
  const begun = performance.now();
  const index = new globalThis.Supercluster({ radius: 64, maxZoom: 19 }).load(features.filter(({ geometry }) => geometry));
  const first = performance.now() - begun;
  const degrees = 360 / (256 * 2 ** zoom);
  const times = [];
  const since = performance.now();
  for (let step = 0; step < steps; step += 1) {
    const west = 116.404 + (step * pixels - size[0] / 2) * degrees;
    const start = performance.now();
    index.getClusters([west, 39.914 - (size[1] / 2) * degrees * 0.77, west + size[0] * degrees, 39.914 + (size[1] / 2) * degrees * 0.77], zoom);
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return { first, times, since };
}

/** Clusters drawn as elements. In the page. */
async function withMarkercluster({ zoom, steps, pixels, size }) {
  const { L } = globalThis;
  const { features } = await (await fetch("/api/v1/stations.geojson")).json();
  const frame = document.createElement("div");
  frame.style.cssText = `position: fixed; inset: 0 auto auto 0; overflow: hidden; width: ${size[0]}px; height: ${size[1]}px`;
  document.body.append(frame);
  const map = L.map(frame, { center: [39.914, 116.404], zoom, maxZoom: 19, zoomAnimation: false });
  const begun = performance.now();
  const group = L.markerClusterGroup({ animate: false, maxClusterRadius: 64 });
  const icon = L.divIcon();
  group.addLayers(
    features.filter(({ geometry }) => geometry).map(({ geometry: { coordinates: [lng, lat] } }) => L.marker([lat, lng], { icon })),
  );
  map.addLayer(group);
  const first = performance.now() - begun;
  const times = [];
  const since = performance.now();
  for (let step = 0; step < steps; step += 1) {
    const start = performance.now();
    map.panBy([pixels, 0], { animate: false });
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return { first, times, since };
}
