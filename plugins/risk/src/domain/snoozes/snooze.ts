import { addDays, type Day } from '@linggong/core/domain';
import { WATCH_RULE } from '../lists/list-entry';
import { lineRules } from '../line-table';

export const snoozeSubjectKinds = ['worker', 'enterprise'] as const;
export type SnoozeSubjectKind = (typeof snoozeSubjectKinds)[number];

/** Days after the first that a snooze (规则静默) may last: a rule that is wrong for good is changed instead. */
export const SNOOZE_DAYS_MAX = 92;

/** Rules that somebody can be let off: the rows of the table, and being on the watch list. */
export const skippableRules: readonly string[] = [...lineRules.map(({ id }) => id), WATCH_RULE];

/** Why a term is refused; undefined where it may stand. */
export function snoozeFault(endsOn: Day, today: Day): 'past' | 'far' | undefined {
  if (endsOn < today) return 'past';
  return endsOn > addDays(today, SNOOZE_DAYS_MAX) ? 'far' : undefined;
}
