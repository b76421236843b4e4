import { lineRules, reasonText, type LineFacts } from '../domain';
import { decideLines } from './decide-lines';

const ordinary: LineFacts = {
  amountFen: 312_000n,
  monthFen: 312_000n,
  batchCount: 1,
  registeredDays: 90,
  enterpriseCount: 1,
};

describe('decideLines (R6.3)', () => {
  it.each<[string, Partial<LineFacts>, string, string]>([
    ['an ordinary payment', {}, 'approve', 'none'],
    ['exactly 200,000 yuan', { amountFen: 20_000_000n, monthFen: 20_000_000n }, 'approve', 'none'],
    ['a fen more', { amountFen: 20_000_001n, monthFen: 20_000_001n }, 'review', 'amount-high'],
    ['a month above the registration line', { monthFen: 41_666_667n }, 'review', 'month-total-high'],
    ['a new worker with much', { registeredDays: 2, amountFen: 3_000_001n }, 'review', 'new-worker-high'],
    [
      'a worker of the day with very much',
      { registeredDays: 0, amountFen: 10_000_001n },
      'decline',
      'first-day-very-high',
    ],
    ['an old worker with as much', { registeredDays: 3, amountFen: 3_000_001n }, 'approve', 'none'],
    ['21 payments in a batch', { batchCount: 21 }, 'review', 'split-payments'],
  ])('%s', async (_name, change, decision, reason) => {
    const [decided] = await decideLines([{ ...ordinary, ...change }]);
    expect(decided).toMatchObject({ decision, reason });
  });

  it('keeps the order of thousands', async () => {
    const lines = Array.from({ length: 3_500 }, (_, index) => ({ ...ordinary, batchCount: index % 2 ? 1 : 30 }));
    const decided = await decideLines(lines);
    expect(decided.map((one) => one.decision)).toEqual(
      lines.map((line) => (line.batchCount > 20 ? 'review' : 'approve')),
    );
  });

  it('has words for every reason in both languages', () => {
    for (const { reason } of lineRules) expect(reasonText(reason)?.zh && reasonText(reason)?.en).toBeTruthy();
  });
});
