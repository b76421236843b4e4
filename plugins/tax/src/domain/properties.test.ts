import fc from 'fast-check';
import { divideRounded, shanghaiDay } from '@linggong/core/domain';
import { halfUp } from './integer';
import {
  addPayment,
  advance,
  bookedPayment,
  cumulationOf,
  EMPTY_CUMULATION,
  INITIAL_TABLES,
  monthIndexOf,
  monthOfIndex,
  rulesOn,
  owedByPayment,
  owedByRestating,
  simulate,
  voidPayments,
  yearOfIndex,
  type Advance,
  type GapPolicy,
  type MonthLine,
  type Payment,
  type PaymentTax,
  type VatRole,
  type Voided,
} from './index';
import { restateYear } from './restate';
import type { Rules } from './rules';

const gapPolicies: readonly GapPolicy[] = ['reset', 'income-months', 'calendar'];
const roles: readonly VatRole[] = ['platform-files', 'payer-withholds', 'self'];

/** Amounts that meet the edges: small, around 6,250, around the VAT line, and large. */
const grossFen = fc.oneof(
  fc.bigInt({ min: 1n, max: 2_000n }),
  fc.bigInt({ min: 50_000n, max: 1_500_000n }),
  fc.bigInt({ min: 9_900_000n, max: 10_300_000n }),
  fc.bigInt({ min: 1n, max: 150_000_000n }),
);

interface Shape {
  role?: VatRole;
  extras?: boolean;
}

/** Payments of 2026 and early 2027 in order of their days. */
function payments({ role, extras = false }: Shape = {}): fc.Arbitrary<Payment[]> {
  const fen = fc.bigInt({ min: 0n, max: 100_000n });
  const one = fc.record({
    dayOfPeriod: fc.integer({ min: 0, max: 420 }),
    grossFen,
    role: role === undefined ? fc.constantFrom(...roles) : fc.constant(role),
    specialInvoice: extras ? fc.boolean() : fc.constant(false),
    exemptFen: extras ? fen : fc.constant(0n),
    otherDeductionFen: extras ? fen : fc.constant(0n),
    reliefFen: extras ? fen : fc.constant(0n),
  });
  return fc.array(one, { minLength: 1, maxLength: 24 }).map((list) =>
    list
      .sort((left, right) => left.dayOfPeriod - right.dayOfPeriod)
      .map(({ dayOfPeriod, role: by, specialInvoice, ...amounts }) => ({
        ...amounts,
        exemptFen: amounts.exemptFen < amounts.grossFen ? amounts.exemptFen : amounts.grossFen,
        paidOn: shanghaiDay(new Date(Date.UTC(2026, 0, 1 + dayOfPeriod))),
        vat: { role: by, urbanMaintenanceRate: 70_000n, specialInvoice },
      })),
  );
}

/** Months that are brought to the VAT line by one payment and over it by a small one: random amounts never do that. */
function crossings(): fc.Arbitrary<Payment[]> {
  const month = fc.record({
    number: fc.integer({ min: 1, max: 12 }),
    largeFen: fc.bigInt({ min: 10_050_000n, max: 10_099_999n }),
    smallFen: fc.bigInt({ min: 50_001n, max: 90_000n }),
    later: fc.array(fc.bigInt({ min: 1n, max: 300_000n }), { maxLength: 3 }),
  });
  return fc.uniqueArray(month, { minLength: 1, maxLength: 4, selector: ({ number }) => number }).map((months) =>
    months
      .sort((left, right) => left.number - right.number)
      .flatMap(({ number, largeFen, smallFen, later }) =>
        [largeFen, smallFen, ...later].map((amount, index) => ({
          paidOn: `2026-${String(number).padStart(2, '0')}-${String(index + 10)}`,
          grossFen: amount,
          vat: { role: 'platform-files' as const, urbanMaintenanceRate: 70_000n },
        })),
      ),
  );
}

const policy = fc.constantFrom(...gapPolicies);

function run(list: readonly Payment[], gapPolicy: GapPolicy): readonly Advance[] {
  return simulate(INITIAL_TABLES, { regime: 'platform-labor', gapPolicy }, list).payments;
}

