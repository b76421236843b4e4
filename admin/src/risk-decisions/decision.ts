import type { DecisionAnswer, SubjectLimits } from '@linggong/risk/api';
import { featureNamed, type Moment, type Outcome } from '@linggong/risk/domain';
import { groupThousands } from '@linggong/core/domain';
import { moneyText } from '../parts/money-text';
import type { Wire } from '../parts/wire';

export type DecisionRecord = Wire<DecisionAnswer> & { id: string };
export type LimitsRecord = Wire<SubjectLimits>;

/** A row of `/api/console/risk-decisions`. */
export interface DecisionRow {
  id: number;
  at: string;
  moment: Moment;
  outcome: Outcome;
  score: number;
  subjectKind: string;
  subjectId: number;
  workerId: number | null;
  enterpriseId: number | null;
  versionId: number;
}

/** How a figure reads: what its unit is says the catalogue of features, and its name where it is a fact of the moment. */
export type Unit = 'count' | 'percent' | 'fen' | 'yes' | 'no' | 'text';

/** A value with the unit that it is shown in. */
export function shownValue(name: string, value: string | number | boolean): { unit: Unit; count: string } {
  if (typeof value === 'boolean') return { unit: value ? 'yes' : 'no', count: '' };
  if (typeof value === 'string') return { unit: 'text', count: value };
  const unit = featureNamed(name)?.unit ?? (/Fen([A-Z]|$)/.test(name) ? 'fen' : 'count');
  if (unit === 'yes-no') return { unit: value === 0 ? 'no' : 'yes', count: '' };
  if (unit === 'fen') return { unit, count: moneyText(value) };
  return { unit, count: groupThousands(value.toString()) };
}

/** What is left of a limit: in fen, never below nothing. */
export function leftOf(maxFen: number | null, usedFen: number): number | null {
  return maxFen === null ? null : Math.max(0, maxFen - usedFen);
}
