// Every page as different people have it: axe finds nothing, nothing is too small to press, and
// nothing sticks out.

import assert from 'node:assert/strict';
import { SIZES, accessibilityFindings, awake } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { stage } from '../support/stage.mjs';

const { journey } = stage();

/** Every pair of values occurs in one of these; all sixteen would say little more. */
const READERS = [
  { language: 'zh-CN', dark: false, largePrint: false, size: SIZES.phone },
  { language: 'zh-CN', dark: true, largePrint: true, size: SIZES.desk },
  { language: 'en', dark: false, largePrint: true, size: SIZES.desk },
  { language: 'en', dark: true, largePrint: false, size: SIZES.desk },
  { language: 'en', dark: true, largePrint: true, size: SIZES.phone },
];

/** Somebody who has answered everything, and gets a verdict of every sort. */
const ANSWERS =
  'achievements=certificate_3&both_parents_work=yes&child_grade=3&class_near=area&dues=yes' +
  '&hardship=schooling&insured=yes&managed=unknown&membership=member&show=known' +
  '&start_business=yes&work=front_line&work=migrant';

/** Addresses of every page, and of the station in its different states. */
async function pages(site) {
  const { features } = await (await site.ask('/api/v1/stations.geojson')).json();
  const station = (fits) => `/stations/${features.find(({ properties }) => fits(properties)).id}`;
  return [
    '/',
    '/stations',
    '/stations?q=nxyz&district=110108&kind=caring_station',
    '/stations?kind=drivers_home&district=110101',
    '/map',
    '/map?district=110105',
    '/map?open=night&q=nobody',
    station(({ show_at_door, opening_hours }) => show_at_door && opening_hours?.includes(',')),
    station(({ hours }) => hours),
    station(({ closed_until }) => closed_until),
    station(({ successor }) => successor),
    '/services',
    '/services/dispute-mediation',
    '/services/card-discount',
    '/check',
    '/check?dropped=child_grade&membership=card',
    '/check/holiday-class',
    '/check/medical-mutual-aid?asked=insured',
    `/check?${ANSWERS}`,
    '/check/joining/rules',
    '/check/startup-loan/rules',
    '/classes',
    '/classes?both_parents_work=yes&child_grade=3&class_near=area&district=110108&join=possible',
    '/classes?page=900',
    '/requests/new',
    '/requests/new?category=pay',
    '/requests/nobody',
    '/about',
    '/privacy',
    '/offline',
    '/nowhere',
    '/stations/4294967295',
  ];
}

const described = ({ language, dark, largePrint, size }) =>
  [language, dark ? 'dark' : 'light', largePrint ? 'large print' : 'normal print', `${size.width} px`].join(', ');

const NOT_FOUND = { tolerated: /status of 404/ };

for (const reader of READERS) {
  journey(described(reader), async (page, site) => {
    const findings = [];
    for (const path of await pages(site)) {
      await page.goto(path);
      if (await page.locator('.near, .go-there, .check').count()) await awake(page);
      const found = [
        ...(await accessibilityFindings(page)),
        ...(await smallTargets(page, reader.largePrint ? 60 : 44)),
        ...(await sticksOut(page)),
      ];
      findings.push(...found.map((line) => `${path}: ${line}`));
    }
    assert.deepEqual(findings, []);
  }, { ...reader, ...NOT_FOUND });
}

journey('as the server sends it, before anything wakes', async (page, site) => {
  await page.route('**/*.wasm', () => {});
  const findings = [];
  for (const path of await pages(site)) {
    await page.goto(path);
    const found = [...(await accessibilityFindings(page)), ...(await smallTargets(page, 44))];
    findings.push(...found.map((line) => `${path}: ${line}`));
  }
  assert.deepEqual(findings, []);
}, NOT_FOUND);

journey('narrow windows and text twice as large scroll in one direction only', async (page, site) => {
  const findings = [];
  for (const path of await pages(site)) {
    await page.goto(path);
    for (const [width, share] of [[320, 1], [360, 1], [360, 2], [768, 2], [1280, 1], [1280, 2]]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((share) => {
        document.documentElement.style.setProperty('--text', `${17 * share}px`);
      }, share);
      const found = await sticksOut(page);
      findings.push(...found.map((line) => `${path} at ${width} px, text × ${share}: ${line}`));
    }
  }
  assert.deepEqual(findings, []);
}, NOT_FOUND);