const runKey = ({ trace }: Advance): string => `${yearOfIndex(trace.month)}/${trace.run}`;
type Taxes = Pick<PaymentTax, 'vatFen' | 'urbanMaintenanceFen' | 'educationFen' | 'localEducationFen' | 'incomeTaxFen'>;
const taxesOf = (result: Taxes): bigint =>
  result.vatFen + result.urbanMaintenanceFen + result.educationFen + result.localEducationFen + result.incomeTaxFen;
const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

describe('the cumulative method', () => {
  it('has withheld in a run the running maximum of its cumulative tax', () => {
    fc.assert(
      fc.property(payments({ extras: true }), policy, (list, gapPolicy) => {
        const highest = new Map<string, bigint>();
        for (const each of run(list, gapPolicy)) {
          const before = highest.get(runKey(each)) ?? 0n;
          const now = each.trace.incomeTax.cumulativeTaxFen;
          highest.set(runKey(each), now > before ? now : before);
          expect(each.state.withheldFen).toBe(highest.get(runKey(each)));
        }
      }),
    );
  });

  it('gives a month and a year what one computation gives, where no correction was negative and no gap reset the run', () => {
    fc.assert(
      fc.property(payments(), policy, (list, gapPolicy) => {
        const advances = run(list, gapPolicy);
        for (const key of new Set(advances.map(runKey))) {
          const inRun = advances.filter((each) => runKey(each) === key);
          if (inRun.some(({ trace }) => trace.incomeTax.correctionFen < 0n)) continue;
          const last = inRun[inRun.length - 1] as Advance;
          expect(total(inRun.map(({ result }) => result.incomeTaxFen))).toBe(last.trace.incomeTax.cumulativeTaxFen);
          const incomeFen = total(inRun.map(({ result }) => result.incomeFen));
          const atOnce = advance(
            { ...EMPTY_CUMULATION, month: last.trace.month, firstMonth: 1, run: 1, months: last.trace.months },
            {
              paidOn: `${monthOfIndex(last.trace.month)}-28`,
              grossFen: incomeFen,
              vat: { role: 'self', urbanMaintenanceRate: 0n },
            },
            last.trace.rules,
          );
          expect(atOnce.result.incomeTaxFen).toBe(last.trace.incomeTax.cumulativeTaxFen);
        }
      }),
    );
  });

  it('does not depend on the order of payments in a month, where no correction was negative', () => {
    fc.assert(
      fc.property(fc.array(grossFen, { minLength: 2, maxLength: 6 }), fc.infiniteStream(fc.nat()), (amounts, keys) => {
        const shuffled = amounts
          .map((amount) => ({ amount, key: keys.next().value }))
          .sort((left, right) => left.key - right.key)
          .map(({ amount }) => amount);
        const [one, other] = [amounts, shuffled].map((list) => run(inOneMonth(list), 'reset'));
        const negative = [...(one ?? []), ...(other ?? [])].some(({ trace }) => trace.incomeTax.correctionFen < 0n);
        const sums = [one, other].map((list) => total((list ?? []).map(({ result }) => taxesOf(result))));
        if (!negative) expect(sums[0]).toBe(sums[1]);
      }),
    );
  });

  const inOneMonth = (amounts: readonly bigint[]): Payment[] =>
    amounts.map((amount) => ({
      paidOn: '2026-05-20',
      grossFen: amount,
      vat: { role: 'platform-files', urbanMaintenanceRate: 70_000n },
    }));
});

