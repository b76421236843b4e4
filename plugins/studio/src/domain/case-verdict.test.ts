import { caseDifferences } from './case-verdict';

describe('what a test case expects of an outcome (R13.1)', () => {
  it('passes where every named field is so, whatever else the outcome says', () => {
    expect(caseDifferences({ decision: 'review' }, { decision: 'review', score: 40 })).toEqual([]);
  });

  it('names the fields that differ', () => {
    const got = { decision: 'approve', reasons: ['a'], inner: { days: 3 } };
    expect(caseDifferences({ decision: 'review', inner: { days: 4, hours: 1 } }, got)).toEqual([
      'decision',
      'inner.days',
      'inner.hours',
    ]);
  });

  it('takes lists whole: none may be longer or shorter than expected', () => {
    expect(caseDifferences({ reasons: ['a'] }, { reasons: ['a', 'b'] })).toEqual(['reasons']);
    expect(caseDifferences({ reasons: ['a', 'c'] }, { reasons: ['a', 'b'] })).toEqual(['reasons.1']);
  });

  it('fails an empty object against what is no object, and a list against a record', () => {
    expect(caseDifferences({}, 'text')).toEqual(['']);
    expect(caseDifferences({ a: 1 }, [1])).toEqual(['']);
  });
});
