import { multiplyRate } from '@linggong/core/domain';
import fc from 'fast-check';
import { writtenTerms } from '../api';
import { termFaults } from '../api/term-faults';
import { termsOf, termsAnswerOf } from '../api/terms';
import { storedTerms } from '../server/plans/stored-terms';
import { classTiers, surchargeOf, termsAtTier } from './class-surcharge';
import { feesFor } from './fee';
import { percentOnTop, type FeeTerms } from './terms';

const amounts = fc.array(fc.bigInt({ min: 1n, max: 100_000_000n }), { minLength: 1, maxLength: 40 });
const rates = fc.bigInt({ min: 0n, max: 300_000n });
const sum = (fens: readonly bigint[]): bigint => fens.reduce((left, right) => left + right, 0n);

const withSurcharges = (terms: FeeTerms, raisedMillionths: bigint, highMillionths: bigint): FeeTerms => ({
  ...terms,
  raisedMillionths,
  highMillionths,
});

describe('what the class of an enterprise adds to its plan (R6.2)', () => {
  it('is the rate of the plan with the surcharge, to the fen', () => {
    fc.assert(
      fc.property(amounts, rates, rates, rates, (paid, rate, raised, more) => {
        const plan = withSurcharges(percentOnTop(rate), raised, raised + more);
        for (const tier of classTiers) {
          const whole = rate + surchargeOf(plan, tier);
          expect(feesFor(paid, termsAtTier(plan, tier))).toEqual(
            paid.map((amount) => multiplyRate(amount, whole, 'half-up')),
          );
        }
      }),
    );
  });

  it('adds its share of the volume to a progressive month, within a fen, and a worse class never costs less', () => {
    fc.assert(
      fc.property(amounts, rates, rates, (paid, raised, more) => {
        const tiers = [
          { fromVolumeFen: 0n, fromAmountFen: 0n, rateMillionths: 60_000n },
          { fromVolumeFen: 5_000_000n, fromAmountFen: 0n, rateMillionths: 40_000n },
        ];
        const bare: FeeTerms = {
          ...percentOnTop(0n),
          kind: 'tiered',
          tierBasis: 'month-volume',
          tierMode: 'progressive',
          tiers,
        };
        const plan = withSurcharges(bare, raised, raised + more);
        const [standard = 0n, dearer = 0n, dearest = 0n] = classTiers.map((tier) =>
          sum(feesFor(paid, termsAtTier(plan, tier))),
        );
        const added = dearer - standard - multiplyRate(sum(paid), raised, 'half-up');
        expect(added >= -1n && added <= 1n).toBe(true);
        expect(standard <= dearer && dearer <= dearest).toBe(true);
      }),
    );
  });

  it('adds nothing where the plan agrees none, and never passes a maximum that was agreed', () => {
    fc.assert(
      fc.property(amounts, rates, rates, (paid, rate, high) => {
        const none = percentOnTop(rate);
        for (const tier of classTiers) expect(feesFor(paid, termsAtTier(none, tier))).toEqual(feesFor(paid, none));
        const capped = withSurcharges({ ...none, orderMaxFen: 500n, batchMaxFen: 3_000n }, 0n, high);
        const fees = feesFor(paid, termsAtTier(capped, 'high'));
        expect(sum(fees) <= 3_000n).toBe(true);
        const fixed = withSurcharges({ ...none, kind: 'fixed', fixedFen: 200n }, high, high);
        expect(feesFor(paid, termsAtTier(fixed, 'high'))).toEqual(paid.map(() => 200n));
      }),
    );
  });
});

describe('the term of a plan', () => {
  const written = { kind: 'percent', rate: '0.06', raisedSurcharge: '0.005', highSurcharge: '0.01' } as const;

  it('is read, kept and answered as it was written', () => {
    const terms = termsOf(writtenTerms.parse(written));
    expect([terms.raisedMillionths, terms.highMillionths]).toEqual([5_000n, 10_000n]);
    expect(storedTerms.read(storedTerms.write(terms))).toMatchObject({
      raisedMillionths: 5_000n,
      highMillionths: 10_000n,
    });
    expect(termsAnswerOf(terms)).toMatchObject({ raisedSurcharge: '0.005', highSurcharge: '0.01' });
    expect(storedTerms.write(percentOnTop(60_000n))).toEqual({});
    expect(termsAnswerOf(percentOnTop(60_000n))).toMatchObject({ raisedSurcharge: null, highSurcharge: null });
  });

  it.each([
    [{ raisedSurcharge: '0.02' }, ['highSurcharge']],
    [{ raisedSurcharge: '0.02', highSurcharge: '0.01' }, ['highSurcharge']],
    [{ highSurcharge: '0.95' }, ['highSurcharge']],
    [{ highSurcharge: '0.94' }, []],
    [{}, []],
  ])('%j is refused at %j', (surcharges, fields) => {
    const faults = termFaults({ kind: 'percent', rate: '0.06', ...surcharges });
    expect(faults.map(({ field }) => field)).toEqual(fields);
  });

  it('is none of a fixed plan', () => {
    const faults = termFaults({ kind: 'fixed', fixedFen: 200, highSurcharge: '0.01' });
    expect(faults.map(({ field }) => field)).toEqual(['highSurcharge']);
  });
});
