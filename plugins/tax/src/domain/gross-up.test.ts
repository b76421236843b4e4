import fc from 'fast-check';
import {
  advance,
  advanceBatch,
  EMPTY_CUMULATION,
  grossUp,
  INITIAL_TABLES,
  rulesOn,
  simulate,
  type Regime,
  type StateMap,
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

  describe('on top of anything that the month held before', () => {
    const role = fc.constantFrom<VatRole>('platform-files', 'payer-withholds', 'self');
    const earlier = fc.record({
      role,
      grossFen: fc.oneof(fc.bigInt({ min: 1n, max: 400_000n }), fc.bigInt({ min: 9_000_000n, max: 10_300_000n })),
      specialInvoice: fc.boolean(),
      day: fc.constantFrom('2026-02-27', '2026-03-02', '2026-03-20'),
    });
    const net = fc.oneof(
      fc.bigInt({ min: 1n, max: 3_000n }),
      fc.bigInt({ min: 50_000n, max: 120_000n }),
      fc.bigInt({ min: 9_000_000n, max: 10_400_000n }),
      fc.bigInt({ min: 1n, max: 500_000_000n }),
    );

    /** Amounts below a found gross: all of a small one, and of others the nearest, some further, and those at the cuts. */
    function* below(grossFen: bigint): Generator<bigint> {
      const nearest = grossFen - 400n > 1n && grossFen > 4_000n ? grossFen - 400n : 1n;
      for (let gross = grossFen - 1n; gross >= nearest; gross -= 1n) yield gross;
      for (let gross = nearest / 2n; gross > 0n; gross /= 2n) yield gross;
      for (const cut of [
        100_000n,
        101_000n,
        103_000n,
        10_000_000n,
        10_099_999n,
        10_100_000n,
        10_299_999n,
        10_300_000n,
      ]) {
        for (const near of [cut - 1n, cut, cut + 1n]) if (near < grossFen) yield near;
      }
    }

    it('finds the smallest gross: none below gives the net', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...regimes),
          fc.array(earlier, { maxLength: 4 }),
          role,
          fc.boolean(),
          fc.bigInt({ min: -20_000n, max: 150_000n }),
          net,
          (regime, before, vatRole, specialInvoice, receivableFen, netFen) => {
            const rules = rulesOn(INITIAL_TABLES, '2026-03-20', { regime });
            const paid = [...before].sort((left, right) => (left.day < right.day ? -1 : 1));
            const state = paid.reduce(
              (known, { day, grossFen, ...terms }) =>
                advance(
                  known,
                  { paidOn: day, grossFen, vat: { ...terms, urbanMaintenanceRate: 70_000n } },
                  rulesOn(INITIAL_TABLES, day, { regime }),
                ).state,
              EMPTY_CUMULATION,
            );
            const owing = { ...state, receivableFen };
            const vat = { role: vatRole, specialInvoice, urbanMaintenanceRate: 50_000n };
            const at = (grossFen: bigint) => advance(owing, { paidOn: '2026-03-20', vat, grossFen }, rules).result;
            const found = grossUp(owing, { paidOn: '2026-03-20', vat }, netFen, rules);
            if (!found) throw new Error('a net in this range has a gross');
            expect(found.result).toEqual(at(found.result.grossFen));
            expect(found.result.netFen).toBeGreaterThanOrEqual(netFen);
            for (const gross of below(found.result.grossFen)) expect(at(gross).netFen).toBeLessThan(netFen);
          },
        ),
        { numRuns: 60 },
      );
    });
  });

  it('of a batch stands on the lines of the worker before it', () => {
    const rules = rulesOn(INITIAL_TABLES, '2026-03-20', { regime: 'platform-labor' });
    const line = { ...payment('platform-files'), workerId: 1, regime: 'platform-labor', grossFen: 1n } as const;
    const promised = [6_000_000n, 4_500_000n].map((promisedNetFen) => ({ ...line, promisedNetFen }));
    const outcomes = advanceBatch(promised, new Map(), () => rules);
    const results = outcomes.map((outcome) => (outcome.ok ? outcome.advance.result : undefined));
    expect(results.map((result) => result?.netFen)).toEqual([6_000_000n, 4_500_000n]);
    const again = simulate(
      INITIAL_TABLES,
      { regime: 'platform-labor' },
      results.map((result) => ({ ...payment('platform-files'), grossFen: result?.grossFen ?? 0n })),
    );
    expect(again.payments.map(({ result }) => result)).toEqual(results);
  });

  it('a net beyond every amount is refused, and changes nothing', () => {
    const rules = rulesOn(INITIAL_TABLES, '2026-03-20', { regime: 'platform-labor' });
    const line = { ...payment('self'), workerId: 1, regime: 'platform-labor', grossFen: 1n } as const;
    const states: StateMap = new Map();
    const [outcome] = advanceBatch([{ ...line, promisedNetFen: 10n ** 17n }], states, () => rules);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'tax-gross-up' } });
    expect(states.size).toBe(0);
  });

  it('refuses a net of nothing', () => {
    const rules = rulesOn(INITIAL_TABLES, '2026-03-20', { regime: 'platform-labor' });
    expect(() => grossUp(EMPTY_CUMULATION, payment('self'), 0n, rules)).toThrow(RangeError);
  });
});
