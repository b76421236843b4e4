import type { Paper } from '../documents/paper';
import type { Print } from '../documents/print-paper';
import type { SealOrder, SealResult } from '../seal/seal-paper';

/**
 * Prints and seals papers (印制与封存), beside the main thread: a paper takes some 50 ms of a core, which requests and other jobs must
 * not wait for.
 */
export interface Mill {
  /** How many papers it works on at the same time. */
  readonly width: number;
  print(paper: Paper): Promise<Print>;
  seal(order: SealOrder): Promise<SealResult>;
  close(): Promise<void>;
}

export type MillOrder = { readonly act: 'print'; readonly paper: Paper } | ({ readonly act: 'seal' } & SealOrder);
