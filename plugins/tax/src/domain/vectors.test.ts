/** Every case of the checked vectors (domain.md 1.3 and 2.3) against the engine. */
import { parseRate, parseYuan, rateText, yuanText, type Fen } from '@linggong/core/domain';
import {
  advance,
  bookedPayment,
  cumulationOf,
  addPayment,
  EMPTY_CUMULATION,
  INITIAL_TABLES,
  rulesOn,
  simulate,
  taxableFenOf,
  voidPayments,
  type Advance,
  type Payment,
  type RegimeChoice,
} from './index';
import { exactYuan } from './exact-yuan';
import { traceEntries } from './trace-entry';
import vectors from './vectors/tax.json';

interface Row {
  m: string;
  in: string;
  months?: number;
  cumIncome?: string;
  cumExpense?: string;
  cumDeduct?: string;
  cumOther?: string;
  taxable?: string;
  rate?: string;
  quick?: number;
  cumTax?: string;
  due?: string;
  negative?: string;
  cumWithheld?: string;
  net?: string;
}

const fen = (text: string): Fen => {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new Error(`vector amount ${text}`);
  return parsed.fen;
};
const percent = (rate: bigint): string => `${Number(rate) / 10_000}%`;
const millionths = (text: string): bigint => parseRate((Number(text.replace('%', '')) / 100).toFixed(6)) ?? -1n;
const self = { role: 'self', urbanMaintenanceRate: 70_000n } as const;

function paymentOf(row: Row, otherDeductionFen = 0n): Payment {
  return { paidOn: `${row.m}-15`, grossFen: fen(row.in), vat: self, otherDeductionFen };
}

/** What the engine says, in the words of the vectors. */
function asRow({ result, trace, state }: Advance, row: Row): Row {
  const { incomeTax } = trace;
  const deducted = incomeTax.deductionFen + incomeTax.otherDeductionFen;
  const taxable = taxableFenOf(incomeTax);
  return {
    m: row.m,
    in: yuanText(result.grossFen),
    months: result.months,
    cumIncome: yuanText(incomeTax.cumulativeIncomeFen),
    cumExpense: yuanText(incomeTax.cumulativeIncomeFen - deducted - taxable),
    cumDeduct: yuanText(incomeTax.deductionFen),
    ...(row.cumOther === undefined ? {} : { cumOther: yuanText(incomeTax.otherDeductionFen) }),
    taxable: yuanText(taxable),
    rate: percent(result.rate),
    quick: Number(incomeTax.quickFen / 100n),
    cumTax: yuanText(incomeTax.cumulativeTaxFen),
    due: yuanText(result.incomeTaxFen),
    ...(incomeTax.correctionFen < 0n && incomeTax.withheldBeforeFen > 0n
      ? { negative: yuanText(incomeTax.correctionFen) }
      : {}),
    cumWithheld: yuanText(state.withheldFen),
    net: yuanText(result.netFen),
  };
}

function expectRows(rows: readonly Row[], choice: RegimeChoice = { regime: 'platform-labor' }, other = 0n): Advance[] {
  const paid = rows.filter(({ in: gross }) => gross !== '0.00');
  const { payments } = simulate(
    INITIAL_TABLES,
    choice,
    paid.map((row) => paymentOf(row, other)),
  );
  expect(payments.map((each, index) => asRow(each, paid[index] as Row))).toEqual(paid);
  return [...payments];
}

