import { billStory, settlingOf, waitingOf } from './bill-story';

const request = (state: 'pending' | 'rejected' | 'executed' | 'expired', day: number) => ({
  action: 'settle',
  state,
  askedBy: 'finance-officer#4',
  askedAt: `2026-11-0${day.toString()}T01:00:00Z`,
  reason: '月度扣收',
  decidedBy: state === 'rejected' || state === 'executed' ? 'finance-approver#5' : null,
  decidedAt: state === 'rejected' || state === 'executed' ? `2026-11-0${day.toString()}T02:00:00Z` : null,
  decisionReason: state === 'rejected' ? '金额不符' : null,
  endedAt: state === 'expired' ? `2026-11-0${day.toString()}T03:00:00Z` : null,
  approval: null,
});
const bill = { issuedAt: '2026-11-01T00:00:00Z', settledAt: null };
const step = (name: string): string => name;

it('tells who asked and who decided, newest first, with the reasons', () => {
  const requests = [request('executed', 4), request('expired', 3), request('rejected', 2)];
  const told = billStory({ ...bill, settledAt: '2026-11-04T02:00:00Z', requests }, step);
  expect(told.map(({ text }) => text)).toEqual([
    'approved',
    'asked',
    'expired',
    'asked',
    'rejected',
    'asked',
    'issued',
  ]);
  expect(told[4]).toMatchObject({ actor: 'finance-approver#5', reason: '金额不符' });
  expect(settlingOf({ requests })?.decidedBy).toBe('finance-approver#5');
  expect(waitingOf({ requests })).toBeUndefined();
});

it('tells the days alone where no request is told', () => {
  const told = billStory({ ...bill, settledAt: '2026-11-01T00:00:00Z', requests: [] }, step);
  expect(told.map(({ text }) => text)).toEqual(['settled', 'issued']);
  expect(waitingOf({ requests: [request('pending', 5)] })?.askedBy).toBe('finance-officer#4');
});
