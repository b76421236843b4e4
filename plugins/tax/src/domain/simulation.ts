import { problem, type Fen } from '@linggong/core/domain';
import { advance, type Advance } from './advance';
import { EMPTY_CUMULATION, type Cumulation } from './cumulation';
import type { TaxTables } from './parameters';
import type { Payment } from './payment';
import type { RegimeChoice } from './rules';
import { rulesSource } from './rules-source';

export interface SimulationTotals {
  readonly grossFen: Fen;
  readonly vatFen: Fen;
  readonly surchargesFen: Fen;
  readonly incomeTaxFen: Fen;
  readonly netFen: Fen;
}

export interface Simulation {
  readonly payments: readonly Advance[];
  readonly totals: SimulationTotals;
}

/**
 * What each payment of a year (or of several) costs, in the order given, starting from nothing or from a known state.
 * @throws Problem 422 `tax-dates-go-back` naming the payment; and what `advance` and `rulesOn` throw.
 */
export function simulate(
  tables: TaxTables,
  choice: RegimeChoice,
  payments: readonly Payment[],
  start: Cumulation = EMPTY_CUMULATION,
): Simulation {
  const rules = rulesSource(tables, choice);
  let state = start;
  const advances = payments.map((payment, index) => {
    if (payment.paidOn < (payments[index - 1]?.paidOn ?? '')) throw datesGoBack(index);
    const next = advance(state, payment, rules(payment.paidOn));
    state = next.state;
    return next;
  });
  return { payments: advances, totals: totalsOf(advances) };
}

function totalsOf(advances: readonly Advance[]): SimulationTotals {
  const sum = (amountOf: (result: Advance['result']) => Fen): Fen =>
    advances.reduce((total, { result }) => total + amountOf(result), 0n);
  return {
    grossFen: sum(({ grossFen }) => grossFen),
    vatFen: sum(({ vatFen }) => vatFen),
    surchargesFen: sum((result) => result.urbanMaintenanceFen + result.educationFen + result.localEducationFen),
    incomeTaxFen: sum(({ incomeTaxFen }) => incomeTaxFen),
    netFen: sum(({ netFen }) => netFen),
  };
}

function datesGoBack(index: number): Error {
  return problem(
    422,
    'tax-dates-go-back',
    { zh: '付款日期不能早于前一笔付款', en: 'A payment cannot be dated before the payment above it' },
    {
      field: `payments[${index}].paidOn`,
      fix: { zh: '请按日期先后排列付款', en: 'Put the payments in order of their dates' },
    },
  );
}
