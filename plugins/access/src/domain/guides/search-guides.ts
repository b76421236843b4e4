import type { Guide } from './guide';

export interface FoundGuide {
  readonly guide: Guide;
  /** A line of its text that fits, without its marks; null where the title alone does, or nothing was typed. */
  readonly line: string | null;
}

/** Guides that hold every word that was typed, whatever its case; those whose title does come first. */
export function searchGuides(guides: readonly Guide[], typed: string, language: 'zh' | 'en'): FoundGuide[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const textOf = ({ steps, body }: Guide): string => [...steps[language], body[language]].join('\n');
  const fitting = guides.filter((guide) => holds(`${guide.title[language]}\n${textOf(guide)}`));
  const found = fitting.map((guide) => ({
    guide,
    line: words.length === 0 ? null : (lineWith(textOf(guide), words) ?? null),
  }));
  const named = ({ guide }: FoundGuide): boolean => holds(guide.title[language]);
  return [...found.filter(named), ...found.filter((one) => !named(one))];
}

function lineWith(text: string, words: readonly string[]): string | undefined {
  const lines = text.split('\n').map((line) => line.replace(/^[\s#>*-]+|^\s*\d+\.\s+/, '').replaceAll(/[*`]/g, ''));
  return lines.find((line) => words.some((word) => line.toLowerCase().includes(word)));
}
