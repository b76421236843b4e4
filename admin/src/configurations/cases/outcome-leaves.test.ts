import type { Json } from '@linggong/studio/domain';
import { expectedAt, expecting, leavesOf, notExpecting } from './outcome-leaves';

const outcome = { decision: 'review', score: 40, inner: { days: 3, reasons: ['a', 'b'] } };

describe('the answers of an outcome, one by one', () => {
  it('are found in their order, lists whole', () => {
    expect(leavesOf(outcome)).toEqual([
      { path: ['decision'], value: 'review' },
      { path: ['score'], value: 40 },
      { path: ['inner', 'days'], value: 3 },
      { path: ['inner', 'reasons'], value: ['a', 'b'] },
    ]);
    expect(leavesOf('valid')).toEqual([{ path: [], value: 'valid' }]);
  });

  it('are expected or not, each for itself', () => {
    const all = leavesOf(outcome).reduce<Json>((made, { path, value }) => expecting(made, path, value), {});
    expect(all).toEqual(outcome);
    const fewer = notExpecting(notExpecting(all, ['inner', 'days']), ['inner', 'reasons']);
    expect(fewer).toEqual({ decision: 'review', score: 40 });
    expect(expectedAt(fewer, ['inner', 'days'])).toBeUndefined();
    expect(expectedAt(all, ['inner', 'days'])).toBe(3);
  });

  it('leaves out by which rows it came', () => {
    expect(leavesOf({ rows: ['row-1'], answer: { decision: 'hold' } })).toEqual([
      { path: ['answer', 'decision'], value: 'hold' },
    ]);
  });

  it('may be nothing but one value', () => {
    expect(expecting({}, [], 'valid')).toBe('valid');
    expect(notExpecting('valid', [])).toEqual({});
    expect(expectedAt({}, [])).toBeUndefined();
    expect(expectedAt('valid', [])).toBe('valid');
  });
});
