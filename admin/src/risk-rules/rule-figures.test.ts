import type { RuleFigures } from '@linggong/risk/api';
import { firedRules } from './rule-figures';

const figures = (rule: string, versionId: number, hits: number, confirmed = 0): RuleFigures => ({
  ...{ rule, row: rule, text: null, versionId, versionNo: versionId, isInForce: true },
  ...{ hits, cases: confirmed, confirmed, falseAlarms: 0, unclear: 0, trend: [hits] },
});

it('adds up the versions of a rule, those that hit most first, and leaves out what stopped nothing', () => {
  const told = firedRules(
    [figures('line.a', 1, 3, 1), figures('line.b', 2, 5), figures('line.a', 2, 4, 1), figures('line.c', 2, 0)],
    20,
  );
  expect(told.map(({ rule, hits, confirmed }) => [rule, hits, confirmed])).toEqual([
    ['line.a', 7, 2],
    ['line.b', 5, 0],
  ]);
  expect(firedRules([figures('line.a', 1, 3), figures('line.b', 2, 5)], 1).map(({ rule }) => rule)).toEqual(['line.b']);
});