describe('cumulative withholding (公告2025年第16号)', () => {
  it.each([
    'E1_flat_10000_x12',
    'E2_flat_6250_never_taxed',
    'E2b_6250_01',
    'E3_start_oct_2025',
    'E4_flat_50000_x12',
    'E5_negative_then_recover',
    'E7_three_payments_one_month',
  ] as const)('%s', (name) => {
    expect(expectRows(vectors[name].rows)).toHaveLength(vectors[name].rows.length);
  });

  it('E8: another deduction of 1,000 a month', () => {
    expectRows(vectors.E8_other_deduction_1000_per_month.rows, { regime: 'platform-labor' }, 100_000n);
  });

  it.each(vectors.E9_bracket_edges.rows.map((row) => [row.in, row] as const))('E9: %s from nothing', (_gross, row) => {
    expectRows([row]);
  });

  it.each([
    ['RESET', 'reset'],
    ['INCOME_MONTHS', 'income-months'],
    ['CALENDAR', 'calendar'],
  ] as const)('E6: a month without income under %s', (name, gapPolicy) => {
    expectRows(vectors.E6_gap[name], { regime: 'platform-labor', gapPolicy });
  });

  it('E10: a returned payment is void together with its withholding', () => {
    const [january, february, march] = vectors.E10_void_of_returned_payment.rows as [Row, Row, Row];
    const rules = rulesOn(INITIAL_TABLES, '2026-01-15', { regime: 'platform-labor' });
    const first = advance(EMPTY_CUMULATION, paymentOf(january), rules);
    const returned = advance(first.state, paymentOf({ m: '2026-02', in: '20000.00' }), rules);
    const lines = [first, returned].map(bookedPayment).reduce(addPayment, []);
    const after = voidPayments(lines, [bookedPayment(returned)], () => rules);
    const state = cumulationOf(after.lines, 0n, rules.incomeTax);
    expect(state).toEqual(first.state);
    const second = advance(state, paymentOf(february), rules);
    const third = advance(second.state, paymentOf(march), rules);
    expect([first, second, third].map((each, index) => asRow(each, [january, february, march][index] as Row))).toEqual([
      january,
      february,
      march,
    ]);
  });

  it('sums: twelve months of E1 and E4, and the year computed at once', () => {
    const sumOf = (rows: readonly Row[]): string => `sum due = ${yuanText(total(rows))}`;
    expect(sumOf(vectors.E1_flat_10000_x12.rows)).toBe(vectors.sums.E1);
    expect(sumOf(vectors.E4_flat_50000_x12.rows)).toBe(vectors.sums.E4);
    const tax = advance(
      { ...EMPTY_CUMULATION, month: 2026 * 12 + 11, firstMonth: 2026 * 12, run: 1, months: 12 },
      { paidOn: '2026-12-15', grossFen: fen('600000.00'), vat: self },
      rulesOn(INITIAL_TABLES, '2026-12-15', { regime: 'platform-labor' }),
    );
    expect(yuanText(tax.result.incomeTaxFen)).toBe(vectors.sums.E4_annual_check);
    const old = simulate(INITIAL_TABLES, { regime: 'labor-per-payment' }, [
      { paidOn: '2026-01-15', grossFen: fen('10000.00'), vat: self },
    ]);
    expect(`12 x ${yuanText(old.totals.incomeTaxFen)}`).toBe(vectors.sums.E1_old);
  });

  function total(rows: readonly Row[]): Fen {
    return expectRows(rows).reduce((sum, { result }) => sum + result.incomeTaxFen, 0n);
  }
});

describe('other regimes', () => {
  const once = (choice: RegimeChoice, grossFen: Fen): Advance =>
    advance(
      EMPTY_CUMULATION,
      { paidOn: '2026-03-10', grossFen, vat: self },
      rulesOn(INITIAL_TABLES, '2026-03-10', choice),
    );

  it.each(vectors.P_per_payment)('labour per payment: $in', (row) => {
    const { result, trace } = once({ regime: 'labor-per-payment' }, fen(row.in));
    expect(yuanText(result.incomeTaxFen)).toBe(row.tax);
    if (row.taxable === undefined) return expect(taxableFenOf(trace.incomeTax)).toBe(0n);
    expect(yuanText(taxableFenOf(trace.incomeTax))).toBe(row.taxable);
    expect([percent(result.rate), Number(trace.incomeTax.quickFen / 100n)]).toEqual([row.rate, row.quick]);
  });

  it.each(vectors.N_nonresident)('non-resident: $in', (row) => {
    const { result, trace } = once({ regime: 'non-resident-labor' }, fen(row.in));
    expect(yuanText(result.incomeTaxFen)).toBe(row.tax);
    expect(yuanText(taxableFenOf(trace.incomeTax))).toBe(row.taxable);
    expect([percent(result.rate), Number(trace.incomeTax.quickFen / 100n)]).toEqual([row.rate, row.quick]);
  });

  it.each(vectors.B_business)('business income: $taxableIncome', (row) => {
    const { result, trace } = once({ regime: 'business-income', individualBusiness: true }, fen(row.taxableIncome));
    expectBusiness(result.rate, trace.incomeTax, row);
    expect(yuanText(result.incomeTaxFen)).toBe(row.payable);
  });

  it.each(vectors.B_assessed_income_rate)('assessed income rate: $revenue × $incomeRate', (row) => {
    const choice = {
      regime: 'assessed-income-rate',
      assessedRate: millionths(row.incomeRate),
      individualBusiness: true,
    } as const;
    const { result, trace } = once(choice, fen(row.revenue));
    expect(yuanText(taxableFenOf(trace.incomeTax))).toBe(row.taxableIncome);
    expectBusiness(result.rate, trace.incomeTax, row);
    expect(yuanText(result.incomeTaxFen)).toBe(row.payable);
  });

  it.each(vectors.B_assessed_tax_rate as [string, string, string][])(
    'assessed tax rate: %s × %s',
    (revenue, rate, tax) => {
      const { result } = once({ regime: 'assessed-tax-rate', assessedRate: millionths(rate) }, fen(revenue));
      expect(yuanText(result.incomeTaxFen)).toBe(tax);
    },
  );

  interface BusinessRow {
    rate: string;
    quick: number;
    tax: string;
    halfReduction: string;
  }

  function expectBusiness(rate: bigint, step: Advance['trace']['incomeTax'], row: BusinessRow): void {
    expect(percent(rate)).toBe(row.rate);
    expect(Number(step.quickFen / 100n)).toBe(row.quick);
    expect(yuanText(step.taxBeforeReliefFen)).toBe(row.tax);
    expect(yuanText(step.reliefFen)).toBe(row.halfReduction);
  }
});

