import { fontRuns } from '../../domain';
import { linesOf, type Line } from './lines';
import type { Node, Setting } from './paper-node';
import { indent, styles, textWidth } from './paper-style';
import type { Press } from './press-parts';

/** Paragraphs kept for the next papers: those of some templates; when names have filled the store it is begun anew. */
const paragraphsMax = 2_000;

/** Running text is broken into lines here; a paragraph with characters of a rare font is left to pdfmake. */
export function paragraphs({ advance, covers, paragraphs: kept }: Press): Setting {
  const [main] = covers;
  return (text, language) => {
    const key = `${language}${text}`;
    let lines = kept.get(key);
    if (lines === undefined) {
      if (main === undefined || fontRuns(text, [main]).missing.length > 0)
        return { text, style: language, leadingIndent: columns[language].indent };
      lines = linesOf(text, advance, columns[language]);
      if (kept.size >= paragraphsMax) kept.clear();
      kept.set(key, lines);
    }
    return {
      stack: lines.map((line, place) => lineNode(line, place === 0 ? columns[language].indent : 0)),
      style: language,
      isSet: true,
    };
  };
}

const columns = {
  zh: { width: textWidth, fontSize: styles.zh.fontSize, indent, justified: true },
  en: { width: textWidth, fontSize: styles.en.fontSize, indent: 0, justified: false },
} as const;

/** A node for each line: within one node pdfmake ends no line that must not be wrapped. */
function lineNode({ text, spacing }: Line, leadingIndent: number): Node {
  return {
    text,
    noWrap: true,
    ...(spacing > 0 && { characterSpacing: spacing }),
    ...(leadingIndent > 0 && { leadingIndent }),
  };
}
