/** Cases that random ones rarely hit, pinned with figures worked out by hand. */
import { parseYuan, yuanText, type Fen } from '@linggong/core/domain';
import {
  addPayment,
  advance,
  allocateDue,
  bookedPayment,
  clearMonth,
  cumulationOf,
  EMPTY_CUMULATION,
  INITIAL_TABLES,
  monthOfIndex,
  owedByPayment,
  owedByRestating,
  platformChoice,
  rulesOn,
  simulate,
  traceEntries,
  tracesOf,
  traceText,
  voidPayments,
  type Advance,
  type MonthCorrection,
  type MonthLine,
  type Payment,
  type RegimeChoice,
  type TaxTables,
  type VatRole,
  type Voided,
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
    const [first, crossing, later] = run([
      pay('2026-03-01', '100999.99'),
      pay('2026-03-02', '0.01'),
      pay('2026-04-20', '2000.00'),
    ]) as [Advance, Advance, Advance];
    expect(yuanText(later.result.receivableCollectedFen)).toBe('1034.99');
    const voided = voidOf([first, crossing, later], crossing);
    expect(yuanText(owedAfter(voided, crossing, later.state.receivableFen))).toBe('-1034.99');
  });

  it('below zero are given back with the next payment, on top of it and before its own tax', () => {
    const start = { ...EMPTY_CUMULATION, receivableFen: -yuan('861.04') };
    const given = simulate(INITIAL_TABLES, labour, [pay('2026-03-01', '10000.00'), pay('2026-03-02', '1.00')], start);
    const [first, second] = given.payments.map(({ result }) => result);
    expect([first?.receivableCollectedFen, first?.taxReceivableFen]).toEqual([-yuan('861.04'), 0n]);
    expect(yuanText(first?.netFen ?? 0n)).toBe('10771.04');
    expect(second?.receivableCollectedFen).toBe(0n);
  });
});

const voidOf = (advances: readonly Advance[], chosen: Advance, filed: readonly string[] = []): Voided =>
  voidPayments(
    linesOf(advances),
    [bookedPayment(chosen)],
    (month) => rulesOn(INITIAL_TABLES, `${monthOfIndex(month)}-28`, labour),
    (month) => filed.includes(monthOfIndex(month)),
  );

/** What the worker owes after a void, below zero what is due back to him. */
const owedAfter = (voided: Voided, chosen: Advance, owedFen = 0n): Fen =>
  owedFen - owedByPayment(chosen.result) + owedByRestating(voided.months);

const shown = ({ month, before, after }: MonthCorrection): string[] => [
  monthOfIndex(month),
  yuanText(before.incomeTaxFen),
  yuanText(after.incomeTaxFen),
  yuanText(before.vatFen),
  yuanText(after.vatFen),
];

