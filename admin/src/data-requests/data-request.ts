import type { DataRequestAnswer } from '@linggong/vault/api';
import { requestLifecycle, type RequestKind, type RequestState } from '@linggong/vault/domain';

/** A row of `/api/console/data-requests`. */
export interface RequestRow {
  id: number;
  number: string;
  workerId: number;
  workerNumber: string;
  workerName: string;
  kind: RequestKind;
  channel: 'self' | 'service';
  state: RequestState;
  receivedAt: string;
  dueOn: string;
  endedAt: string | null;
  /** Of somebody who has left: when the last legal term ends that holds him, as far as it is known. */
  keepsUntil: string | null;
}

/** Its detail. */
export type RequestRecord = RequestRow & DataRequestAnswer;

export type RequestStep = 'start' | 'extend' | 'answer' | 'refuse';

/** What may be done in a state; a request is extended once, and a copy is made by itself. */
export function stepsOfRequest({ state, extensionReason, kind }: RequestRecord): RequestStep[] {
  const may = (action: 'start' | 'answer' | 'refuse'): boolean =>
    requestLifecycle.transitions[action].from.some((from) => from === state);
  if (!may('refuse')) return [];
  return [
    ...(may('start') && kind !== 'copy' ? (['start'] as const) : []),
    ...(extensionReason === null ? (['extend'] as const) : []),
    'refuse',
    ...(kind === 'copy' ? [] : (['answer'] as const)),
  ];
}
