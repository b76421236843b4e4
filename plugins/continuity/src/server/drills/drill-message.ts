import type { Proof } from '../proof/prove';

/** What a drill is told: where to build, and what to build from. */
export interface DrillOrder {
  /** Empty or new; removed at the end, whatever the end is. */
  readonly scratch: string;
  readonly system: string;
  readonly code: string;
}

/** What came of it (演练报告). */
export interface DrillReport {
  readonly code: string;
  readonly method: 'base' | 'dump';
  readonly unpackSeconds: number;
  readonly recoverSeconds: number;
  readonly walFiles: number;
  /** The last transaction that the drill brought back. */
  readonly lastCommit: string | null;
  /** Private files that the restored database names, and those of them that the store does not hold. */
  readonly files: number;
  readonly filesMissing: number;
  readonly proof: Proof;
}

/** What the drill's process says on its way (database/src/drill-process.ts). */
export type DrillMessage =
  | { readonly kind: 'stage'; readonly stage: 'restore' | 'files' | 'proof' }
  | { readonly kind: 'done'; readonly report: DrillReport }
  | { readonly kind: 'failed'; readonly words: string };
