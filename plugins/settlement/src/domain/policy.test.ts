import { isSmallDeposit, releaseRule } from './policy';

const text = { zh: '文', en: 'text' };
const above = { name: text, approval: 'above', aboveFen: 1_000, dayAboveFen: 1_500, basis: text } as const;
const policy = {
  steps: [
    { id: 'release', ...above },
    { id: 'deposit-without-line', ...above },
  ],
};

describe('what one person may do alone', () => {
  it('is a batch up to the amount, and up to the day’s', () => {
    expect(releaseRule(policy, 1_000n, 500n)).toBe('automatic');
    expect(releaseRule(policy, 1_001n, 0n)).toBe('finance-approver');
    expect(releaseRule(policy, 1_000n, 501n)).toBe('finance-approver');
  });

  it('is a deposit that no bank line stands behind, by the same amounts: in one piece or in many', () => {
    expect(isSmallDeposit(policy, 1_000n, 500n)).toBe(true);
    expect(isSmallDeposit(policy, 1_001n, 0n)).toBe(false);
    expect(isSmallDeposit(policy, 1n, 1_500n)).toBe(false);
  });
});
