/** A font can print a character, or not. */
export type Covers = (codePoint: number) => boolean;

/** Text in one font; `font` is its place in the list of fonts. */
export interface FontRun {
  readonly text: string;
  readonly font: number;
}

/**
 * Splits a text into runs, each in the first font that has its characters. `missing` names the code points that no font has:
 * such a text is not printed, since a PDF writer leaves unknown characters out without a word (𠮷 in a name, say).
 */
export function fontRuns(text: string, fonts: readonly Covers[]): { runs: FontRun[]; missing: number[] } {
  const runs: FontRun[] = [];
  const missing = new Set<number>();
  let open = { text: '', font: 0 };
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    // Line ends are layout, not glyphs.
    const font = character === '\n' ? open.font : fonts.findIndex((covers) => covers(codePoint));
    if (font < 0) missing.add(codePoint);
    else if (font === open.font) open.text += character;
    else {
      if (open.text !== '') runs.push(open);
      open = { text: character, font };
    }
  }
  if (open.text !== '') runs.push(open);
  return { runs, missing: [...missing].sort((one, other) => one - other) };
}

/** `U+20BB7`: names a character without repeating it. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
