import type { Json } from '../../kind';
import type { Limit } from './limit-fields';
import { limitSet } from './limit-set';

function limit(id: string, change: Partial<Limit>): Limit {
  const name = { zh: id, en: id };
  const basis = { zh: '', en: '' };
  const every = { classes: [], kindsOfWork: [] };
  return { id, name, subject: 'worker', window: 'line', ...every, maxFen: 5_000_000, maxCount: null, basis, ...change };
}

function applying(limits: readonly Limit[], facts: Json): unknown {
  const { outcome } = limitSet.evaluate({ limits } as unknown as Json, facts);
  return Object(outcome).limits.map((one: { id: string }) => one.id);
}

const codes = (limits: readonly Limit[], what: 'faults' | 'hints'): string[] =>
  limitSet[what]({ limits } as unknown as Json).map(({ path, code }) => `${path} ${code}`);

describe('limits by subject, window, class and kind of work (R6.2, R6.3)', () => {
  const all = [
    limit('every', {}),
    limit('low-classes', { classes: ['D', 'E'], maxFen: 1_000_000 }),
    limit('delivery', { kindsOfWork: ['delivery'], maxFen: 2_000_000 }),
    limit('month', { window: 'month', maxFen: 9_000_000, maxCount: 60 }),
    limit('month-count', { window: 'month', maxFen: null, maxCount: 30 }),
  ];

  it('takes the lowest of each subject and window, and amount and number apart', () => {
    expect(applying(all, { class: 'A', kindOfWork: 'design' })).toEqual(['every', 'month', 'month-count']);
    expect(applying(all, { class: 'E', kindOfWork: 'delivery' })).toEqual(['low-classes', 'month', 'month-count']);
    expect(applying(all, { class: 'B', kindOfWork: 'delivery' })).toEqual(['delivery', 'month', 'month-count']);
  });

  it('says whether a payment stays within them with what was used before it, and names those that it passes', () => {
    const outcome = (payment: Json): unknown =>
      limitSet.evaluate({ limits: all } as unknown as Json, { class: 'A', kindOfWork: 'design', payment }).outcome;
    const month = (fen: number, count: number) => ({ subject: 'worker', window: 'month', fen, count });
    expect(outcome({ amountFen: 5_000_000, used: [month(4_000_000, 29)] })).toMatchObject({
      verdict: 'within',
      beyond: [],
    });
    expect(outcome({ amountFen: 5_000_001, used: [month(4_000_000, 30)] })).toMatchObject({
      verdict: 'beyond',
      beyond: ['every', 'month', 'month-count'].map((name) => ({ zh: name, en: name })),
    });
    expect(outcome(null)).not.toHaveProperty('verdict');
  });

  it('holds an enterprise without a class to what is for every one', () => {
    expect(applying(all, { class: null, kindOfWork: null })).toEqual(['every', 'month', 'month-count']);
  });

  it('reads as every kind of work where none is named, not as empty', () => {
    const { changes } = limitSet;
    const [added] = changes({ limits: [] }, { limits: [limit('a', { kindsOfWork: [] })] } as unknown as Json);
    expect(added?.after?.zh).toContain('业务场景：所有业务场景');
    expect(added?.after?.en).toContain('Kinds of work: every kind of work');
  });

  it('refuses limits that limit nothing, and a number of payments within one', () => {
    expect(codes([limit('a', { maxFen: null }), limit('b', { maxCount: 2 })], 'faults')).toEqual([
      'limits.0 limits-nothing',
      'limits.1.maxCount count-of-one-payment',
    ]);
  });

  it('points at limits that never decide and at classes without one', () => {
    expect(codes([limit('a', {}), limit('b', { classes: ['A'], maxFen: 6_000_000 })], 'hints')).toEqual([
      'limits.1 never-decides',
    ]);
    expect(codes([limit('a', { classes: ['A', 'B', 'C'] })], 'hints')).toEqual([
      'limits class-without-limit',
      'limits class-without-limit',
    ]);
  });
});
