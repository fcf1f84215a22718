// A real Chromium, and pages as people have them: a phone, a language, with or without JavaScript.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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

/** Starts the browser that `cargo xtask` found. */
export function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? 'chromium', args: FLAGS });
}

/**
 * Opens a page of `site` on a phone in Beijing. `javaScript: false` takes scripts away; `position`
 * is `{latitude, longitude}` for those who allow it, null for those who refuse.
 *
 * The page remembers what it complained of: `page.complaints` holds console errors, page errors and
 * broken requests, in words.
 */
export async function openPage(
  browser,
  site,
  { javaScript = true, size = SIZES.phone, language = 'zh-CN', dark = false, position = null } = {},
) {
  const context = await browser.newContext({
    baseURL: site.address,
    javaScriptEnabled: javaScript,
    viewport: size,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: size.width < 600,
    ...(position && { geolocation: position, permissions: ['geolocation'] }),
  });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') page.complaints.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => page.complaints.push(`request: ${request.url()}`));
  return page;
}

/**
 * Runs axe on the page; each finding is a line: rule, what it wants, and where. Needs scripts in the
 * page. `evaluate` bypasses the page's content security policy, which stays as it is.
 */
export async function accessibilityFindings(page) {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(', ')}`,
  );
}
