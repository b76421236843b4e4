import LayoutBuilder from 'pdfmake/js/LayoutBuilder';
import Renderer from 'pdfmake/js/Renderer';
import SVGMeasure from 'pdfmake/js/SVGMeasure';
import { fontRuns, type Covers } from '../../domain';
import { PaperDocument } from './paper-document';
import type { Paper } from './paper';
import { paragraphs } from './paragraph';
import { footer, header } from './paper-furniture';
import { defaultStyle, margins, page, styles } from './paper-style';
import type { Node } from './paper-node';
import { textOf } from './paper-text';
import type { Press } from './press-parts';
import { markPages } from './qr-mark';
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

/** Gives each text the fonts that have its characters; the first font needs no word. */
function withFonts(node: Node, covers: readonly Covers[], missing: Set<number>): Node {
  if (typeof node === 'string') {
    const runs = runsOf(node, covers, missing);
    return typeof runs === 'string' ? runs : { text: runs };
  }
  if (Array.isArray(node)) return node.map((one: Node) => withFonts(one, covers, missing));
  const given = node as Readonly<Record<string, unknown>>;
  // Paragraphs were looked at when they were set.
  if (given['isSet'] === true) return node;
  const changed: Record<string, unknown> = { ...given };
  for (const key of ['text', 'stack', 'columns'] as const) {
    const inner = given[key] as Node | undefined;
    if (inner === undefined) continue;
    changed[key] = typeof inner === 'string' ? runsOf(inner, covers, missing) : withFonts(inner, covers, missing);
  }
  const table = given['table'] as { body: Node[][] } | undefined;
  if (table) changed['table'] = { ...table, body: withFonts(table.body as Node, covers, missing) };
  return changed;
}

function runsOf(text: string, covers: readonly Covers[], missing: Set<number>): Node {
  const found = fontRuns(text, covers);
  for (const codePoint of found.missing) missing.add(codePoint);
  if (found.runs.every(({ font }) => font === 0)) return text;
  return found.runs.map((run) => (run.font === 0 ? { text: run.text } : { text: run.text, font: `F${run.font}` }));
}

function bytesOf(document: PaperDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}
