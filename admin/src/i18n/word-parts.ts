import { firstWords } from './first-words';

/** Messages of a language, or a part of them: texts at the ends of a tree of names. */
export interface Words {
  readonly [name: string]: string | Words;
}

export const parts = ['first', 'rest'] as const;
export type Part = (typeof parts)[number];

const patterns = firstWords.map((name) => name.split('.'));

/** Whether a word, by its dotted key, is of the first chunk of its language. */
export function isFirstWord(key: string): boolean {
  const steps = key.split('.');
  return patterns.some((pattern) => pattern.every((step, index) => step === '*' || step === steps[index]));
}

/** The words of one part, as a tree like the whole one. */
export function partOf(words: Words, part: Part, above = ''): Words {
  const kept: Record<string, string | Words> = {};
  for (const [name, below] of Object.entries(words)) {
    const key = `${above}${name}`;
    if (typeof below === 'string') {
      if (isFirstWord(key) === (part === 'first')) kept[name] = below;
      continue;
    }
    const found = partOf(below, part, `${key}.`);
    if (Object.keys(found).length > 0) kept[name] = found;
  }
  return kept;
}

/** Both trees in one; no key stands in both. */
export function together(one: Words, other: Words): Words {
  const all: Record<string, string | Words> = { ...one };
  for (const [name, below] of Object.entries(other)) {
    const known = all[name];
    all[name] = typeof known === 'object' && typeof below === 'object' ? together(known, below) : below;
  }
  return all;
}
