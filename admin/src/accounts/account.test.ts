import { signInPolicy } from '@linggong/config/access';
import { holderState, noticeDays, signInState, type AccountRow } from './account';

const row: AccountRow = {
  id: 1,
  identifier: 'operator-1',
  role: 'operator',
  enterpriseId: null,
  workerId: null,
  partyNumber: null,
  blocked: false,
  awaitsSetUp: false,
  holderConfirmed: null,
  secondFactor: false,
  passwordChangedAt: null,
  lastSeenAt: null,
  blocksAt: null,
  resetAskedAt: null,
  createdAt: '2026-11-26T00:00:00Z',
};

describe('an account', () => {
  it('is active, waits for its first change, or is blocked whatever else', () => {
    expect(signInState(row)).toBe('active');
    expect(signInState({ ...row, awaitsSetUp: true })).toBe('first');
    expect(signInState({ ...row, awaitsSetUp: true, blocked: true })).toBe('blocked');
  });

  it('says a week before that it is about to be blocked for want of use', () => {
    expect(noticeDays).toBe(signInPolicy.unusedNoticeDays);
    const now = new Date('2026-11-26T00:00:00Z');
    expect(signInState({ ...row, blocksAt: '2026-12-03T00:00:00Z' }, now)).toBe('ending');
    expect(signInState({ ...row, blocksAt: '2026-12-03T00:00:01Z' }, now)).toBe('active');
    expect(signInState({ ...row, blocksAt: '2026-11-25T00:00:00Z', blocked: true }, now)).toBe('blocked');
  });

  it('says whether others have looked at who stands behind it', () => {
    expect([null, false, true].map((holderConfirmed) => holderState({ holderConfirmed }))).toEqual([
      'none',
      'told',
      'confirmed',
    ]);
  });
});
