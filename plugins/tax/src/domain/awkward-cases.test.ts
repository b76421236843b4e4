/** Cases that random ones rarely hit, pinned with figures worked out by hand. */
import { parseYuan, yuanText, type Fen } from '@linggong/core/domain';
import {
  addPayment,
  bookedPayment,
  clearMonth,
  INITIAL_TABLES,
  rulesOn,
  simulate,
  traceEntries,
  tracesOf,
  traceText,
  voidPayment,
  type Advance,
  type MonthLine,
  type Payment,
  type RegimeChoice,
  type VatRole,
} from './index';

const yuan = (text: string): Fen => {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.fen;
};
const pay = (
  paidOn: string,
  gross: string,
  role: VatRole = 'platform-files',
  more: Partial<Payment> = {},
): Payment => ({
  paidOn,
  grossFen: yuan(gross),
  vat: { role, urbanMaintenanceRate: 70_000n },
  ...more,
});
const labour: RegimeChoice = { regime: 'platform-labor' };
const run = (list: readonly Payment[], choice = labour): readonly Advance[] =>
  simulate(INITIAL_TABLES, choice, list).payments;
const linesOf = (list: readonly Advance[]): MonthLine[] => list.map(bookedPayment).reduce<MonthLine[]>(addPayment, []);
const show = ({ result }: Advance): Record<string, string> => ({
  vat: yuanText(result.vatFen),
  income: yuanText(result.incomeFen),
  tax: yuanText(result.incomeTaxFen),
  net: yuanText(result.netFen),
  receivable: yuanText(result.taxReceivableFen),
});

describe('crossing the VAT line in the middle of a month', () => {
  it('by one fen: the payment cannot bear the month, the worker gets nothing, the rest is collected first', () => {
    const [first, second, third] = run([
      pay('2026-03-01', '100999.99'),
      pay('2026-03-02', '0.01'),
      pay('2026-03-20', '2000.00'),
    ]) as [Advance, Advance, Advance];
    // Income before: 100,999.99 × 80 % − 5,000 = 75,799.992; × 10 % − 2,520 = 5,059.9992.
    expect(show(first)).toEqual({
      vat: '0.00',
      income: '100999.99',
      tax: '5060.00',
      net: '95939.99',
      receivable: '0.00',
    });
    // Sales 100,000.00: VAT 1,000.00 and 35.00 urban; income falls by 999.99, so the correction is below zero.
    expect(show(second)).toEqual({
      vat: '1000.00',
      income: '-999.99',
      tax: '0.00',
      net: '0.00',
      receivable: '1034.99',
    });
    expect(second.trace.incomeTax.correctionFen).toBe(-8_000n);
    // 103,000 / 1.01 = 101,980.20: VAT 1,019.80 in all; both education surcharges set in for the whole month.
    expect(show(third)).toEqual({ vat: '19.80', income: '1980.20', tax: '78.42', net: '840.60', receivable: '0.00' });
    expect(third.result.receivableCollectedFen).toBe(yuan('1034.99'));
    expect([third.result.urbanMaintenanceFen, third.result.educationFen, third.result.localEducationFen]).toEqual([
      69n,
      1_530n,
      1_020n,
    ]);
  });

  it('with a special invoice: its VAT is due under the line, the rest when the line is reached', () => {
    const [special, plain] = run([
      pay('2026-03-01', '50000.00', 'platform-files', {
        vat: { role: 'platform-files', urbanMaintenanceRate: 70_000n, specialInvoice: true },
      }),
      pay('2026-03-02', '70000.00'),
    ]) as [Advance, Advance];
    expect(yuanText(special.result.vatFen)).toBe('495.05');
    expect(yuanText(special.result.vatFen + plain.result.vatFen)).toBe('1188.12');
  });

  it('begins again with the month, and counts sales declared otherwise', () => {
    const [first, second] = run([pay('2026-03-31', '90000.00'), pay('2026-04-01', '90000.00')]) as [Advance, Advance];
    expect([first.result.vatFen, second.result.vatFen]).toEqual([0n, 0n]);
    const [, counted] = run([pay('2026-03-01', '60600.00', 'self'), pay('2026-03-02', '40400.00')]) as [
      Advance,
      Advance,
    ];
    // 60,000.00 declared by the worker himself and 40,000.00 here reach the line: 40,400 bears 400.00.
    expect(yuanText(counted.result.vatFen)).toBe('400.00');
  });
});

