import type { GuideName } from './guide-names';

/** A guide as it is read and searched. */
export interface GuideText {
  readonly name: GuideName;
  /** Its first heading. */
  readonly title: string;
  /** The Markdown below it. */
  readonly body: string;
}

/** A guide begins with its one heading of the first rank. */
export function guideText(name: GuideName, markdown: string): GuideText {
  const [first = '', ...rest] = markdown.trimStart().split('\n');
  return { name, title: first.replace(/^# +/, '').trim(), body: rest.join('\n').trim() };
}

export interface Found {
  readonly guide: GuideText;
  /** A line of the guide that fits, without its marks; undefined where the title alone does. */
  readonly line: string | undefined;
}

/** Guides that hold every word that was typed, whatever its case; those whose title does come first. */
export function searchGuides(guides: readonly GuideText[], typed: string): Found[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const fitting = guides.filter(({ title, body }) => holds(`${title}\n${body}`));
  const found = fitting.map((guide): Found => {
    const line = words.length === 0 ? undefined : lineWith(guide.body, words);
    return { guide, line };
  });
  return [...found.filter(({ guide }) => holds(guide.title)), ...found.filter(({ guide }) => !holds(guide.title))];
}

function lineWith(body: string, words: readonly string[]): string | undefined {
  const lines = body.split('\n').map((line) => line.replace(/^[\s#>*-]+|^\s*\d+\.\s+/, '').replaceAll(/[*`]/g, ''));
  return lines.find((line) => words.some((word) => line.toLowerCase().includes(word)));
}
