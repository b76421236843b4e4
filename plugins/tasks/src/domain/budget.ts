import { groupedYuanText, problem, type Fen, type Problem } from '@linggong/core/domain';

/** What a task has promised: the agreed sums of its live engagements, and of the accepted ones what was accepted. */
export interface Commitment {
  readonly taskNumber: string;
  readonly budgetFen: Fen;
  readonly committedFen: Fen;
}

/**
 * Why a change that adds `addedFen` to what a task has promised is refused (R4.1: the published budget binds), or undefined.
 * The refusal says what was left before.
 */
export function budgetFault({ taskNumber, budgetFen, committedFen }: Commitment, addedFen: Fen): Problem | undefined {
  if (committedFen <= budgetFen) return undefined;
  const leftFen = budgetFen - (committedFen - addedFen);
  return problem(
    409,
    'budget-exceeded',
    {
      zh: `任务 ${taskNumber} 的预算还剩 ${groupedYuanText(leftFen)} 元，本次需要 ${groupedYuanText(addedFen)} 元`,
      en: `Task ${taskNumber} has ${groupedYuanText(leftFen)} yuan of its budget left; this takes ${groupedYuanText(addedFen)}`,
    },
    {
      fix: {
        zh: '请减少金额或人数，或另发任务',
        en: 'Lower the amounts, take fewer workers, or publish another task',
      },
      extra: { budgetFen, leftFen, wantedFen: addedFen },
    },
  );
}
