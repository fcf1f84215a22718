// A real Chromium, and pages as people have them: a phone, a language, with or without JavaScript.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The sizes in which every page is looked at. */
export const SIZES = {
  phone: { width: 360, height: 740 },
  desk: { width: 1280, height: 800 },
};

/** The position of somebody who looks at the question and does not answer. */
export const SILENT = 'silent';

/** Starts the browser that `cargo xtask` found. */
export function startBrowser() {
  return chromium.launch({ executablePath: pathOf(process.env.CHROMIUM ?? 'chromium'), args: FLAGS });
}

/** The same with a folder of its own, in which it finds again what it kept there. */
export function launchPersistent(folder) {
  const executablePath = pathOf(process.env.CHROMIUM ?? 'chromium');
  return chromium.launchPersistentContext(folder, {
    executablePath, args: FLAGS, locale: 'zh-CN', serviceWorkers: 'block',
  });
}

/** Playwright starts what has a path; a name alone is looked up as a shell would. */
function pathOf(name) {
  if (isAbsolute(name)) return name;
  const paths = process.env.PATH.split(delimiter).map((folder) => join(folder, name));
  return paths.find(existsSync) ?? name;
}

/**
 * Opens a page of `site` on a phone in Beijing, whose clock starts with the site's.
 *
 * `javaScript: false` takes scripts away; `position` is `{latitude, longitude}` for those who allow
 * it, null for those who refuse, `SILENT` for those who never answer; `largePrint` is what the
 * footer's button sets. Only with `serviceWorker` has it one: where requests are counted or answered by
 * the test it would be in between.
 *
 * The page remembers what it complained of: `page.complaints` holds console errors, page errors and
 * broken requests, in words.
 */
export async function openPage(
  browser,
  site,
  {
    javaScript = true,
    size = SIZES.phone,
    language = 'zh-CN',
    dark = false,
    position = null,
    largePrint = false,
    serviceWorker = false,
  } = {},
) {
  const context = await browser.newContext({
    baseURL: site.address,
    javaScriptEnabled: javaScript,
    viewport: size,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: size.width < 600,
    serviceWorkers: serviceWorker ? 'allow' : 'block',
    ...(position?.latitude && { geolocation: position, permissions: ['geolocation'] }),
  });
  if (largePrint) {
    const value = `${language.slice(0, 2)}.large`;
    await context.addCookies([{ name: 'prefs', value, url: site.address }]);
  }
  if (javaScript && site.clock) await context.clock.install({ time: site.clock });
  if (position === SILENT) {
    await context.addInitScript(() => {
      Geolocation.prototype.getCurrentPosition = () => {};
    });
  }
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') page.complaints.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    // Going on to another page ends what this one still asked for.
    if (request.failure().errorText === 'net::ERR_ABORTED') return;
    page.complaints.push(`request: ${request.url()}`);
  });
  return page;
}

/** Waits until the islands of the page are awake, and the list has the city at hand. */
export async function awake(page) {
  await page.locator(':is(.near, .copy):not([hidden]), .keeping button').first().waitFor();
  if (await page.locator('#find').count()) {
    await page.locator('#find .chip b:not(:empty)').first().waitFor({ state: 'attached' });
  }
}

/**
 * Runs axe on the page; each finding is a line: rule, what it wants, and where. Needs scripts in the
 * page. `evaluate` bypasses the page's content security policy, which stays as it is.
 */
export async function accessibilityFindings(page) {
  await page.waitForLoadState();
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(', ')}`,
  );
}
