import type { Paper } from '../documents/paper';
import type { Print } from '../documents/print-paper';
import type { SealOrder, SealResult, SlipOrder } from '../seal/seal-paper';

/**
 * Prints and seals papers (印制与封存), beside the main thread: a paper takes some 50 ms of a core, which requests and other jobs must
 * not wait for.
 */
export interface Mill {
  /** How many papers it works on at the same time. */
  readonly width: number;
  print(paper: Paper): Promise<Print>;
  seal(order: SealOrder): Promise<SealResult>;
  sealSlip(order: SlipOrder): Promise<SealResult>;
  /** The certificate (DER) of a PKCS #12 file. @throws Error for a wrong passphrase; the library that reads it lives in the threads */
  certificateOf(file: Uint8Array, passphrase: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The mill was closed before it came to an order: nothing is wrong with the paper. */
export class MillClosed extends Error {}

export type MillOrder =
  | { readonly act: 'print'; readonly paper: Paper }
  | ({ readonly act: 'seal' } & SealOrder)
  | ({ readonly act: 'seal-slip' } & SlipOrder)
  | { readonly act: 'open-p12'; readonly file: Uint8Array; readonly passphrase: string };

export type MillResult = Print | SealResult | { readonly ok: true; readonly bytes: Uint8Array };
