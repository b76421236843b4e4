import { singleEntriesMax } from '@linggong/audit';
import type { Text2 } from '@linggong/core/domain';
import type { CaseSubject, NewCase } from '../../domain';
import { momentTexts } from '../../domain/decide';
import type { StoredDecision } from '../decisions/decision-rows';

const subjects: readonly string[] = [
  'worker',
  'enterprise',
  'task',
  'order',
  'settlement-batch',
] satisfies CaseSubject[];

/**
 * Cases of what was held or declined (R6.3), one a rule and subject, so that the outcome says what becomes of the rule. What is only for
 * review is seen by whoever reviews it; lines of batches become cases with the check of their batch.
 */
export function casesOfDecisions(decisions: readonly StoredDecision[]): NewCase[] {
  return decisions.filter(isStopped).flatMap(casesOf).slice(0, singleEntriesMax);
}

const isStopped = ({ outcome, moment, subjectKind }: StoredDecision): boolean =>
  (outcome === 'hold' || outcome === 'decline') && moment !== 'line' && subjects.includes(subjectKind);

function casesOf(decision: StoredDecision): NewCase[] {
  const { id, moment, outcome, subjectKind, subjectId, workerId, enterpriseId, versionId, hits } = decision;
  const title = titleOf(decision);
  return (hits.length > 0 ? hits : ['otherwise']).map((rule) => ({
    source: 'decision',
    rule: `${moment}.${rule}`,
    // `isStopped` asked.
    subject: { kind: subjectKind as CaseSubject, id: subjectId.toString() },
    enterpriseId: enterpriseId ?? undefined,
    workerId: workerId ?? undefined,
    severity: outcome === 'decline' ? 'high' : 'medium',
    title,
    facts: { decision: String(id ?? ''), versionId },
  }));
}

function titleOf({ moment, outcome }: StoredDecision): Text2 {
  const { zh, en } = momentTexts[moment];
  return outcome === 'decline'
    ? { zh: `${zh}被风控拒绝`, en: `${en}: declined by risk` }
    : { zh: `${zh}被风控挂起`, en: `${en}: held by risk` };
}

interface ListHit {
  readonly entryId: number;
  readonly moment: string;
  readonly subjectKind: 'worker' | 'enterprise';
  readonly subjectId: number;
}

/** A case of somebody on the deny or watch list who was registered, added a card or applied: one an entry and subject. */
export function caseOfListHit(
  { entryId, moment, subjectKind, subjectId }: ListHit,
  { number, kind }: { readonly number: string; readonly kind: string },
): NewCase {
  const isDenied = kind === 'deny';
  return {
    source: 'check',
    rule: `list.${kind}`,
    subject: { kind: subjectKind, id: subjectId },
    ...(subjectKind === 'worker' ? { workerId: subjectId } : { enterpriseId: subjectId }),
    severity: isDenied ? 'high' : 'medium',
    title: isDenied
      ? { zh: '禁止名单中的对象出现', en: 'Somebody on the deny list appeared' }
      : { zh: '关注名单中的对象出现', en: 'Somebody on the watch list appeared' },
    facts: { entryId, entry: number, moment },
    dedupeKey: `list.${kind}:${subjectKind}:${subjectId}:${entryId}`,
  };
}
