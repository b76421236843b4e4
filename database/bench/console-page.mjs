// What a person waits for in the console, measured from within the page: until what he asked for is there, until the page
// answers him, what moves under his finger.
/* global window, document, location, addEventListener, requestAnimationFrame -- what runs in the page */
import { createRequire } from 'node:module';

const otp = createRequire(import.meta.url)('otplib');

const screen = { viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

/** Signs in by typing; gives what his browser keeps of it, for browsers that have nothing else of the console. */
export async function signedIn(browser, base, { identifier, password, totpSecret }) {
  const context = await browser.newContext(screen);
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.goto(`${base}/console/`);
  await page.getByLabel('账号').fill(identifier);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  if (totpSecret !== undefined) {
    await page.getByLabel('验证码').fill(otp.generateSync({ secret: totpSecret }));
    await page.getByRole('button', { name: '确认' }).click();
  }
  await page.locator('#main-content h1').waitFor();
  const kept = await context.storageState();
  await context.close();
  return kept;
}

/** A browser with an empty cache in which somebody is signed in, and what measures it in place before its first script. */
export async function newVisitor(browser, storageState) {
  const context = await browser.newContext({ ...screen, storageState });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(instrument);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return { context, page, faults };
}

/**
 * Runs in the page. `bench.until(path)` gives the milliseconds from `bench.from` until the page of this path is drawn with its
 * content – a heading, nothing busy, no skeleton – and until it answers: the end of the last task above 50 ms, after which 500 ms had none.
 */
function instrument() {
  const bench = { from: 0, tasks: [], shift: 0, largest: 0 };
  window.bench = bench;
  const observe = (type, take) => {
    if (PerformanceObserver.supportedEntryTypes.includes(type))
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  };
  observe('longtask', ({ startTime, duration }) => bench.tasks.push(startTime + duration));
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) bench.shift += value;
  });
  observe('largest-contentful-paint', ({ startTime }) => (bench.largest = startTime));
  // The browser's own moment of the click, not that of whoever handles it.
  addEventListener('click', ({ timeStamp }) => (bench.from = timeStamp), { capture: true });
  const isThere = (path) =>
    location.pathname === path &&
    document.querySelector('#main-content h1') !== null &&
    document.querySelector('[aria-busy="true"], .MuiSkeleton-root') === null;
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(undefined);
      });
    });
  bench.until = async (path) => {
    do await painted();
    while (!isThere(path));
    const shown = performance.now();
    let answers = shown;
    while (performance.now() < answers + 500) {
      await painted();
      answers = Math.max(answers, ...bench.tasks.slice(-20));
    }
    return { shown: shown - bench.from, answers: answers - bench.from, shift: bench.shift, largest: bench.largest };
  };
}
