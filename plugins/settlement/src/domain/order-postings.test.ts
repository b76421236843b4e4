import fc from 'fast-check';
import type { ChargeTime } from '@linggong/billing/domain';
import { heldFor, isConsistent, neededFor, orderPostings, type OrderFigures } from './order-postings';
import { quoteExpiry } from './policy';

/** Figures as tax gives them: an earlier receivable is collected first (below zero: tax is given back), then own taxes, and what is left is paid. */
const figures: fc.Arbitrary<OrderFigures> = fc
  .record({
    grossFen: fc.bigInt(1n, 10n ** 10n),
    feeFen: fc.bigInt(0n, 10n ** 9n),
    vatFen: fc.bigInt(0n, 10n ** 9n),
    surchargeFen: fc.bigInt(0n, 10n ** 8n),
    incomeTaxFen: fc.bigInt(0n, 10n ** 10n),
    feeTiming: fc.constantFrom<ChargeTime>('before', 'with-payment', 'after'),
    owedFen: fc.bigInt(-(10n ** 9n), 10n ** 9n),
  })
  .map(({ owedFen, ...base }) => {
    const collectedFen = owedFen < base.grossFen ? owedFen : base.grossFen;
    const left = base.grossFen - collectedFen - base.vatFen - base.surchargeFen - base.incomeTaxFen;
    return { ...base, collectedFen, receivableFen: left < 0n ? -left : 0n, netFen: left < 0n ? 0n : left };
  });

describe('what a paid order books', () => {
  it('takes gross and fee from the deposit, leaves nothing owed to the worker, and pays the net from the bank', () => {
    fc.assert(
      fc.property(figures, (order) => {
        expect(isConsistent(order)).toBe(true);
        const change = new Map<string, bigint>();
        for (const { source, destination, amountFen } of orderPostings(7, order)) {
          expect(amountFen).toBeGreaterThan(0n);
          change.set(source, (change.get(source) ?? 0n) - amountFen);
          change.set(destination, (change.get(destination) ?? 0n) + amountFen);
        }
        const of = (code: string): bigint => change.get(code) ?? 0n;
        expect(of('deposit:7')).toBe(heldFor(order));
        expect(of('workers:7')).toBe(0n);
        expect(of('bank:7')).toBe(-order.netFen);
        expect(of('fee:7')).toBe(-order.feeFen);
        expect(of('fee-prepaid:7')).toBe(order.feeTiming === 'before' ? order.feeFen : 0n);
        expect(of('fee-receivable:7')).toBe(order.feeTiming === 'after' ? order.feeFen : 0n);
        expect(neededFor(order) - heldFor(order)).toBe(of('fee-prepaid:7'));
        expect(of('tax-iit:7') + of('tax-vat:7') + of('tax-surcharge:7')).toBe(
          -(order.incomeTaxFen + order.vatFen + order.surchargeFen),
        );
        expect(of('receivable:7')).toBe(order.receivableFen - order.collectedFen);
        expect([...change.values()].reduce((sum, fen) => sum + fen, 0n)).toBe(0n);
      }),
    );
  });

  it('is refused where the figures do not add up', () => {
    const order = {
      grossFen: 100n,
      feeFen: 6n,
      vatFen: 0n,
      surchargeFen: 0n,
      incomeTaxFen: 3n,
      receivableFen: 0n,
      collectedFen: 0n,
      netFen: 97n,
      feeTiming: 'with-payment' as const,
    };
    expect(isConsistent(order)).toBe(true);
    expect(isConsistent({ ...order, netFen: 98n })).toBe(false);
    expect(isConsistent({ ...order, feeFen: -1n })).toBe(false);
    expect(isConsistent({ ...order, collectedFen: -5n, netFen: 102n })).toBe(true);
  });
});

describe('the policy', () => {
  const policy = { lineLimitFen: 1n, workerMonthLimitFen: 1n, quoteHours: 24 };
  it('ends a quote after its hours', () => {
    expect(quoteExpiry(policy, new Date('2026-11-22T03:00:00Z')).toISOString()).toBe('2026-11-23T03:00:00.000Z');
  });
});
