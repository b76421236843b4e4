import type { MeasureAnswer, RiskBoard, RiskCard, RiskCaseAnswer } from '@linggong/risk/api';
import type { CaseOutcome, CaseSource, CaseState, CaseSubject, Severity } from '@linggong/risk/domain';
import type { Text2 } from '../parts/text2';
import type { Wire } from '../parts/wire';

export type CaseRecord = Wire<RiskCaseAnswer>;
export type MeasureRecord = Wire<MeasureAnswer>;
export type BoardRecord = Wire<RiskBoard>;
export type CardRecord = Wire<RiskCard>;

/** A row of `/api/console/risk-cases`. */
export interface CaseRow {
  id: number;
  number: string;
  title: Text2;
  severity: Severity;
  state: CaseState;
  source: CaseSource;
  rule: string;
  subjectKind: CaseSubject;
  subjectId: string;
  subjectLabel: string;
  owner: number | null;
  ownerName: string | null;
  openedAt: string;
  dueAt: string;
  timesSeen: number;
  outcome: CaseOutcome | null;
  closedAt: string | null;
}

/** Actions of a case that take no more than a reason. */
const plain = ['take', 'put-back', 'wait', 'resume', 'reopen'] as const;
export type PlainAction = (typeof plain)[number];

/** What of it is offered: nobody takes over from himself, and what he may not handle is not shown to him. */
export function plainActions(
  { allowed, owner, state }: Pick<CaseRecord, 'allowed' | 'owner' | 'state'>,
  me: number | undefined,
): PlainAction[] {
  const isMine = state !== 'open' && owner !== null && owner === me;
  return plain.filter((action) => allowed.includes(action) && !(action === 'take' && isMine));
}

/** Worker or enterprise that a measure may be taken on: the one that the case is about first, then who stands beside. */
export function measureTargets({
  subjectKind,
  workerId,
  enterpriseId,
}: Pick<CaseRecord, 'subjectKind' | 'workerId' | 'enterpriseId'>): { kind: 'worker' | 'enterprise'; id: number }[] {
  const worker = workerId === null ? [] : [{ kind: 'worker' as const, id: workerId }];
  const enterprise = enterpriseId === null ? [] : [{ kind: 'enterprise' as const, id: enterpriseId }];
  return subjectKind === 'enterprise' ? [...enterprise, ...worker] : [...worker, ...enterprise];
}

/** Is a task still open after its last day? */
export function isOverdue(
  { dueOn, doneAt }: Pick<CaseRecord['tasks'][number], 'dueOn' | 'doneAt'>,
  day: string,
): boolean {
  return doneAt === null && dueOn !== null && dueOn < day;
}
