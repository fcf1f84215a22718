// How fast the phone answers: milliseconds of a search over the whole city with the counts on all
// chips, beside a plain JavaScript scan over the same places in the same page (the floor); of all
// programmes on one person, and of a whole step of the checker; and how long it takes from nothing
// to a list on a slow line.
//
// Usage: cargo xtask bench, or node bench/browser.mjs

import { awake, openPage, startBrowser } from "../e2e/support/browser.mjs";
import { startSite } from "../e2e/support/site.mjs";
import { judging } from "../e2e/support/verdicts.mjs";

const STARTS = ["39.914,116.404", "40.072,116.611", "39.747,116.143", "40.377,116.837"];
const TAPS_A_START = 60;
const SLOW_DOWNS = [1, 4];
const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const HUNDREDS_OF_PEOPLE = 200;
const ROUNDS = 5;
const LOADS = 3;
const POLL_MS = 50;
const MOST_POLLS = 60_000 / POLL_MS;

const site = await startSite({ clock: null });
const browser = await startBrowser();
try {
  console.log("\n| a search, ms | p50 | p99 |\n|---|---|---|");
  for (const slowDown of SLOW_DOWNS) {
    row(`the city in Rust, CPU ${slowDown}×`, await searches(slowDown, tapThrough));
    row(`words in pinyin, CPU ${slowDown}×`, await searches(slowDown, typeWords));
    row(`a plain scan, without hours or counts, CPU ${slowDown}×`, await searches(slowDown, scan));
  }
  console.log("\n| the rules, ms | p50 | p99 |\n|---|---|---|");
  for (const slowDown of SLOW_DOWNS) {
    row(`all programmes on one person, CPU ${slowDown}×`, await assessments(slowDown), 3);
    row(`a step of the checker, judged and drawn, CPU ${slowDown}×`, await steps(slowDown));
  }
  console.log("\n| empty cache, 400 kbit/s, 400 ms, CPU 4× | s |\n|---|---|");
  for (const [name, javaScript, ready] of [
    ["the list to read, without JavaScript", false, painted],
    ["the list to read", true, painted],
    ["the phone answers by itself", true, counted],
    ["the phone keeps the site for a time without a network", true, kept],
  ]) {
    const times = [];
    for (let load = 0; load < LOADS; load += 1) times.push(await loading(javaScript, ready));
    console.log(`| ${name} | ${(share(times, 0.5) / 1000).toFixed(1)} |`);
  }
} finally {
  await browser.close();
  await site.stop();
}

function row(name, times, digits = 1) {
  const [half, most] = [0.5, 0.99].map((part) => share(times, part).toFixed(digits));
  console.log(`| ${name} | ${half} | ${most} |`);
}

/** The value that this share of them does not exceed. */
function share(times, part) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * part)];
}

/** How long the rules take on a person, each the mean of a hundred: clocks in a page are coarse. */
async function assessments(slowDown) {
  const page = await openPage(browser, site);
  await judging(page);
  await slow(page, slowDown);
  const times = await page.evaluate((hundreds) => {
    const times = [];
    for (let hundred = 0; hundred < hundreds; hundred += 1) {
      const begun = performance.now();
      globalThis.verdicts(hundred * 100, hundred * 100 + 100);
      times.push((performance.now() - begun) / 100);
    }
    return times;
  }, HUNDREDS_OF_PEOPLE);
  await page.context().close();
  return times;
}

/** How long the steps of the checker take, for somebody who does not know much. */
async function steps(slowDown) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openPage(browser, site);
    await page.goto("/check");
    await awake(page);
    await slow(page, slowDown);
    while (await page.locator(".question .ways a").count()) await page.locator(".question .ways a").click();
    const measured = await page.evaluate(() => performance.getEntriesByName("step", "measure").map(({ duration }) => duration));
    times.push(...measured);
    await page.context().close();
  }
  return times;
}

async function slow(page, slowDown) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
}

