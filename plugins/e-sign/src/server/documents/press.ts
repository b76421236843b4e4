import { create } from 'fontkit';
import type { Covers } from '../../domain';
import { fontDescriptors, type FontFiles } from './fonts';
import type { Press } from './print-paper';

/** Loads the fonts of a thread: some 20 MB, and half a second until the first paper. */
export function openPress(files: FontFiles): Press {
  const fonts = fontDescriptors(files);
  return { fonts, covers: Object.values(fonts).map(({ normal }) => coverageOf(normal)), shelf: new Map() };
}

/** Characters that a font has a glyph for; layout characters, which print nothing, are not among them. */
function coverageOf(bytes: Buffer): Covers {
  const font = create(bytes);
  const characters = new Set(font.characterSet);
  return (codePoint) => characters.has(codePoint) && font.hasGlyphForCodePoint(codePoint);
}
