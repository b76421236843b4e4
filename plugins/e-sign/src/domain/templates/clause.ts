import type { Clause } from '../template';

/** An article; paragraphs are given one by one. */
export function clause(
  id: string,
  headings: readonly [zh: string, en: string],
  zh: readonly string[],
  en: readonly string[],
): Clause {
  return { id, heading: { zh: headings[0], en: headings[1] }, body: { zh: zh.join('\n'), en: en.join('\n') } };
}
