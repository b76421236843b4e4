import PDFDocument, { type EmbeddedFont, type ParsedFont } from 'pdfmake/js/PDFDocument';
import { page } from './paper-style';

/** A font that was parsed once: its glyphs, and how words it has met are laid out. Lives as long as the thread. */
interface SharedFont {
  readonly Face: new (document: PDFDocument, parsed: ParsedFont, id: string) => EmbeddedFont;
  readonly parsed: ParsedFont;
  layouts: Record<string, unknown>;
  papers: number;
}

/** Words of this many papers are kept; then the store is begun anew, since names would fill it for ever. */
const papersTogether = 200;

/** Fonts that every paper of a thread shares. Parsing one costs more than printing a paper with it. */
export type FontShelf = Map<string, SharedFont>;

/**
 * pdfmake's document with two changes: a parsed font and the layout of words serve all papers, which halves the time of a
 * paper; and it never reads a file or an address by itself.
 */
export class PaperDocument extends PDFDocument {
  private readonly provided = new Map<string, EmbeddedFont>();

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
    // A rare font has one face.
    const key = family === 'F0' ? `${family}.${this.getFontType(bold, italics)}` : family;
    const known = this.provided.get(key);
    if (known !== undefined) return known;
    const shared = this.shelf.get(key);
    const font = shared === undefined ? this.parse(key, family, bold) : this.reuse(key, shared);
    this.provided.set(key, font);
    return font;
  }

  private parse(key: string, family: string, bold: boolean): EmbeddedFont {
    const font = super.provideFont(family, bold, false);
    const Face = font.constructor as SharedFont['Face'];
    this.shelf.set(key, { Face, parsed: font.font, layouts: font.layoutCache, papers: 1 });
    return font;
  }

  /** What pdfkit does for a font file, without reading the file again. */
  private reuse(key: string, shared: SharedFont): EmbeddedFont {
    shared.papers += 1;
    if (shared.papers % papersTogether === 0) shared.layouts = Object.create(null) as Record<string, unknown>;
    this._fontCount += 1;
    const font = new shared.Face(this, shared.parsed, `F${this._fontCount}`);
    font.layoutCache = shared.layouts;
    this._fontFamilies[key] = font;
    return font;
  }
}