describe('VAT and surcharges', () => {
  interface VatRow {
    gross: string;
    netAt1pct: string;
    exempt: boolean;
    vat: string;
    cjs: string;
    jyf: string;
    dfjyf: string;
    total: string;
    iitIncome: string;
    opt?: string;
  }
  interface Options {
    city?: number;
    special?: boolean;
  }

  function expectVat(row: VatRow, role: 'platform-files' | 'payer-withholds', paidOn = '2026-03-10'): void {
    const { city = 7, special = false }: Options = JSON.parse(row.opt ?? '{}') as Options;
    const vat = { role, urbanMaintenanceRate: BigInt(city) * 10_000n, specialInvoice: special };
    const { result, trace } = advance(
      EMPTY_CUMULATION,
      { paidOn, grossFen: fen(row.gross), vat },
      rulesOn(INITIAL_TABLES, paidOn, { regime: 'platform-labor' }),
    );
    const total = result.vatFen + result.urbanMaintenanceFen + result.educationFen + result.localEducationFen;
    expect({
      ...(row.opt === undefined ? {} : { opt: row.opt }),
      gross: yuanText(result.grossFen),
      netAt1pct: yuanText(trace.vat.salesFen),
      exempt: result.vatFen === 0n,
      vat: yuanText(result.vatFen),
      cjs: yuanText(result.urbanMaintenanceFen),
      jyf: yuanText(result.educationFen),
      dfjyf: yuanText(result.localEducationFen),
      total: yuanText(total),
      iitIncome: yuanText(result.incomeFen),
    }).toEqual(row);
  }

  it.each(vectors.V_month as VatRow[])('a month of $gross', (row) => expectVat(row, 'platform-files'));
  it.each(vectors.V_per_transaction as VatRow[])('a transaction of $gross', (row) => expectVat(row, 'payer-withholds'));

  it('exactly at the line: exempt under the rule of 2025, taxed under the rule of 2026', () => {
    const [old, present] = vectors.V_boundary_old_rule as [VatRow, VatRow];
    expectVat(old, 'platform-files', '2025-12-31');
    expectVat(present, 'platform-files', '2026-01-01');
  });

  it('the official example of 公告2026年第4号: sales of three kinds add up to 100,500', () => {
    const gross = (fen(vectors.V_official_example.sales) * 101n) / 100n;
    const shares = [fen('10100.00'), fen('90900.00'), gross - fen('101000.00')];
    const { totals, payments } = monthOf(shares);
    expect(yuanText(payments[2]?.trace.vat.salesFen ?? 0n)).toBe(vectors.V_official_example.sales);
    expect(yuanText(totals.vatFen)).toBe(vectors.V_official_example.vatAt1pct);
  });

  it('the payment that crosses the line carries the whole month', () => {
    const { payments } = monthOf(vectors.V_crossing.map(({ payment }) => fen(payment)));
    let cumulative = 0n;
    const seen = payments.map(({ result, trace }, index) => {
      const now = result.vatFen + result.urbanMaintenanceFen + result.educationFen + result.localEducationFen;
      cumulative += now;
      return {
        payment: vectors.V_crossing[index]?.payment,
        cumGross: yuanText(trace.vat.month.grossFen),
        cumVatAndSurcharge: yuanText(cumulative),
        toCollectNow: yuanText(now),
      };
    });
    expect(seen).toEqual(vectors.V_crossing);
  });

  it('VAT, surcharges and income tax together', () => {
    const [paid] = monthOf([fen(vectors.C_combined.gross)]).payments as [Advance];
    const { result, trace } = paid;
    expect({
      gross: yuanText(result.grossFen),
      vat: yuanText(result.vatFen),
      surcharge: yuanText(result.urbanMaintenanceFen + result.educationFen + result.localEducationFen),
      iitBase: yuanText(result.incomeFen),
      iit: yuanText(result.incomeTaxFen),
      net: yuanText(result.netFen),
      taxable: exactYuan(trace.incomeTax.taxable, trace.incomeTax.scale),
      rate: `${rateText(result.rate).slice(2)}%`,
    }).toEqual(vectors.C_combined);
    expect(traceEntries([], result, trace)).toHaveLength(2);
  });

  function monthOf(gross: readonly Fen[]) {
    const vat = { role: 'platform-files', urbanMaintenanceRate: 70_000n } as const;
    return simulate(
      INITIAL_TABLES,
      { regime: 'platform-labor' },
      gross.map((grossFen) => ({ paidOn: '2026-03-10', grossFen, vat })),
    );
  }
});
