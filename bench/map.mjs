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
import { startSite } from "../e2e/support/site.mjs";

const LOOK = "/map#at=39.9140,116.4040,";
const ZOOMS = [10, 13];
const SLOW_DOWN = 4;
/** Each map is opened and panned so often. The nation once: a peer takes minutes to begin. */
const PAGES = { city: 5, nation: 1 };
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
  // A browser that has just begun is slow at its first page, whichever that is.
  const { page: warm } = await slowPage(async () => {});
  await warm.goto("/about");
  await warm.context().close();
  console.log(`\nload ${loadavg().map((load) => load.toFixed(1)).join(" ")}, CPU ${SLOW_DOWN}× slower`);
  await measure("9,065 places", PAGES.city, async () => {});
  await measure("186,000 places", PAGES.nation, async (page) => {
    const names = /\/data\/[0-9a-f]+\/\w+\.bin$|\/stations\.geojson$/;
    await page.route(names, (route) => route.fulfill({ path: join(folder, basename(new URL(route.request().url()).pathname)) }));
  });
} finally {
  rmSync(folder, { recursive: true });
  await browser.close();
  await site.stop();
}

/** With the listing that `give` gives a page. */
async function measure(title, pages, give) {
  console.log(
    `\n| ${title}, ${pages === 1 ? "1 page" : `${pages} pages`}, ms | first, p50 | tasks over 50 ms from the listing to the list | p50 | p99 | tasks over 50 ms while panning |` +
      "\n|---|---|---|---|---|---|",
  );
  let cost;
  const several = async (name, one) => {
    const measured = [];
    for (let page = 0; page < pages; page += 1) measured.push(await one());
    cost ??= measured[0].cost;
    row(name, measured);
  };
  for (const zoom of ZOOMS) {
    await several(`this site, zoom ${zoom}`, () => ours(zoom, give));
    await several(`supercluster, zoom ${zoom}`, () => peer(zoom, give, supercluster, withSupercluster));
    await several(`Leaflet.markercluster, zoom ${zoom}`, () => peer(zoom, give, `${leaflet}\n;${markercluster}`, withMarkercluster));
  }
  console.log(
    `\n${title}: ${cost.requests} requests, ${cost.files} of them files of the listing with ${cost.bytes} bytes in brotli; ` +
      `${cost.memory} MB of the page's process alone`,
  );
}

function row(name, pages) {
  const share = (numbers, part) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length * part)].toFixed(1);
  const long = (tasks) => tasks.map((task) => task.toFixed(0)).join(", ") || "none";
  const [first, times] = [pages.map(({ first }) => first), pages.flatMap(({ times }) => times)];
  const opening = pages[0].opening ? long(pages.flatMap(({ opening }) => opening)) : "–";
  const panning = long(pages.flatMap(({ panning }) => panning));
  console.log(`| ${name} | ${share(first, 0.5)} | ${opening} | ${share(times, 0.5)} | ${share(times, 0.99)} | ${panning} |`);
}

/**
 * A page whose CPU is slow, and which notes its long tasks. What is asked of it while it is measured
 * goes past Playwright, whose own script is a task of 30 to 50 ms on a CPU as slow as that.
 */
async function slowPage(give) {
  const page = await openPage(browser, site, { size: { width: PIXELS[0], height: 740 } });
  await give(page);
  await page.addInitScript(() => {
    globalThis.tasks = [];
    const note = (entries) => globalThis.tasks.push(...entries);
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "longtask", buffered: true });
    /** How long those took that began then or later. */
    globalThis.longSince = (since) => {
      note(observer.takeRecords());
      return globalThis.tasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration);
    };
    /** Until nothing is left to be done or to be painted. */
    globalThis.rest = async () => {
      for (let calm = 0; calm < 20; calm += 1) await new Promise(requestIdleCallback);
    };
    globalThis.written = async () => {
      const isWritten = () => document.querySelector("city-map button") && document.querySelectorAll(".on-map-row").length === 20;
      const latest = performance.now() + 120_000;
      while (!isWritten()) {
        if (performance.now() > latest) throw new Error("the list has not been written");
        await new Promise((done) => setTimeout(done, 100));
      }
    };
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
  const ask = async (expression) => {
    const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception.description);
    return result.value;
  };
  return { page, ask };
}

/** The map as people have it: the first dots after the snapshot, and each frame of a drag. */
async function ours(zoom, give) {
  const { page, ask } = await slowPage(give);
  const files = [];
  page.on("response", (response) => response.url().endsWith(".bin") && files.push(response));
  await page.goto(LOOK + zoom);
  await ask("written().then(rest)");
  const begun = await ask('performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/city.bin")).responseEnd');
  const drawn = await ask('performance.getEntriesByName("dotted", "mark")[0].startTime');
  const opening = await ask(`longSince(${begun})`);
  const cost = await costOf(page, files);
  const [x, y, width] = await ask('(({ x, y, width, height }) => [x + width * 0.9, y + height / 2, width])(document.querySelector("city-map").getBoundingClientRect())');
  const since = await ask("performance.clearMeasures() ?? performance.now()");
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step += 1) {
    await page.mouse.move(x - (step * width * 0.8) / STEPS, y);
    await ask("new Promise(requestAnimationFrame)");
  }
  await page.mouse.up();
  await ask("rest()");
  const panning = await ask(`longSince(${since})`);
  const times = await ask('performance.getEntriesByName("cluster", "measure").map(({ duration }) => duration)');
  await page.context().close();
  return { first: drawn - begun, opening, times, panning, cost };
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
  const { page, ask } = await slowPage(give);
  await page.goto("/about");
  await page.evaluate(script);
  const { since, ...measured } = await page.evaluate(work, { zoom, steps: STEPS, pixels: STEP_PIXELS, size: PIXELS });
  await ask("rest()");
  const panning = await ask(`longSince(${since})`);
  await page.context().close();
  return { ...measured, panning };
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