describe('voids', () => {
  it('of the only payment of a month break the run', () => {
    const advances = run([pay('2026-01-10', '20000.00'), pay('2026-02-10', '20000.00'), pay('2026-03-10', '20000.00')]);
    const { lines } = voidOf(advances, advances[1] as Advance);
    const { incomeTax } = rulesOn(INITIAL_TABLES, '2026-03-20', labour);
    expect(cumulationOf(lines, 0n, incomeTax)).toMatchObject({
      run: 2,
      months: 1,
      incomeFen: yuan('20000.00'),
      withheldFen: yuan('330.00'),
    });
  });

  it('of a payment that brought a month over the VAT line leave the month exempt, with its income whole', () => {
    const advances = run([pay('2026-03-01', '60000.00'), pay('2026-03-02', '50000.00')]);
    const [first, second] = advances as [Advance, Advance];
    expect(yuanText(second.result.vatFen)).toBe('1089.11');
    const voided = voidOf(advances, first, ['2026-03']);
    expect(voided.lines).toHaveLength(1);
    expect(voided.lines[0]).toMatchObject({
      grossFen: yuan('50000.00'),
      vatFen: 0n,
      urbanMaintenanceFen: 0n,
      educationFen: 0n,
      localEducationFen: 0n,
      incomeFen: yuan('50000.00'),
      incomeTaxFen: yuan('1050.00'),
    });
    // VAT 1,089.11 with surcharges 65.35, and 3,912.87 withheld where 35,000 × 3 % = 1,050.00 is due.
    expect(yuanText(second.result.incomeTaxFen)).toBe('3912.87');
    expect(yuanText(owedAfter(voided, first))).toBe('-4017.33');
    expect(voided.corrections.map(shown)).toEqual([['2026-03', '5692.87', '1050.00', '1089.11', '0.00']]);
    expect(voided.corrections[0]).toMatchObject({ before: { surchargeFen: 6_535n }, after: { surchargeFen: 0n } });
  });

  it('of the payment that carried the VAT of a month leave what is missing owed by the worker', () => {
    const advances = run([pay('2026-03-01', '60000.00'), pay('2026-03-02', '50000.00'), pay('2026-03-03', '60000.00')]);
    const voided = voidOf(advances, advances[1] as Advance);
    // 120,000 / 1.01 = 118,811.88, of which the third payment was charged 594.06 only.
    expect(yuanText(voided.lines[0]?.vatFen ?? 0n)).toBe('1188.12');
    expect(voided.lines[0]?.incomeFen).toBe(yuan('118811.88'));
    const [declared] = voided.months[0]?.vat ?? [];
    expect(yuanText(declared?.change.vatFen ?? 0n)).toBe('594.06');
  });

  it('after filing list the filed months only, and go on from the corrected figures as the bureau’s client does', () => {
    const advances = run([pay('2026-06-10', '40000.00'), pay('2026-06-20', '40000.00'), pay('2026-07-10', '40000.00')]);
    const chosen = advances[1] as Advance;
    const voided = voidOf(advances, chosen, ['2026-06']);
    // June: 40,000 alone is 27,000 × 3 % = 810. July, never filed, has no return to correct.
    expect(voided.corrections.map(shown)).toEqual([['2026-06', '3380.00', '810.00', '0.00', '0.00']]);
    // July: 80,000 × 80 % − 10,000 = 54,000 × 10 % − 2,520 = 2,880 − 810 = 2,070 of 2,700 withheld: 630 are due back.
    expect(voided.lines.map(({ incomeTaxFen }) => yuanText(incomeTaxFen))).toEqual(['810.00', '2070.00']);
    expect(yuanText(owedAfter(voided, chosen))).toBe('-630.00');
    const rules = rulesOn(INITIAL_TABLES, '2026-08-10', labour);
    const state = cumulationOf(voided.lines, -yuan('630.00'), rules.incomeTax);
    const august = advance(state, pay('2026-08-10', '40000.00'), rules);
    expect(show(august)).toMatchObject({ tax: '2700.00', net: '37930.00' });
    expect(voidOf(advances, chosen, ['2026-05']).corrections).toEqual([]);
    expect(voidOf(advances, chosen, ['2026-06', '2026-07']).corrections.map(shown)).toEqual([
      ['2026-06', '3380.00', '810.00', '0.00', '0.00'],
      ['2026-07', '2700.00', '2070.00', '0.00', '0.00'],
    ]);
  });

  it('count relief and deductions of the months that they compute anew', () => {
    const advances = run([
      pay('2026-06-10', '40000.00'),
      pay('2026-06-20', '40000.00', 'platform-files', { reliefFen: yuan('100.00') }),
      pay('2026-07-10', '40000.00', 'platform-files', { otherDeductionFen: yuan('1000.00'), reliefFen: yuan('50.00') }),
    ]);
    const { lines } = voidOf(advances, advances[0] as Advance);
    // June: 27,000 × 3 % − 100. July: (80,000 × 80 % − 10,000 − 1,000) × 10 % − 2,520 − 150 − 710.
    expect(lines.map(({ incomeTaxFen }) => yuanText(incomeTaxFen))).toEqual(['710.00', '1920.00']);
  });
});

describe('what several enterprises were charged', () => {
  const share = (enterpriseId: number, chargedFen: bigint, last: number) => ({
    enterpriseId,
    chargedFen,
    live: last > 0,
    last,
  });
  const changes = (dueFen: bigint, ...shares: ReturnType<typeof share>[]) => [...allocateDue(dueFen, shares).entries()];

  it('comes down from the latest payer first, and rises with the latest', () => {
    expect(changes(0n, share(1, 0n, 1), share(2, 108_911n, 2))).toEqual([
      [2, -108_911n],
      [1, 0n],
    ]);
    expect(changes(50n, share(1, 40n, 1), share(2, 30n, 2))).toEqual([
      [2, -20n],
      [1, 0n],
    ]);
    expect(changes(20n, share(1, 40n, 1), share(2, 30n, 2))).toEqual([
      [2, -30n],
      [1, -20n],
    ]);
    expect(changes(90n, share(1, 40n, 1), share(2, 30n, 2))).toEqual([
      [2, 20n],
      [1, 0n],
    ]);
  });

  it('goes back to nothing where no payment of an enterprise is left, whatever the sum says', () => {
    expect(changes(0n, share(1, 108_911n, 1), share(2, -108_911n, 0))).toEqual([
      [1, -108_911n],
      [2, 108_911n],
    ]);
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
    for (const assessedRate of [0n, 1_000_000n, 2_000_000n]) {
      expect(codeOf([pay('2026-02-10', '1.00')], { regime: 'assessed-tax-rate', assessedRate })).toBe(
        'tax-assessed-rate-range',
      );
    }
    expect(codeOf([pay('2026-02-10', '1.00', 'self', { exemptFen: 101n })])).toBe('tax-exempt-above-gross');
    expect(codeOf([pay('2026-02-10', '1.00', 'self', { exemptFen: 100n })])).toBe('1');
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
    expect(clearing.change).toEqual({
      vatFen: yuan('600.00'),
      urbanMaintenanceFen: yuan('21.00'),
      educationFen: 0n,
      localEducationFen: 0n,
    });
    expect(clearMonth(paid.state.vatMonth, yuan('39999.99'), 70_000n, vat).due.vatFen).toBe(0n);
  });

  it('gives back what is charged too much, and counts sales declared otherwise towards the line', () => {
    const [first, second] = run([pay('2026-03-01', '60600.00', 'self'), pay('2026-03-02', '40400.00')]) as [
      Advance,
      Advance,
    ];
    const charged = second.state.vatMonth;
    expect(yuanText(charged.vatFen)).toBe('400.00');
    expect(clearMonth(charged, 0n, 70_000n, vat).change.vatFen).toBe(0n);
    expect(first.state.vatMonth.otherSalesFen).toBe(yuan('60000.00'));
    const alone = { ...charged, otherSalesFen: charged.otherSalesFen - yuan('0.01') };
    expect(clearMonth(alone, 0n, 70_000n, vat).change.vatFen).toBe(-yuan('400.00'));
  });
});

