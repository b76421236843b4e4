/** Voids, and what is owed or due back after them, pinned with figures worked out by hand. */
import { yuanText, type Fen } from '@linggong/core/domain';
import {
  addPayment,
  advance,
  allocateDue,
  bookedPayment,
  cumulationOf,
  EMPTY_CUMULATION,
  INITIAL_TABLES,
  monthOfIndex,
  owedByPayment,
  owedByRestating,
  rulesOn,
  simulate,
  voidPayments,
  type Advance,
  type MonthCorrection,
  type MonthLine,
  type TaxTables,
  type Voided,
} from './index';
import { labour, pay, run, show, yuan } from './payments.fixture';

const linesOf = (list: readonly Advance[]): MonthLine[] => list.map(bookedPayment).reduce<MonthLine[]>(addPayment, []);
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
