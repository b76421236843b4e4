import fc from 'fast-check';
import { outcomes, verdictOf } from './verdict';

const reason = { zh: '单笔过大', en: 'A large payment' };

describe('verdicts (R6.3)', () => {
  it('reads the answer of the row that hit first', () => {
    const verdict = verdictOf({ rows: ['large'], answer: { outcome: 'hold', score: 30, reason } });
    expect(verdict).toEqual({ outcome: 'hold', score: 30, hits: ['large'], reasons: [reason] });
  });

  it('approves where a table answers nothing', () => {
    expect(verdictOf({ rows: [], answer: {} })).toEqual({ outcome: 'approve', score: 0, hits: [], reasons: [] });
  });

  it('takes the severest of all rows that hit, whatever their order, and adds up their scores', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ outcome: fc.constantFrom(...outcomes), score: fc.nat(100) })), (answers) => {
        const { outcome, score } = verdictOf({ rows: [], answers });
        const places = answers.map((one) => outcomes.indexOf(one.outcome));
        expect(outcomes.indexOf(outcome)).toBe(Math.max(0, ...places));
        expect(score).toBe(answers.reduce((sum, one) => sum + one.score, 0));
      }),
    );
  });

  it('decides nothing by an outcome that it does not know', () => {
    expect(() => verdictOf({ rows: ['a'], answer: { outcome: 'maybe' } })).toThrow('maybe');
  });
});
