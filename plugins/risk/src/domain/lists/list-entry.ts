import { addDays, type Day } from '@linggong/core/domain';

/** Lists (名单): deny stops, watch holds for a person to look, allow lets off the rules that it names. */
export const listKinds = ['deny', 'allow', 'watch'] as const;
export type ListKind = (typeof listKinds)[number];

/** By what somebody is listed. */
export const listSubjectKinds = ['identity', 'card', 'phone', 'uscc', 'address', 'device'] as const;
export type ListSubjectKind = (typeof listSubjectKinds)[number];

/** Whose word an entry stands on. */
export const listSources = ['platform', 'regulator', 'court', 'police', 'bank', 'complaint', 'other'] as const;
export type ListSource = (typeof listSources)[number];

export const listStates = ['proposed', 'in-force', 'ended', 'discarded'] as const;
export type ListState = (typeof listStates)[number];

/** The rule that a watch list stands for: it may be snoozed like a row of the table. */
export const WATCH_RULE = 'list-watch';

/** Somebody to be looked up; `key` as the entry keeps it: a blind index in hex, or a credit code. */
export interface ListKey {
  readonly subjectKind: ListSubjectKind;
  readonly key: string;
}

/** Longest time for which an entry may be dated; one that has no end is reviewed by its own rule. */
const YEARS_MAX_DAYS = 3_660;

/** Why a last day is refused; undefined where it may stand. Both days are of Asia/Shanghai. */
export function endFault(endsOn: Day | undefined, today: Day): 'past' | 'far' | undefined {
  if (endsOn === undefined) return undefined;
  if (endsOn < today) return 'past';
  return endsOn > addDays(today, YEARS_MAX_DAYS) ? 'far' : undefined;
}

/** Whether an entry or snooze still holds on a day. */
export function holdsOn(endsOn: Day | null, day: Day): boolean {
  return endsOn === null || endsOn >= day;
}