describe('receivables', () => {
  it('outlive the month, the run and the year', () => {
    const [, crossing, later] = run([
      pay('2025-12-30', '101000.00'),
      pay('2025-12-31', '0.02'),
      pay('2026-02-10', '500.00'),
    ]) as [Advance, Advance, Advance];
    expect(yuanText(crossing.result.taxReceivableFen)).toBe('1059.98');
    expect(show(later)).toMatchObject({ net: '0.00', receivable: '559.98' });
    expect(later.trace.run).toBe(1);
  });

  it('are due back when the payment that made them is voided after another one bore them', () => {
    const advances = run([pay('2026-03-01', '100999.99'), pay('2026-03-02', '0.01'), pay('2026-03-20', '2000.00')]);
    const rules = rulesOn(INITIAL_TABLES, '2026-03-20', labour);
    const voided = voidPayment(
      { lines: linesOf(advances), receivableFen: 0n },
      bookedPayment(advances[1] as Advance),
      rules,
    );
    expect(yuanText(voided.refundDueFen)).toBe('1034.99');
    expect(voided.year.receivableFen).toBe(0n);
  });
});

describe('voids', () => {
  const rules = rulesOn(INITIAL_TABLES, '2026-03-20', labour);

  it('of the only payment of a month break the run', () => {
    const advances = run([pay('2026-01-10', '20000.00'), pay('2026-02-10', '20000.00'), pay('2026-03-10', '20000.00')]);
    const voided = voidPayment(
      { lines: linesOf(advances), receivableFen: 0n },
      bookedPayment(advances[1] as Advance),
      rules,
    );
    expect(voided.state).toMatchObject({ run: 2, months: 1, incomeFen: yuan('20000.00'), withheldFen: yuan('330.00') });
  });

  it('after filing list the months whose return changes', () => {
    const advances = run([pay('2026-01-10', '40000.00'), pay('2026-01-20', '40000.00'), pay('2026-02-10', '40000.00')]);
    const year = { lines: linesOf(advances), receivableFen: 0n };
    const voided = voidPayment(year, bookedPayment(advances[1] as Advance), rules, '2026-01');
    const shown = voided.corrections.map((row) => [
      row.month % 12,
      yuanText(row.taxBeforeFen),
      yuanText(row.taxAfterFen),
    ]);
    // January: 40,000 alone is 27,000 × 3 % = 810. February: 80,000 × 80 % − 10,000 = 54,000 × 10 % − 2,520 − 810.
    expect(shown).toEqual([
      [0, '3380.00', '810.00'],
      [1, '2700.00', '2070.00'],
    ]);
    expect(voidPayment(year, bookedPayment(advances[1] as Advance), rules, '2025-12').corrections).toEqual([]);
  });
});

describe('dates', () => {
  it('begin anew with the year, under every policy', () => {
    for (const gapPolicy of ['reset', 'income-months', 'calendar'] as const) {
      const [, second] = run([pay('2026-12-31', '20000.00'), pay('2027-01-01', '20000.00')], { ...labour, gapPolicy });
      expect([second?.result.months, second?.trace.run, second?.result.incomeTaxFen]).toEqual([1, 1, yuan('330.00')]);
    }
  });

  it('count calendar months from the first income of the year', () => {
    const list = [pay('2026-03-10', '9000.00'), pay('2026-06-10', '9000.00')];
    expect(run(list, { ...labour, gapPolicy: 'calendar' }).map(({ result }) => result.months)).toEqual([1, 4]);
  });

  it('must not go back, and not leave the law', () => {
    const codeOf = (list: Payment[], choice = labour): string => {
      try {
        return String(run(list, choice).length);
      } catch (error) {
        return error instanceof Error ? (error.message.split(':')[0] ?? '') : '';
      }
    };
    expect(codeOf([pay('2026-02-10', '1.00'), pay('2026-02-09', '1.00')])).toBe('tax-dates-go-back');
    expect(codeOf([pay('2025-09-30', '1.00')])).toBe('tax-parameter-missing');
    expect(codeOf([pay('2028-01-01', '1.00')])).toBe('tax-parameter-missing');
    expect(codeOf([pay('2028-01-01', '1.00', 'self')])).toBe('1');
    expect(codeOf([pay('2026-02-10', '0.00')])).toBe('tax-amount-range');
    expect(codeOf([pay('2026-02-10', '1.00')], { regime: 'assessed-tax-rate' })).toBe('tax-assessed-rate-missing');
  });
});

