// The console in a real browser on the whole demo platform: the first list with nothing in the browser's cache, and every page
// that a role opens from its navigation, for the first time and again.   Build first, the console too.   BENCH_TIMES=5
/* global window -- what runs in the page */
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import path from 'node:path';
import { newVisitor, signedIn } from './console-page.mjs';
import { onDemoPlatform } from './demo-platform.mjs';
import { openBrowser } from './grid-page.mjs';
import { row } from './row.mjs';
import { say } from './scratch-platform.mjs';

const FIRST_MAX_MS = 2_000;
const CHANGE_MAX_MS = 300;
const SHIFT_MAX = 0.1;
const TIMES = Number(process.env.BENCH_TIMES ?? 5);
/** A screen of its own: from there no navigation leads on. */
const fullScreen = '/live-board';
const visitors = { operator: '/orders', enterprise: '/settlement-batches', 'tax-officer': '/tax-records' };
const ms = (figure) => `${figure.toFixed(0)} ms`;

/** @param figures at least one */
const at = (figures, share) => [...figures].sort((one, other) => one - other)[Math.ceil(figures.length * share) - 1];

async function measureFirst(browser, base, kept, list) {
  const all = [];
  for (let time = 0; time < TIMES; time += 1) {
    const { context, page } = await newVisitor(browser, kept);
    await page.goto(`${base}/console${list}`, { waitUntil: 'commit' });
    all.push(await page.evaluate((place) => window.bench.until(place), `/console${list}`));
    await context.close();
  }
  return all;
}

/** Opens every entry of the navigation as it stands there; a group shows its pages once one of them is open. */
async function measureChanges(visitor, base) {
  const { page } = visitor;
  await page.goto(`${base}/console/`);
  await page.locator('nav#navigation a').first().waitFor();
  const took = new Map();
  for (;;) {
    const addresses = await page
      .locator('nav#navigation a:visible')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const next = addresses.find((address) => !took.has(address) && !address.endsWith(fullScreen));
    if (next === undefined) return took;
    took.set(next, await openFrom(page, next));
  }
}

async function openFrom(page, address) {
  await page.locator(`nav#navigation a:visible[href="${address}"]`).first().click();
  return page.evaluate((place) => window.bench.until(place), address.replace(/\/$/, '') || '/');
}

async function measureRole(browser, base, account, list) {
  const { role } = account;
  const kept = await signedIn(browser, base, account);
  const first = await measureFirst(browser, base, kept, list);
  const answers = at(
    first.map((each) => each.answers),
    0.5,
  );
  const largest = at(
    first.map((each) => each.largest),
    0.5,
  );
  say(
    `${role}, ${list} cold: shown ${ms(
      at(
        first.map(({ shown }) => shown),
        0.5,
      ),
    )}, largest paint ${ms(largest)}`,
  );
  row(
    `console, ${role}: ${list} with an empty cache until it answers, median of ${TIMES}`,
    ms(answers),
    ms(FIRST_MAX_MS),
    answers <= FIRST_MAX_MS,
  );
  const shift = Math.max(...first.map((each) => each.shift));
  row(`console, ${role}: ${list}, layout shift`, shift.toFixed(3), SHIFT_MAX, shift <= SHIFT_MAX);
  const visitor = await newVisitor(browser, kept);
  for (const visit of ['first', 'again']) {
    const took = await measureChanges(visitor, base);
    const shown = [...took.values()].map((each) => each.shown);
    const slow = [...took].sort(([, one], [, other]) => other.shown - one.shown).slice(0, 3);
    say(`${role}, ${visit}: slowest ${slow.map(([place, each]) => `${place} ${ms(each.shown)}`).join(', ')}`);
    const p95 = at(shown, 0.95);
    const work = `console, ${role}: changing pages, ${visit === 'first' ? 'each for the first time' : 'again'} (${took.size}), p95 (median ${ms(at(shown, 0.5))})`;
    row(work, ms(p95), ms(CHANGE_MAX_MS), p95 <= CHANGE_MAX_MS);
  }
  await visitor.context.close();
  if (visitor.faults.length > 0) throw new Error(`thrown in the page: ${visitor.faults.join('; ')}`);
}

await onDemoPlatform(async ({ folder, base }) => {
  const accounts = JSON.parse(await readFile(path.join(folder, 'demo-accounts.json'), 'utf8'));
  const browser = await openBrowser();
  try {
    for (const [role, list] of Object.entries(visitors)) {
      say(`load ${loadavg()[0]?.toFixed(1)}`);
      await measureRole(
        browser,
        base,
        accounts.find((account) => account.role === role),
        list,
      );
    }
  } finally {
    await browser.close();
  }
});