describe('money', () => {
  it('lends tax that a payment cannot bear and collects it from the next ones, never from nothing', () => {
    let [lent, collected] = [0, 0];
    fc.assert(
      fc.property(crossings(), (list) => {
        let outstanding = 0n;
        for (const { result } of run(list, 'reset')) {
          expect(result.receivableCollectedFen <= outstanding).toBe(true);
          outstanding += result.receivableAddedFen - result.receivableCollectedFen;
          expect(result.taxReceivableFen).toBe(outstanding);
          if (outstanding > 0n) expect(result.netFen).toBe(0n);
          lent += result.receivableAddedFen > 0n ? 1 : 0;
          collected += result.receivableCollectedFen > 0n ? 1 : 0;
        }
      }),
      { numRuns: 300 },
    );
    expect([lent > 100, collected > 100]).toEqual([true, true]);
  });

  it('never makes tax or net negative, and accounts for every fen and every receivable', () => {
    fc.assert(
      fc.property(payments({ extras: true }), policy, (list, gapPolicy) => {
        let outstanding = 0n;
        for (const { result } of run(list, gapPolicy)) {
          const { incomeFen: _may_be_negative, months: _months, rate: _rate, ...amounts } = result;
          expect(Object.entries(amounts).filter(([, fen]) => fen < 0n)).toEqual([]);
          const paid = result.netFen + taxesOf(result) + result.receivableCollectedFen - result.receivableAddedFen;
          expect(paid).toBe(result.grossFen);
          outstanding += result.receivableAddedFen - result.receivableCollectedFen;
          expect(result.taxReceivableFen).toBe(outstanding);
          if (outstanding > 0n) expect(result.netFen).toBe(0n);
        }
      }),
    );
  });

  it('charges a month the VAT and the surcharges of its total, however it was paid', () => {
    fc.assert(
      fc.property(payments({ role: 'platform-files' }), (list) => {
        const advances = run(list, 'reset');
        for (const month of new Set(advances.map(({ trace }) => trace.month))) {
          const inMonth = advances.filter(({ trace }) => trace.month === month);
          const [atOnce] = run(
            [
              {
                ...(inMonth[0] as Advance).trace.payment,
                grossFen: total(inMonth.map(({ result }) => result.grossFen)),
              },
            ],
            'reset',
          );
          for (const name of [
            'vatFen',
            'urbanMaintenanceFen',
            'educationFen',
            'localEducationFen',
            'incomeFen',
          ] as const) {
            expect(total(inMonth.map(({ result }) => result[name]))).toBe(atOnce?.result[name]);
          }
        }
      }),
    );
  });

  it('rounds in the kernel as the house rounds', () => {
    const numerator = fc.bigInt({ min: 0n, max: 4_000_000_000_000_000_000n });
    fc.assert(
      fc.property(numerator, fc.bigInt({ min: 1n, max: 2_000_000_000n }), (left, right) => {
        expect(halfUp(left, right)).toBe(divideRounded(left, right, 'half-up'));
      }),
    );
  });
});

/** What a worker declares himself brings the month over the VAT line; of the platform's seven yuan nobody has been charged then. */
const crossedBySelf: Payment[] = (
  [
    ['2026-12-06', 717n, 'platform-files'],
    ['2026-12-12', 10_100_943n, 'self'],
    ['2026-12-30', 127_691_205n, 'payer-withholds'],
  ] as const
).map(([paidOn, amount, by]) => ({ paidOn, grossFen: amount, vat: { role: by, urbanMaintenanceRate: 70_000n } }));

