// The console in a real Chromium, measured from within the page and from outside.
/* global window, document, addEventListener, requestAnimationFrame, cancelAnimationFrame -- what runs in the page */
import { chromium } from 'playwright-core';

const grid = '[role=grid]';
const firstCell = `${grid} [data-row="0"][data-col="0"]`;

/** Without windows of its own: the whole Chromium draws its tabs and menus beside the page, for which nobody waits. */
const browser = process.env.BENCH_CHROMIUM ?? '/usr/bin/chromium-headless-shell';

export const openBrowser = () => chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });

/** A browser that nobody has used, signed in, with what measures it in place before its first script. */
export async function newPerson(browser, { token }) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(instrument, { token, firstCell });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const cdp = await context.newCDPSession(page);
  // Time of the main thread alone: what other processes take of the machine is not in it.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { context, page, cdp, faults };
}

/**
 * Runs in the page. A key counts from the moment in which the browser received it (`event.timeStamp`) to the end of the frame
 * that shows what it did: a message that was posted in the frame is heard once styles, layout and paint of it are done.
 * Event Timing says the same to 8 ms, with what the compositor takes, from 16 ms on.
 */
function instrument({ token, firstCell: cell }) {
  localStorage.setItem('linggong.session', token);
  localStorage.setItem('linggong.session.since', Date.now().toString());
  const bench = { keys: [], told: [], longFrames: [], shown: undefined, from: 0, frames: [] };
  window.bench = bench;
  const painted = (then) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(undefined);
    });
  };
  addEventListener(
    'keydown',
    ({ timeStamp, key }) => {
      painted(() => bench.keys.push({ key, ms: performance.now() - timeStamp }));
    },
    { capture: true },
  );
  const look = () => {
    if (document.querySelector(cell) === null) requestAnimationFrame(look);
    else painted(() => (bench.shown = performance.now() - bench.from));
  };
  bench.watch = () => {
    bench.from = performance.now();
    bench.shown = undefined;
    look();
  };
  look();
  const observe = (type, take, more) => {
    if (PerformanceObserver.supportedEntryTypes.includes(type))
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  };
  observe('event', (entry) => entry.name === 'keydown' && bench.told.push(entry.duration), { durationThreshold: 16 });
  observe('long-animation-frame', (entry) => bench.longFrames.push(entry.duration));
}

/** Does what shows the grid, and gives the milliseconds from the first request of the page (or from `watch`) until its first row was painted. */
export async function shownAfter({ page, cdp }, act) {
  const before = await busySeconds(cdp);
  await act();
  await page.waitForFunction(() => window.bench?.shown !== undefined);
  const shown = await page.evaluate(() => window.bench.shown);
  const after = await busySeconds(cdp);
  // A page that was left takes its count with it.
  return { shown, cpuMs: (after >= before ? after - before : after) * 1_000 };
}

/** Presses keys at an even pace, as a key that is held repeats, and gives what each took; `cpuMs` is the main thread's time for one. */
export async function pressed({ page, cdp }, keys, everyMs) {
  await page.evaluate(() => {
    window.bench.keys.length = 0;
    window.bench.told.length = 0;
  });
  const before = await busySeconds(cdp);
  const begun = performance.now();
  for (const [index, key] of keys.entries()) {
    const due = begun + index * everyMs;
    await pause(due - performance.now());
    await page.keyboard.press(key);
  }
  await page.waitForFunction((count) => window.bench.keys.length >= count, keys.length);
  const cpuMs = ((await busySeconds(cdp)) - before) * 1_000;
  const { taken, told } = await page.evaluate(() => ({
    taken: window.bench.keys.map(({ ms }) => ms),
    told: window.bench.told,
  }));
  return { ...shares(taken), told: Math.max(0, ...told), cpuMs: cpuMs / keys.length, count: keys.length };
}

/** Turns the wheel, and gives the time between frames. */
export async function scrolled({ page }, turns) {
  await page.locator(grid).hover();
  await page.evaluate(() => {
    const { bench } = window;
    bench.frames.length = 0;
    let last = performance.now();
    const tick = (now) => {
      bench.frames.push(now - last);
      last = now;
      bench.ticking = requestAnimationFrame(tick);
    };
    bench.ticking = requestAnimationFrame(tick);
  });
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, 400);
    await pause(16);
  }
  return page
    .evaluate(() => {
      cancelAnimationFrame(window.bench.ticking);
      return window.bench.frames;
    })
    .then((frames) => shares(frames.slice(2)));
}

export function shares(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

async function busySeconds(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
