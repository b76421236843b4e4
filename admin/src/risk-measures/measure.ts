import type { MeasureKind, MeasureList, MeasureSubject } from '@linggong/risk/domain';

/** A row of `/api/console/risk-measures`. */
export interface MeasureRow {
  id: number;
  number: string;
  caseId: number;
  caseNumber: string;
  kind: MeasureKind;
  subjectKind: MeasureSubject;
  subjectId: number;
  subjectNumber: string;
  lineLimitFen: number | null;
  monthLimitFen: number | null;
  list: MeasureList | null;
  endsOn: string | null;
  state: string;
  reason: string;
  takenBy: string;
  takenAt: string;
  liftedBy: string | null;
  liftReason: string | null;
  liftedAt: string | null;
  /** Where its button stands. */
  lift?: undefined;
}