describe('the lines of a year', () => {
  const linesOf = (advances: readonly Advance[]): MonthLine[] =>
    advances.map(bookedPayment).reduce<MonthLine[]>(addPayment, []);
  const rules = (gapPolicy: GapPolicy) =>
    rulesOn(INITIAL_TABLES, '2026-06-01', { regime: 'platform-labor', gapPolicy });

  it('rebuild the state that the payments made', () => {
    fc.assert(
      fc.property(payments({ extras: true }), policy, (list, gapPolicy) => {
        const advances = run(
          list.filter(({ paidOn }) => paidOn < '2027'),
          gapPolicy,
        );
        const last = advances[advances.length - 1];
        if (!last) return;
        expect(cumulationOf(linesOf(advances), last.state.receivableFen, rules(gapPolicy).incomeTax)).toEqual(
          last.state,
        );
      }),
    );
  });

  const voidOf = (advances: readonly Advance[], chosen: Advance): Voided =>
    voidPayments(linesOf(advances), [bookedPayment(chosen)], () => rules('reset'));
  const noNegative = (advances: readonly Advance[]): boolean =>
    advances.every(({ trace }) => trace.incomeTax.correctionFen >= 0n);

  /** What a month owes before a payment that nobody has been charged yet: sales that a worker declares himself crossed its threshold. */
  const leftToCharge = (earlier: readonly Advance[], last: Advance, ofMonth: Rules): bigint =>
    owedByRestating(
      restateYear(linesOf(earlier), monthIndexOf(bookedPayment(last).payment.paidOn), () => ofMonth).months,
    );

  it('go back to where they were when the last payment is voided, where no correction was negative', () => {
    fc.assert(
      fc.property(payments({ extras: true }), policy, (list, gapPolicy) => {
        const advances = run(
          list.filter(({ paidOn }) => paidOn < '2027'),
          gapPolicy,
        );
        const last = advances[advances.length - 1];
        if (!last || !noNegative(advances)) return;
        const before = advances[advances.length - 2]?.state ?? EMPTY_CUMULATION;
        const voided = voidPayments(linesOf(advances), [bookedPayment(last)], () => rules(gapPolicy));
        const left = leftToCharge(advances.slice(0, -1), last, rules(gapPolicy));
        expect(owedByRestating(voided.months)).toBe(left);
        // The next payment would have charged it.
        if (left !== 0n) return;
        expect(last.state.receivableFen - owedByPayment(last.result)).toBe(before.receivableFen);
        expect(cumulationOf(voided.lines, before.receivableFen, rules(gapPolicy).incomeTax)).toEqual(before);
        expect(voided.corrections).toEqual([]);
      }),
      { examples: [[crossedBySelf, 'reset']] },
    );
  });

  it('keep the money straight whichever payment is voided, receivables and what is due back included', () => {
    let [receivables, collections, restated] = [0, 0, 0];
    fc.assert(
      fc.property(crossings(), fc.nat(), (list, pick) => {
        const advances = run(list, 'reset');
        const chosen = advances[pick % advances.length] as Advance;
        const voided = voidOf(advances, chosen);
        const others = advances.filter((each) => each !== chosen);
        const taken = total(others.map(({ result }) => taxesOf(result)));
        const stated = total(voided.lines.map(taxesOf));
        // What the returns say is what was taken from the other payments, but for what is owed or due back by restating.
        expect(stated - taken).toBe(owedByRestating(voided.months));
        const owedFen = (advances[advances.length - 1] as Advance).state.receivableFen;
        const after = owedFen - owedByPayment(chosen.result) + owedByRestating(voided.months);
        const lent = total(others.map(({ result }) => result.receivableAddedFen - result.receivableCollectedFen));
        expect(after).toBe(lent + stated - taken);
        receivables += chosen.result.receivableAddedFen > 0n ? 1 : 0;
        collections += chosen.result.receivableCollectedFen > 0n ? 1 : 0;
        restated += stated === taken ? 0 : 1;
      }),
      { numRuns: 300 },
    );
    expect([receivables > 10, collections > 10, restated > 10]).toEqual([true, true, true]);
  });

  it('are after a void what one computation of the other payments gives', () => {
    let compared = 0;
    fc.assert(
      fc.property(crossings(), fc.nat(), (list, pick) => {
        const advances = run(list, 'reset');
        const chosen = advances[pick % advances.length] as Advance;
        const others = run(
          list.filter((_, index) => advances[index] !== chosen),
          'reset',
        );
        if (!noNegative(others)) return;
        compared += 1;
        const { lines } = voidOf(advances, chosen);
        const anew = linesOf(others);
        for (const name of ['grossFen', 'vatFen', 'incomeFen', 'incomeTaxFen'] as const) {
          expect(lines.map((line) => line[name])).toEqual(anew.map((line) => line[name]));
        }
      }),
    );
    expect(compared).toBeGreaterThan(5);
  });
});

describe('months', () => {
  it('are months of Asia/Shanghai: 31 January 17:00Z is February', () => {
    const sent = shanghaiDay(new Date('2026-01-31T17:00:00Z'));
    const list = ['2026-01-31', sent].map((paidOn): Payment => ({
      paidOn,
      grossFen: 1_000_000n,
      vat: { role: 'platform-files', urbanMaintenanceRate: 70_000n },
    }));
    expect(sent).toBe('2026-02-01');
    expect(run(list, 'reset').map(({ result }) => result.months)).toEqual([1, 2]);
  });

  it('have an index that goes there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const text = `${year}-${String(month).padStart(2, '0')}`;
        expect(monthOfIndex(monthIndexOf(`${text}-31`))).toBe(text);
      }),
    );
  });
});
