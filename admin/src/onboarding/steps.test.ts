import { isJoining, stepsOf, type Standing } from './steps';

const whole: Standing['enterprise'] = {
  state: 'draft',
  legalRepresentative: '张*',
  contactName: '李*',
  contactPhone: '138****0001',
  submittedAt: null,
  approvedAt: null,
  signedAt: null,
  accounts: [],
  review: { dueAt: null },
};
const account = {
  id: 1,
  enterpriseId: 1,
  subAccountNumber: '9992900001000001',
  bankName: '沙箱银行',
  bankCode: null,
  state: 'open' as const,
  openedAt: '2026-11-05T01:00:00Z',
};

const states = (enterprise: Partial<Standing['enterprise']>, deposited = false): string =>
  stepsOf({ enterprise: { ...whole, ...enterprise }, deposited })
    .map(({ state }) => state)
    .join(' ');

describe('the steps of joining', () => {
  it.each([
    ['a draft that lacks its contact', { contactName: null }, 'now later later later later later later'],
    ['a draft that says all', {}, 'done now later later later later later'],
    ['one that was sent back', { state: 'rejected' }, 'returned now later later later later later'],
    ['one under review', { state: 'submitted' }, 'done done now later later later later'],
    ['one that is approved', { state: 'approved' }, 'done done done now later later later'],
    ['one that signed', { state: 'active' }, 'done done done done now later later'],
    ['one with an account', { state: 'active', accounts: [account] }, 'done done done done done now later'],
  ] as const)('of %s', (_name, enterprise, expected) => {
    expect(states(enterprise as Partial<Standing['enterprise']>)).toBe(expected);
  });

  it('end with the first deposit', () => {
    expect(states({ state: 'active', accounts: [account] }, true)).toBe('done done done done done done now');
  });

  it('say since when the platform looks at it, and by when it decides', () => {
    const submittedAt = '2026-11-02T01:00:00Z';
    const review = { dueAt: '2026-11-05T01:00:00Z' };
    const steps = stepsOf({ enterprise: { ...whole, state: 'submitted', submittedAt, review }, deposited: false });
    expect(steps[2]).toEqual({ name: 'review', state: 'now', at: submittedAt, dueAt: review.dueAt });
    expect(steps[1]).toMatchObject({ state: 'done', at: submittedAt });
  });

  it('are for whoever has not joined yet', () => {
    const joining = (['draft', 'submitted', 'rejected', 'approved', 'active', 'suspended', 'offboarded'] as const).map(
      (state) => isJoining({ state }),
    );
    expect(joining).toEqual([true, true, true, true, false, false, false]);
  });
});
