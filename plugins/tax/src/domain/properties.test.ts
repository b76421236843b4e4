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
  simulate,
  voidPayment,
  yearOfIndex,
  type Advance,
  type GapPolicy,
  type MonthLine,
  type Payment,
  type PaymentTax,
  type VatRole,
} from './index';

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
        paidOn: shanghaiDay(new Date(Date.UTC(2026, 0, 1 + dayOfPeriod))),
        vat: { role: by, urbanMaintenanceRate: 70_000n, specialInvoice },
      })),
  );
}

const policy = fc.constantFrom(...gapPolicies);

function run(list: readonly Payment[], gapPolicy: GapPolicy): readonly Advance[] {
  return simulate(INITIAL_TABLES, { regime: 'platform-labor', gapPolicy }, list).payments;
}

const runKey = ({ trace }: Advance): string => `${yearOfIndex(trace.month)}/${trace.run}`;
const taxesOf = (result: PaymentTax): bigint =>
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

  it('go back to where they were when the last payment is voided', () => {
    fc.assert(
      fc.property(payments({ extras: true }), policy, (list, gapPolicy) => {
        const advances = run(
          list.filter(({ paidOn }) => paidOn < '2027'),
          gapPolicy,
        );
        const last = advances[advances.length - 1];
        if (!last) return;
        const year = { lines: linesOf(advances), receivableFen: last.state.receivableFen };
        const voided = voidPayment(year, bookedPayment(last), rules(gapPolicy));
        const before = advances[advances.length - 2];
        expect(voided.state).toEqual(before?.state ?? EMPTY_CUMULATION);
        expect(voided.refundDueFen).toBe(0n);
        expect(voided.corrections).toEqual([]);
      }),
    );
  });

  it('keep the money straight whichever payment is voided', () => {
    fc.assert(
      fc.property(payments(), fc.nat(), (list, pick) => {
        const advances = run(
          list.filter(({ paidOn }) => paidOn < '2027'),
          'reset',
        );
        const chosen = advances[pick % Math.max(advances.length, 1)];
        if (!chosen) return;
        const receivableFen = (advances[advances.length - 1] as Advance).state.receivableFen;
        const voided = voidPayment({ lines: linesOf(advances), receivableFen }, bookedPayment(chosen), rules('reset'));
        const others = advances.filter((each) => each !== chosen);
        expect(total(voided.year.lines.map((line) => line.incomeTaxFen))).toBe(
          total(others.map(({ result }) => result.incomeTaxFen)),
        );
        const owed = total(others.map(({ result }) => result.receivableAddedFen - result.receivableCollectedFen));
        expect(voided.year.receivableFen - voided.refundDueFen).toBe(owed);
      }),
    );
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
