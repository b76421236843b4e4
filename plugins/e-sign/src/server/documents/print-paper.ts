import LayoutBuilder from 'pdfmake/js/LayoutBuilder';
import Renderer from 'pdfmake/js/Renderer';
import SVGMeasure from 'pdfmake/js/SVGMeasure';
import { PaperDocument } from './paper-document';
import type { Paper } from './paper';
import { paragraphs } from './paragraph';
import { footer, header } from './paper-furniture';
import { defaultStyle, margins, page, styles } from './paper-style';
import type { Node } from './paper-node';
import { textOf } from './paper-text';
import type { Press } from './press-parts';
import { markPages } from './qr-mark';
import { bytesOf, withFonts } from './set-text';
import { signaturePage } from './signature-page';

export type Print =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly pages: number }
  /** Code points of characters that no font has; nothing was printed. */
  | { readonly ok: false; readonly missing: readonly number[] };

/** Prints a paper as PDF 1.7. The same paper gives the same bytes. */
export async function printPaper(press: Press, paper: Paper): Promise<Print> {
  const missing = new Set<number>();
  const inFonts = (node: Node): Node => withFonts(node, press.covers, missing);
  const set = paragraphs(press);
  const content = inFonts([...textOf(paper, 'zh', set), ...textOf(paper, 'en', set), ...signaturePage(paper)]);
  const head = inFonts(header(paper));
  inFonts(footer(paper, 1, 1));
  if (missing.size > 0) return { ok: false, missing: [...missing] };
  const document = new PaperDocument(press.shelf, press.fonts, infoOf(paper));
  markPages(document, paper.address);
  const builder = new LayoutBuilder(page, margins, new SVGMeasure());
  const foot = (current: number, count: number): Node => footer(paper, current, count);
  const pages = builder.layoutDocument(
    content,
    document,
    styles,
    defaultStyle,
    undefined,
    () => structuredClone(head),
    foot,
    undefined,
    undefined,
  );
  new Renderer(document).renderPages(pages);
  return { ok: true, bytes: await bytesOf(document), pages: pages.length };
}

/** Dates are facts of the contract, so that the same facts give the same bytes. No name: the file's properties are not sealed in. */
function infoOf({ number, template, datedAt }: Paper): Record<string, unknown> {
  return {
    Title: `${template.title.zh} ${number}`,
    Subject: template.title.en,
    Producer: 'Linggong',
    Creator: 'Linggong',
    CreationDate: datedAt,
    ModDate: datedAt,
  };
}
