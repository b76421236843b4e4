import { existsSync, readFileSync } from 'node:fs';

/**
 * Where the characters come from, in this order: Noto Sans SC (its TTFs, the npm package that ships them; all of 通用规范汉字表 with
 * its 199 rare characters beyond the basic block, and CJK Extension A), then fonts for still rarer characters of names that
 * an installation adds. Debian's `fonts-hanazono` (HanaMinB: Extensions B to F) is taken where it is installed.
 */
export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
  readonly rare: readonly string[];
}

const rareByDefault = '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf';

/**
 * @param configured paths of further TrueType fonts for rare characters
 * @throws Error where a configured font is not there: names would be refused for a slip in a path
 */
export function fontFiles(configured: readonly string[]): FontFiles {
  const missing = configured.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`CONTRACT_FONTS: there is no font at ${missing}`);
  const found = existsSync(rareByDefault) && !configured.includes(rareByDefault) ? [rareByDefault] : [];
  return {
    regular: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
    rare: [...configured, ...found],
  };
}

/** Font files in memory as pdfmake takes them: family `F0` in regular and bold, then one family a rare font. */
export function fontDescriptors({ regular, bold, rare }: FontFiles): Record<string, { normal: Buffer; bold: Buffer }> {
  const families: Record<string, { normal: Buffer; bold: Buffer }> = {
    F0: { normal: readFileSync(regular), bold: readFileSync(bold) },
  };
  for (const [index, file] of rare.entries()) {
    const bytes = readFileSync(file);
    families[`F${index + 1}`] = { normal: bytes, bold: bytes };
  }
  return families;
}
