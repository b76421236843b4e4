import type { RealNameCheck } from '@linggong/real-name/api';
import type { Wire } from '../parts/wire';
import { isRecord } from '../provider';

export type CheckRow = Wire<RealNameCheck>;

/** One call of one vendor, as the evidence keeps it. */
export interface CheckTry {
  provider: string;
  kind: string;
  code: string;
  requestId: string;
  costFen: number;
  elapsedMs: number;
}

/** The calls of a check in order; records from before vendors were asked in a chain have none. */
export function triesOf({ evidence }: CheckRow): CheckTry[] {
  const tries: unknown = evidence['tries'];
  if (!Array.isArray(tries)) return [];
  return tries.filter(isRecord).map((each) => {
    const text = (name: string): string => (typeof each[name] === 'string' ? each[name] : '');
    const count = (name: string): number => (typeof each[name] === 'number' ? each[name] : 0);
    return {
      provider: text('provider'),
      kind: text('kind'),
      code: text('code'),
      requestId: text('requestId'),
      costFen: count('costFen'),
      elapsedMs: count('elapsedMs'),
    };
  });
}