describe('VAT withheld by the payer', () => {
  const withheld = (tables: TaxTables, ...amounts: string[]): string[] =>
    simulate(
      tables,
      labour,
      amounts.map((gross) => pay('2026-03-10', gross, 'payer-withholds')),
    ).payments.map(({ result }) => yuanText(result.vatFen));
  const perPayment: TaxTables = {
    ...INITIAL_TABLES,
    vatTransactionUnit: INITIAL_TABLES.vatTransactionUnit.map((row) => ({ ...row, value: 'payment' as const })),
  };

  it('takes all payments of a day as one transaction, or each by itself where the parameter says so', () => {
    expect(withheld(INITIAL_TABLES, '1800.00')).toEqual(['17.82']);
    expect(withheld(INITIAL_TABLES, '900.00', '900.00')).toEqual(['0.00', '17.82']);
    expect(withheld(perPayment, '900.00', '900.00')).toEqual(['0.00', '0.00']);
    expect(withheld(perPayment, '1800.00', '900.00')).toEqual(['17.82', '0.00']);
  });

  it('begins anew with the day', () => {
    const list = ['2026-03-10', '2026-03-11'].map((day) => pay(day, '900.00', 'payer-withholds'));
    expect(run(list).map(({ result }) => result.vatFen)).toEqual([0n, 0n]);
  });

  it('is restated when one of the payments of the day is voided', () => {
    const list = ['900.00', '900.00'].map((gross) => pay('2026-03-10', gross, 'payer-withholds'));
    const advances = run(list);
    const voided = voidOf(advances, advances[0] as Advance);
    expect(voided.lines[0]).toMatchObject({ vatFen: 0n, incomeFen: yuan('900.00') });
    expect(yuanText(owedAfter(voided, advances[0] as Advance))).toBe('-18.44');
  });

  it('adds urban maintenance tax by the place of the payer, and no education surcharges under 100,000', () => {
    const surcharges = [70_000n, 50_000n, 10_000n].map((urbanMaintenanceRate) => {
      const list = [
        pay('2026-03-10', '30000.00', 'payer-withholds', { vat: { role: 'payer-withholds', urbanMaintenanceRate } }),
      ];
      const [paid] = run(list) as [Advance];
      return [paid.result.urbanMaintenanceFen, paid.result.educationFen];
    });
    // 297.03 × 7 %, 5 %, 1 %, halved.
    expect(surcharges).toEqual([
      [1_040n, 0n],
      [743n, 0n],
      [149n, 0n],
    ]);
  });
});

describe('regimes that begin anew with each payment or month', () => {
  it.each([
    ['labor-per-payment', 'payment'],
    ['labor-per-payment', 'month'],
    ['non-resident-labor', 'payment'],
    ['non-resident-labor', 'month'],
  ] as const)('%s by the %s still add up the month for VAT', (regime, occurrence) => {
    const list = [pay('2026-03-01', '60000.00'), pay('2026-03-02', '50000.00'), pay('2026-03-03', '10000.00')];
    const charged = run(list, { regime, occurrence }).map(({ result }) => yuanText(result.vatFen));
    expect(charged).toEqual(['0.00', '1089.11', '99.01']);
  });

  it('takes the month of a non-resident as one time on the platform: ten payments of 3,000 withhold 3,390.00', () => {
    const list = Array.from({ length: 10 }, (_, index) =>
      pay(`2026-06-${String(index + 1).padStart(2, '0')}`, '3000.00'),
    );
    const taxes = run(list, platformChoice('non-resident-labor')).map(({ result }) => result.incomeTaxFen);
    // 30,000 × 80 % = 24,000 × 20 % − 1,410 (公告2018年第61号第九条、第十一条).
    expect(yuanText(taxes.reduce((sum, fen) => sum + fen, 0n))).toBe('3390.00');
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
