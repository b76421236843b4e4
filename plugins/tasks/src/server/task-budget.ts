import type { Queryable } from '@linggong/core';
import { groupedYuanText, problem, type Fen } from '@linggong/core/domain';
import { budgetFault, type Commitment } from '../domain';
import { HOLDS_PLACE } from './places';

/** Locks the tasks of engagements, before the engagements: promises of one task are made one after the other. */
export async function lockTasksOf(tx: Queryable, engagementIds: readonly number[]): Promise<void> {
  await tx.query(
    `SELECT id FROM public.tasks WHERE id IN (SELECT task_id FROM public.engagements WHERE id = ANY ($1::int[]))
     ORDER BY id FOR UPDATE`,
    [engagementIds],
  );
}

/**
 * Refuses a change after which a task, locked by this transaction, has promised more than its budget.
 * @param added what the change added, by task; `to-come` where it is only about to
 * @throws Problem 409 `budget-exceeded`
 */
export async function demandBudget(
  tx: Queryable,
  added: ReadonlyMap<number, Fen>,
  when: 'done' | 'to-come' = 'done',
): Promise<void> {
  const rows = await tx.query<Commitment & { taskId: number }>(
    `SELECT t.id AS "taskId", t.number AS "taskNumber", t.budget_fen AS "budgetFen",
       coalesce(sum(coalesce(g.accepted_fen, g.agreed_fen)), 0)::bigint AS "committedFen"
     FROM public.tasks t LEFT JOIN public.engagements g ON g.task_id = t.id AND ${HOLDS_PLACE}
     WHERE t.id = ANY ($1::int[]) GROUP BY t.id ORDER BY t.id`,
    [[...added.keys()]],
  );
  for (const row of rows) {
    const wanted = added.get(row.taskId) ?? 0n;
    const committedFen = row.committedFen + (when === 'to-come' ? wanted : 0n);
    const fault = budgetFault({ ...row, committedFen }, wanted);
    if (fault) throw fault;
  }
}

/** @throws Problem 422 `reason-required` where more is accepted than was agreed and nobody says why */
export function demandReasonAbove(
  amounts: readonly { readonly agreedFen: Fen; readonly acceptedFen: Fen }[],
  reason: string | undefined,
): void {
  const above = amounts.find(({ agreedFen, acceptedFen }) => acceptedFen > agreedFen);
  if (above === undefined || reason !== undefined) return;
  const [agreed, accepted] = [groupedYuanText(above.agreedFen), groupedYuanText(above.acceptedFen)];
  throw problem(
    422,
    'reason-required',
    {
      zh: `验收金额 ${accepted} 元高于约定的 ${agreed} 元，须说明理由`,
      en: `${accepted} yuan is more than the ${agreed} agreed; say why`,
    },
    { field: 'reason' },
  );
}
