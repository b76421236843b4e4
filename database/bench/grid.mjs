// The grid of a decision table of 2,000 rows in a real browser, on a real platform: until it is shown, what a key takes until it is
// painted, scrolling, saving, checking, out to Excel and back (R13.1). Build first, the console too.   BENCH_ROWS=2000 BENCH_TIMES=5
/* global window -- what runs in the page */
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import path from 'node:path';
import { newPerson, openBrowser, pressed, scrolled, shares, shownAfter } from './grid-page.mjs';
import { ROWS } from './grid-table.mjs';
import { grouped, row } from './row.mjs';
import { firstMessage, here, onScratchPlatform, say, start } from './scratch-platform.mjs';

const KEY_MAX_MS = 50;
const SHOWN_MAX_MS = 1_500;
const TIMES = Number(process.env.BENCH_TIMES ?? 5);
/** A key that is held repeats thirty times a second; who types fast strikes ten keys a second. */
const HELD_MS = 33;
const TYPED_MS = 100;
const ms = (figure) => `${figure.toFixed(0)} ms`;
const name = `decision table of ${grouped(ROWS)} rows in the browser`;

const timed = async (work) => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** How long showing takes, and how much of it the main thread of the page worked. */
async function repeated(work) {
  const all = [];
  for (let time = 0; time < TIMES; time += 1) all.push(await work());
  return { ...shares(all.map(({ shown }) => shown)), cpuMs: shares(all.map(({ cpuMs }) => cpuMs)).p50 };
}

/** A first visit with nothing in the browser's store, the same page read again, and from the page before it. */
async function measureShowing(browser, served) {
  const at = `${served.base}/console/configuration-versions/${served.versionId}/show`;
  const cold = await repeated(async () => {
    const person = await newPerson(browser, served);
    const shown = await shownAfter(person, () => person.page.goto(at));
    await person.context.close();
    return shown;
  });
  const person = await newPerson(browser, served);
  const { page } = person;
  await shownAfter(person, () => page.goto(at));
  const again = await repeated(() => shownAfter(person, () => page.reload()));
  const changed = await repeated(async () => {
    // Read anew: no answer of the visit before is kept.
    await page.goto(`${served.base}/console/configurations/${served.configurationId}/show`);
    const link = page.locator(`a[href$="/configuration-versions/${served.versionId}/show"]`).first();
    await link.waitFor();
    return shownAfter(person, async () => {
      await page.evaluate(() => window.bench.watch());
      await link.click();
    });
  });
  tellShown('first visit', cold);
  tellShown('page read again', again);
  tellShown('from the page before', changed);
  return person;
}

function tellShown(what, { p50, max, cpuMs }) {
  say(`${what}: median ${ms(p50)}, longest ${ms(max)}; ${ms(cpuMs)} of the main thread`);
  const work = `${name}, ${what} until its first rows are painted, median of ${TIMES}`;
  row(work, ms(p50), ms(SHOWN_MAX_MS), p50 <= SHOWN_MAX_MS);
}

function tell(what, { p50, p95, max, told, cpuMs, count }) {
  say(
    `${what}: p50 ${ms(p50)}, p95 ${ms(p95)}, longest ${ms(max)}, by Event Timing ${ms(told)}; ${cpuMs.toFixed(1)} ms of the main thread a key`,
  );
  row(`${name}, ${what} (${count}), key to paint p95`, ms(p95), ms(KEY_MAX_MS), p95 <= KEY_MAX_MS);
}

const times = (count, ...keys) => Array.from({ length: count }, () => keys).flat();

async function measureKeys(person) {
  const { page } = person;
  await page.locator('[role=gridcell][data-row="0"][data-col="0"]').click();
  await pressed(person, times(20, 'ArrowDown', 'ArrowRight'), HELD_MS);
  await page.keyboard.press('Control+Home');
  tell(
    'arrow keys held',
    await pressed(person, [...times(120, 'ArrowDown'), ...times(15, 'ArrowRight'), ...times(60, 'ArrowUp')], HELD_MS),
  );
  tell('pages of it', await pressed(person, times(40, 'PageDown'), TYPED_MS));
  // The field of a number opens with the first digit; Enter keeps it and goes to the row below.
  await page.locator(`[role=gridcell][data-col="10"]`).first().click();
  const written = times(20, '7', '3', '5', 'Enter');
  tell('typing into cells, keeping and going on', await pressed(person, written, TYPED_MS));
  tell('undoing it', await pressed(person, times(10, 'Control+z'), TYPED_MS));
}

/** What takes longer than a key: nothing stands still meanwhile. */
async function measureDeeds({ page }) {
  const button = (label) => page.getByRole('button', { name: label, exact: true });
  const told = (what, took) => row(`${name}, ${what}`, ms(took), 'none of its own', true);
  told(
    'saving',
    await timed(async () => {
      await button('保存').click();
      await button('检查').waitFor();
    }),
  );
  const out = page.waitForEvent('download');
  let file;
  told(
    'out to Excel',
    await timed(async () => {
      await button('导出表格').click();
      file = await (await out).path();
    }),
  );
  told(
    'checking',
    await timed(async () => {
      await button('检查').click();
      await page.locator('header').getByText('已检查', { exact: true }).waitFor();
    }),
  );
  await page.locator('[role=gridcell][data-col="10"]').first().click();
  for (const key of ['9', '9', 'Enter']) await page.keyboard.press(key);
  await button('保存').click();
  await button('检查').waitFor();
  await button('导入表格').click();
  const dialog = page.getByRole('dialog', { name: '导入表格' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '选择文件' }).click();
  const sheet = { name: 'grid.xlsx', mimeType: 'application/octet-stream', buffer: await readFile(file) };
  told(
    'in from Excel until its differences are shown',
    await timed(async () => {
      await (await chooser).setFiles(sheet);
      await dialog.getByRole('button', { name: '采用 1 处变化' }).waitFor();
    }),
  );
}

await onScratchPlatform(async ({ environment }) => {
  const serving = start(path.join(here, 'serve-grid.mjs'), environment('web', 'linggong_app'));
  const browser = await openBrowser();
  try {
    const served = await firstMessage(serving);
    const load = () => say(`load ${loadavg()[0]?.toFixed(1)}`);
    load();
    const person = await measureShowing(browser, served);
    await measureKeys(person);
    const frames = await scrolled(person, 120);
    say(`scrolling: frames p50 ${ms(frames.p50)}, p95 ${ms(frames.p95)}, longest ${ms(frames.max)}`);
    row(`${name}, scrolling, time between frames p95`, ms(frames.p95), ms(KEY_MAX_MS), frames.p95 <= KEY_MAX_MS);
    await measureDeeds(person);
    load();
    if (person.faults.length > 0) throw new Error(`thrown in the page: ${person.faults.join('; ')}`);
  } finally {
    await browser.close();
    serving.kill('SIGTERM');
  }
});
