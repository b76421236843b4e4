import type { Queryable } from '@linggong/core';
import { monthOf, type Day } from '@linggong/core/domain';
import { monthIndexOf, stateKey, type StateMap, type VatRole } from '../../domain';
import { readOwed } from './balance-rows';
import type { CumulationKey, StoredCumulation } from './cumulation-columns';
import { dayKey, readVatDays } from './vat-days';

/** Who pays, and when. */
export interface StandingFrame {
  readonly groupCode: string;
  readonly enterpriseId: number;
  readonly day: Day;
}

interface StandingLine extends CumulationKey {
  readonly vat: { readonly role: VatRole };
}

/**
 * What payments of an enterprise stand on: the totals of the workers, what they owe this enterprise, and what was withheld of
 * VAT on the days of the month, where a line asks for it.
 */
export async function standingOf(
  db: Queryable,
  { groupCode, enterpriseId, day }: StandingFrame,
  held: readonly StoredCumulation[],
  lines: readonly StandingLine[],
): Promise<StateMap> {
  const owed = await readOwed(db, groupCode, enterpriseId, held);
  const withholding = lines.filter(({ vat }) => vat.role === 'payer-withholds').map(({ workerId }) => workerId);
  const month = monthOf(day);
  const filter = { workerIds: [...new Set(withholding)], groupCode, fromMonth: month, throughMonth: month };
  const days = withholding.length === 0 ? undefined : await readVatDays(db, filter);
  return new Map(
    held.map((row) => {
      const { state, workerId, regime } = row;
      const known = days?.get(dayKey({ workerId, regime, groupCode, month }));
      const vatMonth =
        known && state.month === monthIndexOf(month) ? { ...state.vatMonth, days: known } : state.vatMonth;
      return [stateKey(row), { ...state, vatMonth, receivableFen: owed.get(stateKey(row)) ?? 0n }];
    }),
  );
}
