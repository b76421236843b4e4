import jsQR from 'jsqr';
import { contractKinds, renderContract } from '../../domain';
import { fontFiles } from './fonts';
import { paperOf } from './paper.fixture';
import { picturesOf, placedWords, textOfPdf, type Picture } from './poppler.fixture';
import { openPress } from './press';
import { printPaper } from './print-paper';

const press = openPress(fontFiles([]));

async function printed(paper: ReturnType<typeof paperOf>): Promise<{ bytes: Uint8Array; pages: number }> {
  const print = await printPaper(press, paper);
  if (!print.ok) throw new Error(`not printed: ${print.missing.join()}`);
  return print;
}

/** Only what carries meaning: lines of a page break where the text does not. */
const dense = (text: string): string => text.normalize('NFKC').replace(/[\s：:]/gu, '');

/** The right upper corner of a page, as the decoder wants it: four bytes a pixel. */
function cornerOf({ width, grey }: Picture): { colours: Uint8ClampedArray; side: number } {
  const side = Math.round(width / 4);
  const colours = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const level = grey[y * width + width - side + x] ?? 255;
      colours.set([level, level, level, 255], (y * side + x) * 4);
    }
  return { colours, side };
}

describe.each(contractKinds)('the paper of %s', (kind) => {
  const paper = paperOf(kind);

  it('has every character of the text that was consented to, in both languages', async () => {
    const { bytes } = await printed(paper);
    const onPaper = dense(textOfPdf(bytes));
    const text = renderContract(paper.template, paper.values);
    const lines = text.split('\n').filter((line) => /\p{L}/u.test(line));
    expect(lines.length).toBeGreaterThan(40);
    // A line of the text may go over a page's end, whose foot and head then stand between: its parts are looked for.
    const missing = lines
      .flatMap((line) => dense(line).match(/.{1,14}/gu) ?? [])
      .filter((part) => !onPaper.includes(part));
    expect(missing.length).toBeLessThan(lines.length * 0.1);
    const characters = new Set([...onPaper]);
    expect([...new Set(dense(text))].filter((one) => !characters.has(one))).toEqual([]);
  });

  it('numbers its pages, and names contract, version and digest of the text on each', async () => {
    const { bytes, pages } = await printed(paper);
    const texts = textOfPdf(bytes).split('\f').slice(0, -1);
    expect(texts).toHaveLength(pages);
    for (const [index, text] of texts.entries()) {
      expect(text).toContain(`第 ${index + 1} 页，共 ${pages} 页`);
      for (const fact of [paper.number, `${paper.template.code} v1`, paper.textSha256]) expect(text).toContain(fact);
    }
  });

  it('has a QR code on each page that holds the address and nothing else', async () => {
    const { bytes, pages } = await printed(paper);
    const pictures = picturesOf(bytes, 120);
    expect(pictures).toHaveLength(pages);
    for (const picture of pictures) {
      const { colours, side } = cornerOf(picture);
      expect(jsQR(colours, side, side, { inversionAttempts: 'dontInvert' })?.data).toBe(paper.address);
    }
  });

  it('is the same file for the same facts', async () => {
    const again = await printPaper(openPress(fontFiles([])), paper);
    if (!again.ok) throw new Error('not printed');
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from((await printed(paper)).bytes))).toBe(0);
  });
});

describe('rare characters of names', () => {
  // 通用规范汉字表 beyond the basic block, CJK Extension A, and two of Extension B that Noto Sans SC does not have.
  const rare = ['𬭎', '𫖮', '㛃', '䶮', '𬍛', '𫄨', '㮾', '䲟', '𬬭', '𠮷', '𨨏'];
  let bytes: Uint8Array;
  beforeAll(async () => {
    const { template } = paperOf('tax-agency');
    // A row each, and one with a character that has width and no ink.
    const rows = [...rare, '\u3000'].map((character, index) => `第${index}人：张${character}王`).join('\n');
    const preamble = { zh: rows, en: template.preamble.en };
    ({ bytes } = await printed(paperOf('tax-agency', { template: { ...template, preamble } })));
  });

  it.each(rare)('%s can be read back', (character) => {
    expect(dense(textOfPdf(bytes))).toContain(dense(`张${character}王`));
  });

  it('leave no empty place', () => {
    const dotsPerInch = 200;
    const [picture] = picturesOf(bytes, dotsPerInch);
    const words = placedWords(bytes);
    const ink = (character: string): number => {
      const word = words.find(
        ({ text }) => text.includes(`张${character}王`) || (character === '\u3000' && text === '张'),
      );
      if (picture === undefined || word === undefined) throw new Error('not on the page');
      const [left, top, right, bottom] = word.box.map((points) => (points / 72) * dotsPerInch) as [
        number,
        number,
        number,
        number,
      ];
      // Of three characters the middle one; of a single 张, the place behind it.
      const width = character === '\u3000' ? right - left : (right - left) / 3;
      let dark = 0;
      for (let y = Math.round(top); y < bottom; y += 1)
        for (let x = Math.round(left + width * 1.05); x < left + width * 1.95; x += 1)
          dark += 255 - (picture.grey[y * picture.width + x] ?? 255);
      return Math.round(dark / 255);
    };
    expect(ink('\u3000')).toBe(0);
    for (const character of rare) expect([character, ink(character) > 60]).toEqual([character, true]);
  });

  it('are refused by their code points where no font has them', async () => {
    const print = await printPaper(press, paperOf('worker-service', { name: '张\u{31350}' }));
    expect(print).toEqual({ ok: false, missing: [0x31350] });
  });
});

describe('what stands on the page', () => {
  it('says that nothing is signed or sealed where nothing is', async () => {
    const { bytes } = await printed(paperOf('tax-agency', { signatures: [] }));
    const text = textOfPdf(bytes);
    expect(text).toContain('尚未签署');
    expect(text).toContain('NOT SEALED');
    expect(text).toContain('（签字）');
  });

  it('prints the evidence of an e-signature service', async () => {
    const signature = {
      method: 'provider',
      at: new Date('2026-11-22T03:00:00Z'),
      provider: 'esign-cn',
      certificateSerial: '4F2211AB',
      timeStamp: new Date('2026-11-22T03:00:01Z'),
      fileSha256: 'ab'.repeat(32),
    };
    const { bytes } = await printed(paperOf('worker-service', { signatures: [signature] }));
    const text = textOfPdf(bytes);
    for (const fact of ['e签宝', '4F2211AB', '2026-11-22 11:00:01', 'ab'.repeat(32)]) expect(text).toContain(fact);
  });
});
