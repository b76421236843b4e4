import type { Text2 } from '@linggong/core/domain';

/** For whom guides and notices are. Whoever is from outside and has none of his own reads what staff read (监管人员、合作系统). */
export type Audience = 'everybody' | 'staff' | 'enterprise' | 'worker';

/** A guide (使用指南): the steps that stand beside a process, and the text that explains it. */
export interface Guide {
  /** What pages call it by: `enterprise`, `batch.upload`. */
  readonly name: string;
  readonly title: Text2;
  /** Three to seven short ones, for somebody on his first day; none where there is only a text. */
  readonly steps: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Markdown; empty where there are only steps. */
  readonly body: Text2;
  /** For whom it is; of guides of one page a reader's own come first. */
  readonly audience: Audience;
  /** First parts of the addresses of the pages that it explains, such as `enterprises`. */
  readonly pages: readonly string[];
}

/** More would not be read beside one's work. */
export const STEPS_MAX = 7;

/** Steps as they are typed in the content panel, one a line; bullets and numbers before them are left out. */
export function stepsOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.、)）])?\s*/, '').trim())
    .filter((line) => line !== '')
    .slice(0, STEPS_MAX);
}

/** Pages as they are typed, by commas or spaces; slashes around them are left out. */
export function pagesOf(typed: string): string[] {
  const named = typed.split(/[,，\s]+/).map((page) => page.replaceAll('/', '').trim());
  return [...new Set(named.filter((page) => page !== ''))];
}

/** A text begins with its one heading of the first rank. @returns it, and the Markdown below it */
export function titled(markdown: string): { title: string; body: string } {
  const [first = '', ...rest] = markdown.trimStart().split('\n');
  return { title: first.replace(/^# +/, '').trim(), body: rest.join('\n').trim() };
}
