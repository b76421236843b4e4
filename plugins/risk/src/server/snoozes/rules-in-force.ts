import type { Queryable } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import { heldContent, type DecisionTable } from '@linggong/studio';
import { lineSeed, WATCH_RULE } from '../../domain';

/** Rules that somebody can be let off: the rows of the table in force, whoever added them, and being on the watch list. */
export async function rulesInForce(db: Queryable): Promise<ReadonlySet<string>> {
  const { content } = await heldContent<DecisionTable>(db, lineSeed);
  return new Set([...content.rows.map(({ id }) => id), WATCH_RULE]);
}

/** 422 under a code and a field of whoever asks. */
export const noSuchRule = (code: 'snooze-rule' | 'list-rule', field: string): Problem =>
  problem(
    422,
    code,
    { zh: '生效中的风控判定表没有这条规则', en: 'The risk table in force has no such rule' },
    { field, fix: { zh: '请从规则列表中选择', en: 'Choose one of the rules in force' } },
  );
