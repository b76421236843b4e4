import type { Fen, Text2 } from '@linggong/core/domain';

export const limitSubjects = ['worker', 'enterprise', 'kind-of-work'] as const;
export type LimitSubject = (typeof limitSubjects)[number];
export const limitWindows = ['line', 'day', 'month', 'year'] as const;
export type LimitWindow = (typeof limitWindows)[number];

/** A limit as it holds for the payments of one kind of work of an enterprise. */
export interface ApplyingLimit {
  /** Kind of work (scenario) of the payments. */
  readonly kindOfWork: string;
  readonly subject: LimitSubject;
  readonly window: LimitWindow;
  readonly maxFen: Fen | null;
  readonly maxCount: number | null;
  readonly name: Text2;
}

/** Orders side by side, as arrays: whom they pay, for which kind of work, how much. */
export interface LimitedOrders {
  readonly workerIds: readonly number[];
  readonly kindsOfWork: readonly string[];
  readonly fen: readonly Fen[];
}
