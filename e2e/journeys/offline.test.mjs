// A request that is written without a network is received, and received once.

import assert from 'node:assert/strict';
import { accessibilityFindings } from '../support/browser.mjs';
import { smallTargets, sticksOut } from '../support/layout.mjs';
import { fill, network, open, press } from '../support/phone.mjs';
import { stage } from '../support/stage.mjs';

const { journey } = stage();

const TEXT = '工地上没有安全帽';
const CUT = { tolerated: /ERR_|status of (429|503|422)|request:/ };

async function sound(page) {
  const findings = [
    ...(await accessibilityFindings(page)), ...(await smallTargets(page, 44)), ...(await sticksOut(page)),
  ];
  assert.deepEqual(findings, [], await page.title());
}

/** Goes up to the answers. */
async function checkAnswers(page) {
  await open(page);
  await fill(page, TEXT);
  await press(page, '看一遍再提交');
  await page.locator('h1', { hasText: '提交前看一遍' }).waitFor();
}

const saved = (page) => page.locator('h1', { hasText: '存在这部手机里了' }).waitFor();
const received = (page) => page.locator('h1', { hasText: '收到了' }).waitFor();
const online = (page) => page.evaluate(() => dispatchEvent(new Event('online')));

/** One request is received, and this page shows its receipt. */
async function once(page, seen) {
  const reference = await page.locator('p.reference').innerText();
  assert.ok(seen.references.length > 0);
  assert.deepEqual(new Set(seen.references), new Set([reference]));
}

for (const [fate, when] of [['lost', 'before it arrives'], ['cut', 'after it arrived, before the answer']]) {
  journey(`the network goes ${when}: sent again by itself, received once`, async (page) => {
    const seen = await network(page.context());
    await checkAnswers(page);
    seen.fate = fate;
    await press(page, '提交');
    await saved(page);
    await sound(page);
    assert.equal(seen.references.length, fate === 'cut' ? 1 : 0);
    await press(page, '现在就试');
    await saved(page);
    seen.fate = 'answered';
    await online(page);
    await received(page);
    await once(page, seen);
    await sound(page);
  }, CUT);
}

journey('a receipt of a tab that is gone waits on the phone until it is said to be noted', async (page) => {
  const seen = await network(page.context());
  await checkAnswers(page);
  seen.fate = 'cut';
  await press(page, '提交');
  await saved(page);
  const other = await page.context().newPage();
  await page.close();
  seen.fate = 'answered';
  await other.goto('/requests/new');
  // What was tried in vain waits for its turn, or for somebody who does not.
  const now = other.getByRole('button', { name: '现在就试' });
  const show = other.getByRole('button', { name: '看收据' });
  await now.or(show).first().waitFor();
  if (await now.count()) await now.click();
  await show.click();
  await received(other);
  await once(other, seen);
  await sound(other);
  await press(other, '记下了，从手机里删掉');
  await other.locator('.kept').waitFor({ state: 'detached' });
  await other.goto('/requests/new?category=pay');
  await other.locator('.written-here button').waitFor();
  assert.equal(await other.locator('.kept').count(), 0);
}, CUT);

journey('what is complete is kept at the first button, and what is not says what is missing', async (page) => {
  const seen = await network(page.context());
  await open(page);
  seen.fate = 'lost';
  await page.context().setOffline(true);
  await press(page, '看一遍再提交');
  await page.locator('.no-network').getByText('写一写出了什么事').waitFor();
  await sound(page);
  await fill(page, `${TEXT}，我不想活了`);
  await press(page, '看一遍再提交');
  await page.locator('.no-network').getByText('再点一次').waitFor();
  await press(page, '看一遍再提交');
  await saved(page);
  seen.fate = 'answered';
  await page.context().setOffline(false);
  await received(page);
  await once(page, seen);
}, CUT);

journey('two tabs send it once', async (page) => {
  const seen = await network(page.context());
  await checkAnswers(page);
  seen.fate = 'lost';
  await press(page, '提交');
  await saved(page);
  const other = await page.context().newPage();
  await other.goto('/requests/new');
  await other.locator('.kept').waitFor();
  seen.fate = 'answered';
  const before = seen.tried;
  await Promise.all([online(page), online(other)]);
  await received(page);
  await other.getByRole('button', { name: '看收据' }).click();
  await received(other);
  await once(page, seen);
  await once(other, seen);
  assert.equal(seen.tried, before + 1);
}, CUT);

journey('a site that asks for patience is given it, and says so', async (page) => {
  const seen = await network(page.context());
  await checkAnswers(page);
  seen.fate = { status: 429, headers: { 'retry-after': '60' }, contentType: 'text/html', body: 'later' };
  await press(page, '提交');
  await page.getByText('这会儿交的人多').waitFor();
  await sound(page);
  seen.fate = 'answered';
  await online(page);
  assert.equal(seen.tried, 1, 'the network is not what it waits for');
  await page.clock.fastForward(62_000);
  await received(page);
  await once(page, seen);
}, CUT);

journey('what the site asks first is shown, and everything typed is there', async (page, site) => {
  const seen = await network(page.context());
  await checkAnswers(page);
  const form = await page.locator('form[action="/requests/new"]').evaluate((form) =>
    String(new URLSearchParams(new FormData(form))));
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const first = await site.ask('/requests/new', {
    method: 'POST', headers, body: `${form.replace(/text=[^&]*/, 'text=else')}&step=send`,
  });
  assert.equal(first.status, 201);
  await press(page, '提交');
  await page.locator('.problems').waitFor();
  assert.match(await page.locator('.typed').innerText(), new RegExp(TEXT));
  await press(page, '提交');
  await received(page);
  assert.equal(new Set(seen.references).size, 1);
}, CUT);

journey('not yet: it is a form again, as it was', async (page) => {
  const seen = await network(page.context());
  await checkAnswers(page);
  seen.fate = 'lost';
  await press(page, '提交');
  await saved(page);
  await press(page, '先不交');
  await page.locator('h1', { hasText: '提交前看一遍' }).waitFor();
  seen.fate = 'answered';
  const tried = seen.tried;
  await online(page);
  await press(page, '提交');
  await received(page);
  assert.equal(seen.tried, tried + 1);
  await once(page, seen);
}, CUT);

journey('the way back shows each page as it was left', async (page) => {
  await checkAnswers(page);
  await page.goBack();
  assert.equal(await page.locator('[name=text]').inputValue(), TEXT);
  await page.goForward();
  await page.locator('h1', { hasText: '提交前看一遍' }).waitFor();
  await press(page, '提交');
  await received(page);
  const reference = await page.locator('p.reference').innerText();
  await page.goBack();
  await press(page, '提交');
  await received(page);
  assert.equal(await page.locator('p.reference').innerText(), reference);
});

journey('the link of a receipt opens its request, and the address forgets the secret', async (page) => {
  await checkAnswers(page);
  await press(page, '提交');
  await received(page);
  await page.locator('.link a').click();
  await page.locator('h1', { hasText: '你的诉求' }).waitFor();
  assert.equal(new URL(page.url()).hash, '');
});
