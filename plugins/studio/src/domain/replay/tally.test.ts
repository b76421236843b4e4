import fc from 'fast-check';
import { decidesOtherwise, outcomeWord, rowsHit } from './outcome-words';
import { emptyTally, otherWord, tallied, tallyBounds, type Compared } from './tally';

const answer = (decision: string, rows: string[] = []) => ({ rows, answer: { decision, reasons: [] } });
const item = (label: string, before: string, after: string | undefined, amountFen?: number): Compared => ({
  label,
  before: answer(before),
  after: after === undefined ? undefined : answer(after, [`row-${after}`]),
  ...(amountFen === undefined ? {} : { amountFen }),
});

describe('what an outcome decides', () => {
  it.each([
    [answer('review'), 'review'],
    [{ decision: 'hold', score: 4 }, 'hold'],
    [
      { rows: ['a', 'b', 'c'], answers: [{ outcome: 'review' }, { outcome: 'hold' }, { outcome: 'review' }] },
      'hold + review',
    ],
    [{ rows: [], answers: [{ outcome: 'approve', score: 0 }] }, 'approve'],
    [{ valid: false, problems: [] }, 'false'],
    ['2026-12-01', '2026-12-01'],
    [null, 'null'],
    [{ lineMaxFen: 5 }, '{"lineMaxFen":5}'],
    [{ due: null, result: { zh: '8 工作小时', en: '8 working hours' } }, '{"zh":"8 工作小时","en":"8 working hours"}'],
    [{ rows: [], answers: [] }, '–'],
  ])('is said of %j in a word', (outcome, word) => {
    expect(outcomeWord(outcome)).toBe(word);
  });

  it('is not by which row it came, and is compared as far as it is known', () => {
    expect(decidesOtherwise(answer('review', ['a']), answer('review', ['b']))).toBe(false);
    expect(decidesOtherwise({ answer: { decision: 'review' } }, answer('review'))).toBe(false);
    expect(decidesOtherwise(answer('review'), answer('hold'))).toBe(true);
    expect(rowsHit(answer('review', ['a', 'b']))).toEqual(['a', 'b']);
  });
});

describe('a tally of a replay (R13.1)', () => {
  it('counts from old to new with amounts, gives examples of what changed, and names what cannot be asked', () => {
    const tally = tallied(emptyTally, [
      item('P1', 'approve', 'approve', 100),
      item('P2', 'approve', 'review', 250),
      item('P3', 'approve', 'review'),
      item('P4', 'approve', undefined, 900),
    ]);
    expect(tally).toMatchObject({ compared: 4, changed: 2, changedFen: 250, unfit: 1, unfitExamples: ['P4'] });
    expect(tally.pairs).toEqual([
      { before: 'approve', after: 'approve', changed: false, count: 1, amountFen: 100 },
      { before: 'approve', after: 'review', changed: true, count: 2, amountFen: 250 },
    ]);
    expect(tally.examples.map(({ label }) => label)).toEqual(['P2', 'P3']);
    expect(tally.rowsHit).toEqual({ 'row-approve': 1, 'row-review': 2 });
  });

  it('is bounded whatever it is given, and loses no count', () => {
    const items = Array.from({ length: 500 }, (_, n) => item(`P${n}`, 'approve', `d${n % 97}`, 1));
    const tally = tallied(emptyTally, items);
    expect(tally.pairs.length).toBeLessThanOrEqual(tallyBounds.pairs + 2);
    expect(tally.pairs.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    expect(tally.pairs.some(({ before }) => before === otherWord)).toBe(true);
    expect(tally.examples).toHaveLength(tallyBounds.examples);
  });

  it('comes to the same page by page as at once', () => {
    const items = fc.array(
      fc.record({
        before: fc.constantFrom('a', 'b'),
        after: fc.constantFrom('a', 'b', 'c', undefined),
        amount: fc.nat(),
      }),
    );
    fc.assert(
      fc.property(items, fc.nat(20), (drawn, cut) => {
        const all = drawn.map(({ before, after, amount }, n) => item(`P${n}`, before, after, amount));
        const pages = tallied(tallied(emptyTally, all.slice(0, cut)), all.slice(cut));
        expect(pages).toEqual(tallied(emptyTally, all));
      }),
    );
  });
});
