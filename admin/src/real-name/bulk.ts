import type { BulkCheck, BulkEstimate } from '@linggong/real-name/api';
import type { Wire } from '../parts/wire';

/** A bulk check as its list shows it. */
export interface BulkRow {
  id: number;
  state: string;
  total: number;
  open: number;
  matched: number;
  failed: number;
  unanswered: number;
  estimateFen: number;
  askedBy: string;
  reason: string;
  dueAt: string | null;
  createdAt: string;
  finishedAt: string | null;
}

export type BulkDetail = Wire<BulkCheck>;
export type Estimate = Wire<BulkEstimate>;

/** The conditions of a bulk check as they are typed; empty means everybody. */
export interface TypedFilter {
  realNameState: string;
  checkedBefore: string;
}

/** The filter as the API takes it. */
export function filterOf({ realNameState, checkedBefore }: TypedFilter): Record<string, unknown> {
  return {
    ...(realNameState === '' ? {} : { realNameStates: [realNameState] }),
    ...(checkedBefore === '' ? {} : { checkedBefore }),
  };
}
