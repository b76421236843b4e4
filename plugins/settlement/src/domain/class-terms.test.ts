import { prepaidFor, releaseByClass, type ClassTerms } from './class-terms';

const terms: ClassTerms = { prepayPercent: 100, reviewDepth: 'usual', releaseFen: 1_000 };

describe('what a class means for a batch (R6.2)', () => {
  it('keeps more in the account for a weak class, rounded up', () => {
    expect(prepaidFor(1_001n, { ...terms, prepayPercent: 110 })).toBe(1_102n);
    expect(prepaidFor(1_001n, { ...terms, prepayPercent: 80 })).toBe(1_001n);
    expect(prepaidFor(1_001n, undefined)).toBe(1_001n);
  });

  it('makes the release stricter and never looser', () => {
    expect(releaseByClass('automatic', 1_000n, terms)).toBe('automatic');
    expect(releaseByClass('automatic', 1_001n, terms)).toBe('finance-approver');
    expect(releaseByClass('automatic', 1n, { ...terms, reviewDepth: 'full' })).toBe('finance-approver');
    expect(releaseByClass('finance-approver', 1n, terms)).toBe('finance-approver');
    expect(releaseByClass('automatic', 1_000_000n, undefined)).toBe('automatic');
  });
});
