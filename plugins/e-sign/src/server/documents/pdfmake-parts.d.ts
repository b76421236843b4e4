/** The parts of pdfmake that a paper is made with; it ships no types. */
declare module 'pdfmake/js/PDFDocument' {
  export interface EmbeddedFont {
    font: ParsedFont;
    layoutCache: Record<string, unknown>;
  }
  export interface ParsedFont {
    readonly postscriptName: string;
  }
  interface Reference {
    end(content?: Uint8Array): void;
  }
  export default class PDFDocument {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualfs: null,
      localAccessPolicy: (path: string) => boolean,
    );
    page: { xobjects: Record<string, Reference> };
    _fontCount: number;
    _fontFamilies: Record<string, EmbeddedFont>;
    on(event: 'pageAdded', listener: () => void): this;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): void;
    ref(dictionary: object): Reference;
    addContent(operators: string): this;
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
    getFontType(bold: boolean, italics: boolean): string;
  }
}

declare module 'pdfmake/js/LayoutBuilder' {
  import type PDFDocument from 'pdfmake/js/PDFDocument';

  export default class LayoutBuilder {
    constructor(pageSize: object, pageMargins: object, svgMeasure: object);
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: unknown,
      document: PDFDocument,
      styles: object,
      defaultStyle: object,
      background: undefined,
      header: unknown,
      footer: unknown,
      watermark: undefined,
      pageBreakBefore: undefined,
    ): unknown[];
  }
}

declare module 'pdfmake/js/Renderer' {
  import type PDFDocument from 'pdfmake/js/PDFDocument';

  export default class Renderer {
    constructor(document: PDFDocument);
    renderPages(pages: unknown[]): void;
  }
}

declare module 'pdfmake/js/SVGMeasure' {
  const SVGMeasure: new () => object;
  export default SVGMeasure;
}

declare module 'fontkit' {
  export interface Font {
    readonly characterSet: number[];
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
  }
  export function create(bytes: Uint8Array): Font;
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
