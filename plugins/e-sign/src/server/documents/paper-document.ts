import PDFDocument, { type EmbeddedFont, type ParsedFont } from 'pdfmake/js/PDFDocument';
import { page } from './paper-style';

/** A font that was parsed once: its glyphs, and how words it has met are laid out. Lives as long as the thread. */
interface SharedFont {
  readonly parsed: ParsedFont;
  layouts: Record<string, unknown>;
  documents: number;
}

/** Words of this many papers are kept; then the store is begun anew, since names would fill it for ever. */
const documentsTogether = 200;

/** Fonts that every paper of a thread shares. Parsing one costs more than printing a paper with it. */
export type FontShelf = Map<string, SharedFont>;

/**
 * pdfmake's document with two changes: a parsed font and the layout of words serve all papers, which halves the time of a
 * paper; and it never reads a file or an address by itself.
 */
export class PaperDocument extends PDFDocument {
  private readonly provided = new Map<string, EmbeddedFont>();
  private readonly shared = new Set<EmbeddedFont>();

  constructor(
    private readonly shelf: FontShelf,
    fonts: object,
    info: Record<string, unknown>,
  ) {
    const options = {
      size: [page.width, page.height],
      pdfVersion: '1.7',
      compress: true,
      fontLayoutCache: true,
      autoFirstPage: false,
      font: null,
      lang: 'zh-CN',
      displayTitle: true,
      info,
    };
    super(fonts, {}, {}, {}, options, null, () => false);
  }

  override provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont {
    const key = `${family}.${this.getFontType(bold, italics)}`;
    const known = this.provided.get(key);
    if (known !== undefined) return known;
    const font = super.provideFont(family, bold, italics);
    this.provided.set(key, font);
    this.share(key, font);
    return font;
  }

  private share(key: string, font: EmbeddedFont): void {
    // Normal and bold of a rare font are one face: exchanging its subset again would lose the glyphs taken already.
    if (this.shared.has(font)) return;
    this.shared.add(font);
    const shared = this.shelf.get(key) ?? { parsed: font.font, layouts: font.layoutCache, documents: 0 };
    this.shelf.set(key, shared);
    shared.documents += 1;
    if (shared.documents % documentsTogether === 0) shared.layouts = Object.create(null) as Record<string, unknown>;
    font.font = shared.parsed;
    font.subset = shared.parsed.createSubset();
    font.layoutCache = shared.layouts;
  }
}
