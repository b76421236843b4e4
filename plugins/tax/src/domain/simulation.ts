import { Problem, problem, type Fen } from '@linggong/core/domain';
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
 * @throws Problem 422 `tax-dates-go-back`, `tax-sum-range` naming the payment; and what `advance` and `rulesOn` throw.
 */
export function simulate(
  tables: TaxTables,
  choice: RegimeChoice,
  payments: readonly Payment[],
  start: Cumulation = EMPTY_CUMULATION,
): Simulation {
  const rules = rulesSource(tables, choice);
  refuseOverflow(payments);
  let state = start;
  const advances = payments.map((payment, index) => {
    if (payment.paidOn < (payments[index - 1]?.paidOn ?? '')) throw datesGoBack(index);
    const next = named(index, () => advance(state, payment, rules(payment.paidOn)));
    state = next.state;
    return next;
  });
  return { payments: advances, totals: totalsOf(advances) };
}

/** Sums stay whole numbers of JSON: 90 trillion yuan. */
const SUM_LIMIT_FEN = 9_000_000_000_000_000n;

const SUMMED = ['grossFen', 'exemptFen', 'otherDeductionFen', 'reliefFen'] as const;

function refuseOverflow(payments: readonly Payment[]): void {
  for (const name of SUMMED) {
    let sumFen = 0n;
    payments.forEach((payment, index) => {
      sumFen += payment[name] ?? 0n;
      if (sumFen > SUM_LIMIT_FEN) throw sumOutOfRange(`payments[${index}].${name}`);
    });
  }
}

function sumOutOfRange(field: string): Error {
  return problem(
    422,
    'tax-sum-range',
    {
      zh: '至此笔的金额合计超过系统上限',
      en: 'With this payment the sum of the amounts is beyond the limit of the system',
    },
    { field, fix: { zh: '请分次测算，或减小金额', en: 'Simulate fewer payments at once, or smaller amounts' } },
  );
}

/** Names the payment that a refusal is about; what concerns the request as a whole keeps its own field. */
function named<T>(index: number, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof Problem) || WHOLE.has(error.code)) throw error;
    const { status, code, text, fix, extra } = error;
    const field = `payments[${index}].${error.field ?? 'paidOn'}`;
    throw problem(status, code, text, { field, ...(fix && { fix }), ...(extra && { extra }) });
  }
}

/** Refusals of the choice of regime, not of one payment. */
const WHOLE: ReadonlySet<string> = new Set(['tax-assessed-rate-missing', 'tax-assessed-rate-range']);

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
