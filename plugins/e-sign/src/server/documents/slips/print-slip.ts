import LayoutBuilder from 'pdfmake/js/LayoutBuilder';
import Renderer from 'pdfmake/js/Renderer';
import SVGMeasure from 'pdfmake/js/SVGMeasure';
import { PaperDocument } from '../paper-document';
import type { Node } from '../paper-node';
import { defaultStyle, page, styles } from '../paper-style';
import type { Press } from '../press-parts';
import type { Print } from '../print-paper';
import { bytesOf, withFonts } from '../set-text';
import { shanghaiTime } from '../shanghai-time';
import type { Slip } from './slip';
import { slipMark } from './slip-mark';
import { sheetsOf, slipMargins as margins } from './slip-text';

/** Prints a slip as PDF 1.7 whose text can be selected. The same slip gives the same bytes. */
export async function printSlip(press: Press, slip: Slip): Promise<Print> {
  const missing = new Set<number>();
  const content = withFonts(sheetsOf(slip), press.covers, missing);
  withFonts(footer(slip, 1, 1), press.covers, missing);
  if (missing.size > 0) return { ok: false, missing: [...missing] };
  const { title, number, madeAt } = slip;
  const document = new PaperDocument(press.shelf, press.fonts, {
    Title: `${title.zh} ${number}`,
    Subject: title.en,
    Keywords: slipMark,
    Producer: 'Linggong',
    Creator: 'Linggong',
    CreationDate: madeAt,
    ModDate: madeAt,
  });
  const builder = new LayoutBuilder(page, margins, new SVGMeasure());
  const foot = (current: number, count: number): Node => footer(slip, current, count);
  const pages = builder.layoutDocument(
    content,
    document,
    styles,
    defaultStyle,
    undefined,
    undefined,
    foot,
    undefined,
    undefined,
  );
  new Renderer(document).renderPages(pages);
  return { ok: true, bytes: await bytesOf(document), pages: pages.length };
}

function footer({ title, number, madeAt }: Slip, current: number, count: number): Node {
  const line = { style: 'furniture', noWrap: true };
  return {
    columns: [
      { ...line, width: '*', text: `${title.zh} ${number}\u3000制单 Made ${shanghaiTime(madeAt)}` },
      { ...line, width: 110, alignment: 'right', text: `第 ${current} 页，共 ${count} 页\u3000${current}/${count}` },
    ],
    margin: [margins.left, 14, margins.right, 0],
  };
}
