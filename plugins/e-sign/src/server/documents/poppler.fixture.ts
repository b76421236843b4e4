import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Runs one of poppler's programs (Debian package poppler-utils) on a PDF, in a folder of its own that goes afterwards. */
function poppler<R>(bytes: Uint8Array, run: (file: string, folder: string) => R): R {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poppler-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    return run(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a reader that is not ours finds in the pages. */
export function textOfPdf(bytes: Uint8Array): string {
  return poppler(bytes, (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));
}

export interface PlacedWord {
  readonly text: string;
  /** Points from the left and the top of the first page. */
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** The words of the first page and where they stand. */
export function placedWords(bytes: Uint8Array): PlacedWord[] {
  const html = poppler(bytes, (file) =>
    execFileSync('pdftotext', ['-bbox', '-l', '1', file, '-'], { encoding: 'utf8' }),
  );
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;
  return [...html.matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
    text,
    box: [Number(left), Number(top), Number(right), Number(bottom)],
  }));
}

/** What `pdfsig` says about the signatures. */
export function pdfsig(bytes: Uint8Array): string {
  return poppler(bytes, (file) => execFileSync('pdfsig', [file], { encoding: 'utf8' }));
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 0 is black. */
  readonly grey: Uint8Array;
}

/** Pages as pictures in grey. */
export function picturesOf(bytes: Uint8Array, dotsPerInch: number): Picture[] {
  return poppler(bytes, (file, folder) => {
    execFileSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), file, path.join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return pages.sort().map((name) => greyPicture(readFileSync(path.join(folder, name))));
  });
}

/** PGM (netpbm, binary): a header of four words, then the pixels. */
function greyPicture(pgm: Buffer): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 64));
  if (header === null) throw new Error('no picture in grey');
  return { width: Number(header[1]), height: Number(header[2]), grey: pgm.subarray(header[0].length) };
}
