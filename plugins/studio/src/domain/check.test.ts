import { reportOf, resultOf } from './check';

const one = { name: '限额以上', input: { amountFen: 1 }, expect: { decision: 'review' } };

describe('the check of a version (R13.1)', () => {
  it('passes a case whose outcome is as expected, and keeps its trace', () => {
    const trace = [{ zh: '第 1 行', en: 'Row 1' }];
    expect(resultOf(one, { outcome: { decision: 'review', score: 4 }, trace })).toEqual({
      name: '限额以上',
      passed: true,
      differences: [],
      outcome: { decision: 'review', score: 4 },
      trace,
    });
  });

  it('fails a case that asks what cannot be asked, or comes out otherwise', () => {
    expect(resultOf(one, undefined)).toMatchObject({ passed: false, differences: ['input'] });
    expect(resultOf(one, { outcome: { decision: 'hold' }, trace: [] })).toMatchObject({ differences: ['decision'] });
  });

  it('passes nothing without a case, with a fault, or with a case that failed', () => {
    const good = resultOf(one, { outcome: { decision: 'review' }, trace: [] });
    const fault = { path: 'rows.0', code: 'empty-range', text: { zh: '空区间', en: 'An empty range' } };
    expect(reportOf([], [good]).passed).toBe(true);
    expect(reportOf([], []).passed).toBe(false);
    expect(reportOf([fault], [good]).passed).toBe(false);
    expect(reportOf([], [good, resultOf(one, undefined)]).passed).toBe(false);
  });
});
