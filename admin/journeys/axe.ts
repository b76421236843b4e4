import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const options: RunOptions = { resultTypes: ['violations'], preload: false };

/** Runs in the page: rules whose findings axe calls minor or moderate by themselves are not told below, so they need not run. */
const withoutLesser = `Object.fromEntries(window.axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate')
  .map(({ id }) => [id, { enabled: false }]))`;

/**
 * What axe-core finds serious or critical in the page as it stands, one line a finding; empty where all is well. Its source
 * is evaluated by the debugger, so the content security policy stays as strict as people have it.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Half a megabyte is on its way for seconds on a busy machine: it is sent once a document.
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(`window.axe = (() => { ${source}; return window.axe; })()`);
  const run = `window.axe.run(document, { ...${JSON.stringify(options)}, rules: ${withoutLesser} }).then(({ violations }) => violations)`;
  // The page's axe answers with this shape.
  const violations = (await page.evaluate(run)) as AxeResults['violations'];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const places = nodes.slice(0, 3).map(({ target, failureSummary }) => {
        const why = failureSummary?.split('\n').slice(1).join(' ').trim() ?? '';
        return `${target.join(' ')} (${why})`;
      });
      return `axe ${id}: ${help} – ${nodes.length.toString()} × ${places.join('; ')}`;
    });
}
