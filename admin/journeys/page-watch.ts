import type { Page, Request } from 'playwright-core';

/** What goes wrong in a page without being asked for, and when its network is quiet. */
export interface PageWatch {
  /** Console errors, thrown errors, refused and failed answers – since the last call. A page asks nothing that its reader may not. */
  takeFaults(): string[];
  /** Waits until nothing is asked for, nothing is a skeleton and nothing moves. */
  settled(): Promise<void>;
}

const settleLimitMs = 60_000;

/** The browser's own words for an answer that is reported with its path already. */
const failedAnswer = /^Failed to load resource: the server responded with a status of/;

const faultsByPage = new WeakMap<Page, () => readonly string[]>();

/** What went wrong in a page since its faults were taken, without taking them. */
export function faultsOf(page: Page): readonly string[] {
  return faultsByPage.get(page)?.() ?? [];
}

/** Watches a page from before its first request. */
export function watchPage(page: Page): PageWatch {
  let faults: string[] = [];
  faultsByPage.set(page, () => faults);
  const open = new Set<Request>();
  page.on('console', (message) => {
    if (message.type() === 'error' && !failedAnswer.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status().toString()} ${pathOf(response.url())}`);
  });
  page.on('request', (request) => {
    if (!isStream(request)) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => {
    open.delete(request);
    const why = request.failure()?.errorText ?? 'unknown';
    // A page that is left takes its questions back.
    if (why !== 'net::ERR_ABORTED') faults.push(`${why} ${pathOf(request.url())}`);
  });
  return {
    takeFaults: () => {
      const taken = faults;
      faults = [];
      return taken;
    },
    settled: async () => {
      const end = performance.now() + settleLimitMs;
      for (let reason = 'new'; reason !== '';) {
        await page.evaluate(twoFrames);
        reason =
          open.size > 0
            ? `waits for ${[...open].map((request) => pathOf(request.url())).join(' ')}`
            : await page.evaluate(unrest);
        if (reason !== '' && performance.now() > end)
          throw new Error(`${pathOf(page.url())} did not settle: ${reason}`);
      }
    },
  };
}

/** Runs in the page: what is still to come or still moves; empty where content is there and stands still. */
function unrest(): string {
  if (document.querySelector('h1, [role="alert"]') === null) return 'no heading';
  const busy = document.querySelector('[aria-busy="true"], .MuiSkeleton-root');
  if (busy !== null) return `still loading ${busy.outerHTML.slice(0, 200)}`;
  const moving = document.getAnimations().find(({ playState }) => playState === 'running');
  if (moving === undefined) return '';
  return `still moves ${moving.effect instanceof KeyframeEffect ? (moving.effect.target?.outerHTML.slice(0, 200) ?? '') : ''}`;
}

/** Runs in the page: what an answer changes is drawn, and what the change asks for has been asked. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  });
}

/** A stream of events stays open for as long as its page is looked at. */
const isStream = (request: Request): boolean => pathOf(request.url()).endsWith('/events');

/** Queries may hold what somebody typed; a path is enough to find the fault. */
function pathOf(url: string): string {
  return new URL(url).pathname;
}
