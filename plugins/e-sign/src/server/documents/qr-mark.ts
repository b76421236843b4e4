import { create } from 'qrcode';
import type { PaperDocument } from './paper-document';
import { margins, page } from './paper-style';

/** Side of the printed code in points (18 mm): the modules of a 100-character address are half a millimetre. */
export const qrSide = 51;

const place = { x: page.width - margins.right - qrSide, y: 22 };

/** Prints the QR code of an address on every page: drawn once as a form, then named by each page. */
export function markPages(document: PaperDocument, address: string): void {
  const { path, size } = darkModules(address);
  const form = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, size, size],
    Resources: {},
  });
  form.end(Buffer.from(path));
  const scale = (qrSide / size).toFixed(5);
  document.on('pageAdded', () => {
    document.page.xobjects['Qr'] = form;
    // pdfkit has turned the page over: y runs down, and so do the rows of the form.
    document.addContent(`q ${scale} 0 0 ${scale} ${place.x.toFixed(2)} ${place.y.toFixed(2)} cm /Qr Do Q`);
  });
}

/** The dark modules as one path, a rectangle for each run of a row; rows from the top. */
function darkModules(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const parts: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let end = column;
      while (end < size && modules.get(row, end)) end += 1;
      if (end > column) parts.push(`${column} ${row} ${end - column} 1 re`);
      column = end;
    }
  }
  return { path: `0 g\n${parts.join('\n')}\nf`, size };
}
