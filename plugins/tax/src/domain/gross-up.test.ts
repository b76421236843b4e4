import fc from 'fast-check';
import {
  advance,
  EMPTY_CUMULATION,
  grossUp,
  INITIAL_TABLES,
  rulesOn,
  simulate,
  type Regime,
  type VatRole,
} from './index';

const regimes: readonly Regime[] = ['platform-labor', 'labor-per-payment', 'non-resident-labor'];
const payment = (role: VatRole) => ({ paidOn: '2026-03-20', vat: { role, urbanMaintenanceRate: 70_000n } });

describe('gross-up', () => {
  it('finds the smallest gross that gives the net', () => {
    const net = fc.oneof(fc.bigInt({ min: 1n, max: 20_000_000n }), fc.bigInt({ min: 9_300_000n, max: 9_650_000n }));
    fc.assert(
      fc.property(
        fc.constantFrom(...regimes),
        fc.constantFrom('platform-files', 'payer-withholds'),
        net,
        (regime, role, netFen) => {
          const rules = rulesOn(INITIAL_TABLES, '2026-03-20', { regime });
          const found = grossUp(EMPTY_CUMULATION, payment(role), netFen, rules);
          if (!found) throw new Error('a net in this range has a gross');
          expect(found.result.netFen).toBeGreaterThanOrEqual(netFen);
          const { grossFen } = found.result;
          for (let less = 1n; less <= 2_000n && less < grossFen; less += less < 100n ? 1n : 97n) {
            const below = advance(EMPTY_CUMULATION, { ...payment(role), grossFen: grossFen - less }, rules);
            expect(below.result.netFen).toBeLessThan(netFen);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('prefers the gross under the VAT line to one above it', () => {
    const rules = rulesOn(INITIAL_TABLES, '2026-03-20', { regime: 'platform-labor' });
    const below = advance(EMPTY_CUMULATION, { ...payment('platform-files'), grossFen: 10_099_999n }, rules);
    const highest = below.result.netFen;
    expect(grossUp(EMPTY_CUMULATION, payment('platform-files'), highest, rules)?.result.grossFen).toBeLessThanOrEqual(
      10_099_999n,
    );
    const above = grossUp(EMPTY_CUMULATION, payment('platform-files'), highest + 1n, rules);
    expect(above?.result.grossFen).toBeGreaterThan(10_200_000n);
    expect(above?.result.netFen).toBeGreaterThan(highest);
  });

  it('pays an earlier receivable too', () => {
    const { payments } = simulate(INITIAL_TABLES, { regime: 'platform-labor' }, [
      { ...payment('platform-files'), grossFen: 10_099_999n },
      { ...payment('platform-files'), grossFen: 1n },
    ]);
    const state = payments[1]?.state ?? EMPTY_CUMULATION;
    const rules = rulesOn(INITIAL_TABLES, '2026-03-20', { regime: 'platform-labor' });
    const found = grossUp(state, payment('platform-files'), 100_000n, rules);
    expect(found?.result.receivableCollectedFen).toBe(state.receivableFen);
    expect(found?.result.netFen).toBe(100_000n);
  });

  it('refuses a net of nothing', () => {
    const rules = rulesOn(INITIAL_TABLES, '2026-03-20', { regime: 'platform-labor' });
    expect(() => grossUp(EMPTY_CUMULATION, payment('self'), 0n, rules)).toThrow(RangeError);
  });
});
