// How fast the map is: the first dots after the snapshot has come, and every gathering while one
// pans, beside supercluster and Leaflet.markercluster on the same points in the same browser; and
// what a layout of the whole nation costs, with as many places as it had at the end of 2024.
//
// Usage: cargo xtask bench, or node bench/map.mjs. The load of the machine is printed: a figure from
// a busy one is worth little.

import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { openPage, startBrowser } from "../e2e/support/browser.mjs";
import { moving } from "../e2e/support/moving-map.mjs";
import { startSite } from "../e2e/support/site.mjs";
import { nation } from "./support/nation.mjs";

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
try {
  console.log(`\nload ${loadavg().map((load) => load.toFixed(1)).join(" ")}, CPU ${SLOW_DOWN}× slower`);
  await measure("9,065 places");
  const csv = nation(await (await site.ask("/api/v1/stations.csv")).text());
  const loaded = await site.ask("/api/v1/listing", {
    method: "PUT",
    headers: { authorization: `Bearer ${site.operatorToken}`, "content-type": "text/csv" },
    body: csv,
  });
  if (loaded.ok) await measure("186,000 places");
  else console.log(`\n186,000 places: the listing is refused: ${loaded.status} ${await loaded.text()}`);
} finally {
  await browser.close();
  await site.stop();
}

async function measure(title) {
  console.log(`\n| ${title}, ms | first | p50 | p99 | longest task while panning |\n|---|---|---|---|---|`);
  for (const zoom of ZOOMS) {
    row(`this site, zoom ${zoom}`, await ours(zoom));
    row(`supercluster, zoom ${zoom}`, await peer(zoom, supercluster, withSupercluster));
    row(`Leaflet.markercluster, zoom ${zoom}`, await peer(zoom, `${leaflet}\n;${markercluster}`, withMarkercluster));
  }
  const page = await openPage(browser, site);
  await page.goto(LOOK + ZOOMS[0]);
  await moving(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  const cost = await page.evaluate(() => {
    const all = performance.getEntriesByType("resource");
    const data = all.filter(({ name }) => name.includes("/data/"));
    const sum = (list) => list.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
    return { requests: all.length, data: data.length, bytes: sum(all), dataBytes: sum(data) };
  });
  console.log(
    `\n${title}: ${cost.requests} requests, ${cost.bytes} bytes; of these ${cost.data} of the listing, ` +
      `${cost.dataBytes} bytes; JavaScript heap ${(heap / 2 ** 20).toFixed(1)} MB`,
  );
  await page.context().close();
}

function row(name, { first, times, longest }) {
  const share = (part) => [...times].sort((a, b) => a - b)[Math.floor(times.length * part)].toFixed(1);
  console.log(`| ${name} | ${first.toFixed(1)} | ${share(0.5)} | ${share(0.99)} | ${longest.toFixed(0)} |`);
}

/** A page whose CPU is slow, and which notes its long tasks. */
async function slowPage() {
  const page = await openPage(browser, site, { size: { width: PIXELS[0], height: 740 } });
  await page.addInitScript(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => {
      globalThis.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })));
    }).observe({ type: "longtask", buffered: true });
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
  page.setDefaultTimeout(120_000);
  return page;
}

/** The map as people have it: the first dots after the snapshot, and each frame of a drag. */
async function ours(zoom) {
  const page = await slowPage();
  await page.goto(LOOK + zoom);
  await moving(page);
  const first = await page.evaluate(() => {
    const snapshot = performance.getEntriesByType("resource").find(({ name }) => name.endsWith("/city.bin"));
    const [dots] = performance.getEntriesByName("dots", "measure");
    performance.clearMeasures();
    globalThis.tasks.length = 0;
    return dots.startTime + dots.duration - snapshot.responseEnd;
  });
  const box = await page.locator("city-map").boundingBox();
  const [x, y] = [box.x + box.width * 0.9, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step += 1) {
    await page.mouse.move(x - (step * box.width * 0.8) / STEPS, y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const { times, longest } = await page.evaluate(() => ({
    times: performance.getEntriesByName("cluster", "measure").map(({ duration }) => duration),
    longest: Math.max(0, ...globalThis.tasks.map(({ duration }) => duration)),
  }));
  await page.mouse.up();
  await page.context().close();
  return { first, times, longest };
}

/** The same points with a peer's script: how long until it is ready, and each step of a pan. */
async function peer(zoom, script, work) {
  const page = await slowPage();
  await page.goto("/about");
  await page.evaluate(script);
  const measured = await page.evaluate(work, { zoom, steps: STEPS, pixels: STEP_PIXELS, size: PIXELS });
  await page.waitForTimeout(100);
  const longest = await page.evaluate(
    (since) => Math.max(0, ...globalThis.tasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration)),
    measured.since,
  );
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
