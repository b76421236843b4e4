import type { Verdict } from '../../domain/decide';
import type { Facts } from './decide';

/** In the snapshot of a decision: the class (企业等级) that alone held what the table let through (审核深度, R6.2). */
export const HELD_BY_CLASS = 'heldByClass';

/** The verdict of a table as the class in its snapshot made it: a hold, with that for a reason. */
export function verdictThen(verdict: Verdict, input: Facts): Verdict {
  const name = input[HELD_BY_CLASS];
  if (name === undefined) return verdict;
  const reason = {
    zh: `企业等级为 ${String(name)}，任务须加强审核`,
    en: `the enterprise is of class ${String(name)}, whose tasks are looked at closer`,
  };
  return { ...verdict, outcome: 'hold', reasons: [...verdict.reasons, reason] };
}
