import type { Page } from 'playwright-core';

/** What acts when it is touched; links within a text are read, and hit between its lines. */
const acting = [
  'button, select, summary, a.MuiButtonBase-root',
  '[role="button"], [role="tab"], [role="combobox"], [role="menuitem"], [role="option"]',
  'input:not([type="hidden"], [type="file"])',
  'nav#navigation a',
].join(', ');

/**
 * What on a page a thumb misses: less than 44 px high, or a sign less than 44 px wide. What is drawn smaller may be hit around itself.
 * @returns each with its words and its size
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(missed, acting);
}

/** Runs in the page. Half a pixel is given to the rounding of layouts. */
function missed(selector: string): string[] {
  const least = 43.5;
  const reach = 21;
  /** Does a touch there reach it, or the label of it? */
  const isHit = (element: Element, x: number, y: number): boolean => {
    const at = document.elementFromPoint(x, y);
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return at !== null && [element, ...labels].some((one) => one.contains(at));
  };
  const isSmall = (element: HTMLElement): boolean => {
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const isSign = element.innerText.trim() === '' && element.tagName === 'BUTTON';
    const points = [
      ...(height < least ? [y - reach, y + reach].map((at) => [x, at] as const) : []),
      ...(isSign && width < least ? [x - reach, x + reach].map((at) => [at, y] as const) : []),
    ];
    return !points.every(([px, py]) => isHit(element, px, py));
  };
  return (
    [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.offsetWidth > 2)
      // What lies behind a sheet is not touched, nor is the input that a choice keeps its value in.
      .filter((element) => element.closest('[aria-hidden="true"]') === null)
      .filter(isSmall)
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const words = element.getAttribute('aria-label') ?? (element.innerText || element.id);
        return `${element.tagName} “${words}” ${Math.round(width).toString()} × ${Math.round(height).toString()}`;
      })
  );
}