describe('labour per payment', () => {
  it('treats a continuous job as one time a month', () => {
    const list = [
      pay('2026-03-01', '3000.00', 'self'),
      pay('2026-03-20', '3000.00', 'self'),
      pay('2026-04-01', '800.00', 'self'),
    ];
    const taxes = (occurrence: 'payment' | 'month'): string[] =>
      run(list, { regime: 'labor-per-payment', occurrence }).map(({ result }) => yuanText(result.incomeTaxFen));
    expect(taxes('payment')).toEqual(['440.00', '440.00', '0.00']);
    expect(taxes('month')).toEqual(['440.00', '520.00', '0.00']);
  });
});

describe('clearing a month', () => {
  const { vat } = rulesOn(INITIAL_TABLES, '2026-03-31', labour);

  it('collects what sales on other platforms made due', () => {
    const [paid] = run([pay('2026-03-10', '60600.00')]) as [Advance];
    const clearing = clearMonth(paid.state.vatMonth, yuan('40000.00'), 70_000n, vat);
    expect(clearing.reached).toBe(true);
    expect(clearing.missing).toEqual({
      vatFen: yuan('600.00'),
      urbanMaintenanceFen: yuan('21.00'),
      educationFen: 0n,
      localEducationFen: 0n,
    });
    expect(clearMonth(paid.state.vatMonth, yuan('39999.99'), 70_000n, vat).due.vatFen).toBe(0n);
  });

  it('gives back what a void left charged too much', () => {
    const advances = run([pay('2026-03-01', '60000.00'), pay('2026-03-02', '50000.00')]);
    const rules = rulesOn(INITIAL_TABLES, '2026-03-02', labour);
    const { state } = voidPayment(
      { lines: linesOf(advances), receivableFen: 0n },
      bookedPayment(advances[0] as Advance),
      rules,
    );
    expect(yuanText(clearMonth(state.vatMonth, 0n, 70_000n, vat).excess.vatFen)).toBe('1089.11');
  });
});

describe('the trace', () => {
  it('shows the run month by month, then the payment, and every line can be recomputed', () => {
    const advances = run([
      pay('2026-01-10', '40000.00'),
      pay('2026-02-10', '2000.00'),
      pay('2026-02-20', '9876.54'),
      pay('2026-04-01', '150000.00'),
    ]);
    const traces = tracesOf(advances);
    expect(traces.map((entries) => entries.map(({ kind }) => kind))).toEqual([
      ['vat', 'payment'],
      ['vat', 'month', 'payment'],
      ['vat', 'month', 'earlier-in-month', 'payment'],
      ['vat', 'payment'],
    ]);
    for (const entry of traces.flat()) {
      if (entry.kind === 'vat') continue;
      const { expenseFen, exemptFen, deductionFen, otherDeductionFen } = entry;
      expect(entry.cumulativeIncomeFen - expenseFen - exemptFen - deductionFen - otherDeductionFen).toBe(
        entry.taxableFen,
      );
      expect(entry.cumulativeTaxFen - entry.withheldBeforeFen).toBe(entry.correctionFen);
    }
  });

  it('reads as sentences in both languages', () => {
    const [paid] = run([pay('2026-01-10', '150000.00')]) as [Advance];
    const entries = traceEntries([], paid.result, paid.trace);
    expect(traceText(entries, 'zh')).toEqual([
      '本月累计含税 150,000.00 ÷ (1 + 1%)，不含税销售额 148,514.85，达到起征点 100,000.00；本次增值税 1,485.15，城建税 51.98，教育费附加 22.28，地方教育附加 14.85（财政部 税务总局公告2026年第10号第一条）',
      '2026-01 本次第 1 个月，收入 148,514.85：累计收入 148,514.85 − 费用 29,702.97 − 减除费用 5,000.00 = 应纳税所得额 113,811.88；× 10% − 2,520.00 = 累计应纳税额 8,861.19 − 已预扣 0.00，预扣 8,861.19（税务总局公告2025年第16号第一条第（一）项）',
    ]);
    expect(traceText(entries, 'en')[1]).toContain('= taxable 113,811.88; × 10% − 2,520.00 = cumulative tax 8,861.19');
  });

  it('keeps the fifths of a fen that the tax is computed from', () => {
    const advances = run([pay('2026-01-10', '18333.33'), pay('2026-01-20', '0.01', 'self')]);
    const [, payment] = traceEntries([], (advances[0] as Advance).result, (advances[0] as Advance).trace);
    expect(payment).toMatchObject({
      taxableExact: '9666.664',
      taxableFen: yuan('9666.66'),
      expenseFen: yuan('3666.67'),
    });
  });
});
