import { createHash } from 'node:crypto';
import type { Paper } from '../documents/paper';
import type { Press } from '../documents/press-parts';
import { printPaper, type Print } from '../documents/print-paper';
import { printSlip } from '../documents/slips/print-slip';
import type { Slip } from '../documents/slips/slip';
import { verifySeal } from '../verification/verify-seal';
import type { SealKey } from './seal-key';
import { signPdf } from './sign-pdf';

export interface SealOrder {
  /** With its seal: what is printed of it stands on the page that it seals. */
  readonly paper: Paper;
  readonly key: SealKey;
  readonly at: Date;
  readonly timeStampUrl: string | undefined;
}

/** The same of a document of figures. */
export interface SlipOrder extends Omit<SealOrder, 'paper'> {
  readonly slip: Slip;
}

export interface SealedPaper {
  readonly ok: true;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly fileSha256: string;
  readonly signatureSha256: string;
  readonly level: 'B-B' | 'B-T';
}

export type SealResult =
  | SealedPaper
  | { readonly ok: false; readonly fault: 'unprintable'; readonly missing: readonly number[] }
  | { readonly ok: false; readonly fault: 'no-time-stamp' };

/**
 * Prints a paper and seals it, then checks the seal as a stranger would: what does not verify never leaves this function.
 * @throws Error where the own check fails
 */
export async function sealPaper(press: Press, { paper, ...order }: SealOrder): Promise<SealResult> {
  return sealPrint(await printPaper(press, paper), order);
}

/** @throws Error where the own check fails */
export async function sealSlip(press: Press, { slip, ...order }: SlipOrder): Promise<SealResult> {
  return sealPrint(await printSlip(press, slip), order);
}

async function sealPrint(printed: Print, { key, at, timeStampUrl }: Omit<SealOrder, 'paper'>): Promise<SealResult> {
  if (!printed.ok) return { ok: false, fault: 'unprintable', missing: printed.missing };
  const signed = await signOrNot(printed.bytes, key, at, timeStampUrl);
  if (signed === undefined) return { ok: false, fault: 'no-time-stamp' };
  const bytes = Buffer.from(signed.buffer, signed.byteOffset, signed.byteLength);
  const { verdict, signatureSha256, timeStamp } = verifySeal(bytes, new Set([key.fingerprint]));
  if (verdict !== 'intact' || signatureSha256 === undefined) throw new Error(`the seal just made is ${verdict}`);
  if (timeStampUrl !== undefined && timeStamp === undefined) return { ok: false, fault: 'no-time-stamp' };
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  return { ok: true, bytes, pages: printed.pages, fileSha256, signatureSha256, level: timeStamp ? 'B-T' : 'B-B' };
}

/** undefined where the time stamp authority gave no token; a seal that should have one is not made without. */
async function signOrNot(
  pdf: Uint8Array,
  key: SealKey,
  at: Date,
  timeStampUrl: string | undefined,
): Promise<Uint8Array | undefined> {
  try {
    return await signPdf(pdf, key, at, timeStampUrl);
  } catch (error) {
    if (error instanceof Error && error.name === 'TimestampError') return undefined;
    throw error;
  }
}
