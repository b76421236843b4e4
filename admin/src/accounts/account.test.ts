import { initialPasswordOf, signInState, type AccountRow } from './account';

const row: AccountRow = {
  id: 1,
  identifier: 'operator-1',
  role: 'operator',
  enterpriseId: null,
  workerId: null,
  blocked: false,
  mustChangePassword: false,
  secondFactor: false,
  passwordChangedAt: null,
  lastSeenAt: null,
  createdAt: '2026-11-26T00:00:00Z',
};

describe('an account', () => {
  it('is active, waits for its first change, or is blocked whatever else', () => {
    expect(signInState(row)).toBe('active');
    expect(signInState({ ...row, mustChangePassword: true })).toBe('first');
    expect(signInState({ ...row, mustChangePassword: true, blocked: true })).toBe('blocked');
  });

  it('has a first password only in the first answer', () => {
    expect(initialPasswordOf({ id: 1, initialPassword: 'ABCDE' })).toBe('ABCDE');
    expect(initialPasswordOf({ id: 1 })).toBeUndefined();
    expect(initialPasswordOf(undefined)).toBeUndefined();
  });
});
