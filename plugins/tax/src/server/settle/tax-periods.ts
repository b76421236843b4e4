import type { Queryable } from '@linggong/core';
import type { Month } from '@linggong/core/domain';
import { isFiled, monthIndexOf, type PeriodState } from '../../domain';

/** The periods from a month on, held against being closed or filed until the caller commits. */
export interface HeldPeriods {
  /** Row number by index of the month. */
  readonly ids: ReadonlyMap<number, number>;
  isFiled(month: number): boolean;
}

/**
 * Takes the share lock on the periods whose figures a void changes: the payment's own and all after it, for the cumulation goes
 * on. Closing and filing take the other one, so that nothing is filed with figures that a void has just made untrue. Always
 * before the totals of workers, as when payments are reserved.
 */
export async function holdPeriods(tx: Queryable, groupCode: string, fromMonth: Month): Promise<HeldPeriods> {
  const rows = await tx.query<{ id: number; month: Month; state: PeriodState }>(
    `SELECT id, month, state FROM public.tax_periods WHERE group_code = $1 AND month >= $2 ORDER BY month FOR SHARE`,
    [groupCode, fromMonth],
  );
  const filed = new Set(rows.filter(({ state }) => isFiled(state)).map(({ month }) => monthIndexOf(month)));
  return {
    ids: new Map(rows.map(({ id, month }) => [monthIndexOf(month), id])),
    isFiled: (month) => filed.has(month),
  };
}
