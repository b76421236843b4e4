/** Cases that random ones rarely hit, pinned with figures worked out by hand. */
import { yuanText } from '@linggong/core/domain';
import {
  clearMonth,
  INITIAL_TABLES,
  platformChoice,
  rulesOn,
  traceEntries,
  tracesOf,
  traceText,
  type Advance,
  type Payment,
} from './index';
import { labour, pay, run, show, yuan } from './payments.fixture';

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
