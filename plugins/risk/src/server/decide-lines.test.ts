import { decisionTableKind, unmetNeeds } from '@linggong/studio/domain';
import { lineNeeds, lineSeed, lineTable, type LineFacts } from '../domain';
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
    const [decided] = await decideLines(lineTable, [{ ...ordinary, ...change }]);
    expect(decided).toMatchObject({ decision, reason });
    expect(decided?.text === undefined).toBe(decision === 'approve');
  });

  it('keeps the order of thousands', async () => {
    const lines = Array.from({ length: 3_500 }, (_, index) => ({ ...ordinary, batchCount: index % 2 ? 1 : 30 }));
    const decided = await decideLines(lineTable, lines);
    expect(decided.map((one) => one.decision)).toEqual(
      lines.map((line) => (line.batchCount > 20 ? 'review' : 'approve')),
    );
  });

  it('decides by what operators changed, and by nothing where they took the decision away', async () => {
    const lower = { ...lineTable, otherwise: { decision: 'review', reason: 'all-looked-at' } };
    expect(await decideLines(lower, [ordinary])).toEqual([
      { decision: 'review', reason: 'all-looked-at', ruleId: 'otherwise' },
    ]);
    const without = { ...lineTable, columns: lineTable.columns.filter(({ id }) => id !== 'decision') };
    await expect(decideLines(without, [ordinary])).rejects.toMatchObject({ code: 'risk-table-unfit' });
  });
});

describe('the table of the first day (R6.4)', () => {
  const content = decisionTableKind.content.parse(lineSeed.content);

  it('has no faults and no row that cannot hit', () => {
    expect(decisionTableKind.faults(content)).toEqual([]);
    expect(unmetNeeds(lineTable, lineNeeds)).toEqual([]);
    expect(decisionTableKind.hints(content).filter(({ code }) => code.startsWith('row-'))).toEqual([]);
  });

  it('says in both languages why a payment is stopped', () => {
    for (const { cells } of lineTable.rows)
      expect(cells['text']).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
  });
});