/** The times of `work` in a list that starts at each of the starts. */
async function searches(slowDown, work) {
  const times = [];
  for (const start of STARTS) {
    const page = await openPage(browser, site);
    await page.goto(`/stations#near=${start}`);
    await awake(page);
    await page.locator(".row-minutes:visible").first().waitFor();
    await slow(page, slowDown);
    times.push(...(await page.evaluate(work, { start, taps: TAPS_A_START })));
    await page.context().close();
  }
  return times;
}

/** Taps one switch of the form after the other, and off again before the next; in the page. */
async function tapThrough({ taps }) {
  const switches = [...document.querySelectorAll("#find .pick input[type=checkbox]")];
  performance.clearMeasures("search");
  for (let tap = 0; tap < taps; tap += 1) {
    switches[Math.floor(tap / 2) % switches.length].click();
    await new Promise(requestAnimationFrame);
  }
  return performance.getEntriesByName("search", "measure").map(({ duration }) => duration);
}

/** Types initials and sends the form, its districts' words all loaded; in the page. */
async function typeWords({ taps }) {
  const [field, send] = document.querySelectorAll(".words input, .words button");
  const type = (words) => {
    field.value = words;
    send.click();
  };
  type("nxyz");
  let before;
  do {
    before = performance.getEntriesByName("search", "measure").length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  } while (performance.getEntriesByName("search", "measure").length !== before);
  performance.clearMeasures("search");
  for (let tap = 0; tap < taps; tap += 1) {
    type(["nxyz", "kuaidi", "gonghui", "驿站"][tap % 4]);
    await new Promise(requestAnimationFrame);
  }
  return performance.getEntriesByName("search", "measure").map(({ duration }) => duration);
}

/** The twenty nearest places that have what is asked for, the way anyone would write it; in the page. */
async function scan({ start, taps }) {
  const { features } = await (await fetch("/api/v1/stations.geojson")).json();
  const places = features.filter(({ geometry }) => geometry).map(({ id, geometry, properties }) => ({
    id,
    lng: geometry.coordinates[0],
    lat: geometry.coordinates[1],
    amenities: properties.amenities,
  }));
  const [lat, lng] = start.split(",").map(Number);
  const shrink = Math.cos((lat * Math.PI) / 180);
  const wishes = [["hot_meal"], ["charging", "toilet"], ["rest"], []];
  const times = [];
  for (let tap = 0; tap < taps; tap += 1) {
    const wish = wishes[tap % wishes.length];
    const begun = performance.now();
    places
      .filter(({ amenities }) => wish.every((each) => amenities.includes(each)))
      .map((place) => ({ place, far: Math.hypot(place.lat - lat, (place.lng - lng) * shrink) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, 20);
    times.push(performance.now() - begun);
    await new Promise(requestAnimationFrame);
  }
  return times;
}

/** Milliseconds from nothing to what `ready` waits for, on a slow phone and line. */
async function loading(javaScript, ready) {
  const page = await openPage(browser, site, { javaScript, serviceWorker: true });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_LINE);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  page.setDefaultTimeout(60_000);
  await page.goto("/stations?district=110108", { waitUntil: "commit" });
  // A page without JavaScript has no frames to wait for, so it is asked again and again.
  for (let left = MOST_POLLS; left > 0; left -= 1) {
    const milliseconds = await page.evaluate(ready);
    if (milliseconds) {
      await page.context().close();
      return milliseconds;
    }
    await page.waitForTimeout(POLL_MS);
  }
  throw new Error(`${ready.name}: not within ${(MOST_POLLS * POLL_MS) / 1000} s`);
}

/** When the rows were painted; in the page. */
function painted() {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const [{ domInteractive }] = performance.getEntriesByType("navigation");
  return paint && domInteractive && Math.max(paint.startTime, domInteractive);
}

/** When the worker had its program, the city and the words of the district; in the page. */
async function kept() {
  const registration = await navigator.serviceWorker.getRegistration();
  const city = (await caches.keys()).find((name) => name.startsWith("city-"));
  const words = city && (await caches.match(`/data/${city.slice(5)}/110108.bin`));
  return registration?.active && words && performance.now();
}

/** When the chips had their counts, which needs the whole city; in the page. */
function counted() {
  return document.querySelector("#find .chip b:not(:empty)") && performance.now();
}
