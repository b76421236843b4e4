import { create, type Font } from 'fontkit';
import type { Covers } from '../../domain';
import { fontDescriptors, type FontFiles } from './fonts';
import type { Press } from './press-parts';

/** Loads the fonts of a thread: some 20 MB, and half a second until the first paper. */
export function openPress(files: FontFiles): Press {
  const fonts = fontDescriptors(files);
  const faces = Object.values(fonts).map(({ normal }) => create(normal));
  const [main] = faces;
  if (main === undefined) throw new Error('there is no font to print with');
  return { fonts, covers: faces.map(coverageOf), advance: advanceOf(main), paragraphs: new Map(), shelf: new Map() };
}

/** Characters that a font has a glyph for; layout characters, which print nothing, are not among them. */
function coverageOf(font: Font): Covers {
  const characters = new Set(font.characterSet);
  return (codePoint) => characters.has(codePoint) && font.hasGlyphForCodePoint(codePoint);
}

/** Widths by character, each asked of the font once. */
function advanceOf(font: Font): (codePoint: number) => number {
  const known = new Map<number, number>();
  return (codePoint) => {
    const width = known.get(codePoint) ?? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
    known.set(codePoint, width);
    return width;
  };
}
