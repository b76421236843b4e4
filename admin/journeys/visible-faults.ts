import type { Page } from 'playwright-core';

/** Words that no page may show. The last is a translation key or the name of a job or an event that nobody worded. */
const forbidden: readonly [what: string, pattern: RegExp][] = [
  ['raw value', /\b(?:undefined|NaN|null)\b/],
  ['raw object', /\[object \w+\]/],
  ['open placeholder', /%\{\w+\}|\{\w+\}/],
  ['raw account', /(?<![\w/])[a-z]+(?:-[a-z]+)*#\d+/],
  ['raw key', /(?<![\w@./:-])[a-z][\w-]*(?:\.[a-z][\w-]*)+(?![\w/:-])/],
];

/**
 * What is wrong with what a person sees: raw values and keys, a page that scrolls sideways, a list of which columns are out of sight –
 * as narrow as a phone lists are cards, and a table that is not may scroll inside of its frame.
 */
export async function visibleFaults(page: Page, isNarrow = false): Promise<string[]> {
  const { text, overflow, listOverflow } = await page.evaluate(whatIsSeen);
  const faults = forbidden.flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    return found === null ? [] : [`${what} “${text.slice(Math.max(0, found.index - 30), found.index + 60).trim()}”`];
  });
  if (listOverflow > 0 && !isNarrow) faults.push(`the list is ${listOverflow.toString()} px wider than its frame`);
  return overflow > 0 ? [...faults, `the page is ${overflow.toString()} px wider than the screen`] : faults;
}

/** Runs in the page: its visible text, what it tells screen readers, and how far it is too wide. */
function whatIsSeen(): { text: string; overflow: number; listOverflow: number } {
  const told = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((element) =>
    ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
  );
  const { scrollWidth, clientWidth } = document.documentElement;
  // The list of a page is called as the page is; tables inside of cards may scroll.
  const title = document.querySelector('h1')?.innerText ?? '';
  const list = [...document.querySelectorAll('[role="region"]')].find((frame) => frame.ariaLabel === title);
  return {
    text: [document.body.innerText, ...told].join('\n'),
    overflow: scrollWidth - clientWidth,
    listOverflow: list ? list.scrollWidth - list.clientWidth : 0,
  };
}

/** Chinese in the console's own words of an English page; names of companies, people and tasks are data and stay. */
export async function chineseWords(page: Page): Promise<string[]> {
  const words = await page.evaluate(ownWords);
  return words.filter((word) => /\p{Script=Han}/u.test(word)).map((word) => `Chinese in an English page: “${word}”`);
}

/** Runs in the page: headings, navigation, buttons, table heads, labels of facts and fields. */
function ownWords(): string[] {
  const places = 'h2, h3, nav#navigation a, button, th, dt, label, [role="tab"], ol[aria-label] > li';
  const isData = 'td, [lang="zh-CN"], [data-own-name]';
  const found = [...document.querySelectorAll<HTMLElement>(places)]
    .filter((element) => element.closest(isData) === null)
    .flatMap((element) => [element.innerText, element.getAttribute('aria-label') ?? '']);
  // The heading of a list names a kind of thing; that of a single thing is its own name.
  if (!location.pathname.endsWith('/show')) found.push(document.querySelector('h1')?.innerText ?? '');
  return found;
}
