import { newFeePlan, termsOf } from '@linggong/billing/api';
import { feesFor } from '@linggong/billing/domain';
import { rateOf } from './percent-typed';
import { amountsTyped, termsTyped } from './plan-body';
import { isAsked, planDefaults } from './plan-fields';

it.each([
  ['6', '0.06'],
  ['6%', '0.06'],
  ['0.55', '0.0055'],
  ['0.0001', '0.000001'],
  ['100', '1'],
  ['0', '0'],
  ['101', undefined],
  ['6,5', undefined],
  ['', undefined],
  ['x', undefined],
])('%s percent is %s', (typed, rate) => {
  expect(rateOf(typed)).toBe(rate);
});

describe('the form', () => {
  const frame = { enterpriseId: 1, effectiveFrom: '2026-12-01' };

  it.each([
    ['percent', { ...planDefaults, rate: '6' }, { kind: 'percent', rate: '0.06' }],
    ['fixed', { ...planDefaults, kind: 'fixed', rate: '6', fixedFen: '2.50' }, { kind: 'fixed', fixedFen: 250 }],
    [
      'tiered',
      { ...planDefaults, kind: 'tiered', tier1Rate: '6', tier2Volume: '10,000', tier2Amount: '9', tier2Rate: '5' },
      { tierMode: 'progressive', tiers: [{ rate: '0.06' }, { rate: '0.05', fromVolumeFen: 1_000_000 }] },
    ],
    [
      'tiered by both',
      {
        ...planDefaults,
        kind: 'tiered',
        tierBasis: 'both',
        tier1Rate: '6',
        tier2Volume: '10',
        tier2Amount: '9',
        tier2Rate: '5',
      },
      { tierMode: 'whole', tiers: [{ rate: '0.06' }, { rate: '0.05', fromVolumeFen: 1_000, fromAmountFen: 900 }] },
    ],
  ])('of a %s plan sends what the API takes', (_kind, values, expected) => {
    const terms = termsTyped(values);
    expect(terms).toMatchObject(expected);
    expect(newFeePlan.safeParse({ ...frame, ...terms }).success).toBe(true);
  });

  it('sends nothing where a rate is no percentage', () => {
    expect(termsTyped({ ...planDefaults, rate: 'six' })).toBeUndefined();
  });

  it('asks for nothing that the kind does not use', () => {
    const names = ['rate', 'fixedFen', 'tierBasis', 'tier2Volume', 'tier2Amount', 'bearing'];
    const of = (kind: string) => names.filter((name) => isAsked(name, { ...planDefaults, kind }));
    expect(of('percent')).toEqual(['rate', 'bearing']);
    expect(of('fixed')).toEqual(['fixedFen', 'bearing']);
    expect(of('tiered')).toEqual(['tierBasis', 'tier2Volume', 'bearing']);
  });

  it('shows the fee by the function that quotes', () => {
    const terms = termsTyped({ ...planDefaults, rate: '6', orderMinFen: '1' });
    expect(amountsTyped('10 1,000.00；x 0')).toEqual([1_000n, 100_000n]);
    expect(terms && feesFor(amountsTyped('10 1000'), termsOf(terms))).toEqual([100n, 6_000n]);
  });
});

describe('surcharges by class', () => {
  it('are sent as rates, left out where they are not asked, and stop the form where they are no percentage', () => {
    const typed = { ...planDefaults, rate: '6', raisedSurcharge: '0.5', highSurcharge: '1' };
    expect(termsTyped(typed)).toMatchObject({ rate: '0.06', raisedSurcharge: '0.005', highSurcharge: '0.01' });
    expect(termsTyped({ ...typed, kind: 'fixed', fixedFen: '2' })).not.toHaveProperty('highSurcharge');
    expect(termsTyped({ ...typed, highSurcharge: 'a lot' })).toBeUndefined();
  });
});
