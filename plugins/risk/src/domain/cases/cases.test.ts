import { validateLifecycle } from '@linggong/core/domain';
import fc from 'fast-check';
import { afterWorkingHours, caseDueAt, caseHours, isWeekday } from './case-clock';
import { caseLifecycle, graver, severities } from './case-lifecycle';
import { measureFault } from './measure';
import { dedupeKeyOf, foldCases, type NewCase } from './new-case';

it('the life of a case is a sound table', () => {
  expect(validateLifecycle(caseLifecycle)).toEqual([]);
});

describe('the clock of a case (R6.3)', () => {
  it.each([
    ['within the day', '2026-11-23T01:00:00Z', 4, '2026-11-23T05:00:00.000Z'],
    ['from before the morning', '2026-11-22T20:00:00Z', 1, '2026-11-23T02:00:00.000Z'],
    ['to the very evening', '2026-11-23T01:00:00Z', 9, '2026-11-23T10:00:00.000Z'],
    ['over the night', '2026-11-23T08:00:00Z', 4, '2026-11-24T03:00:00.000Z'],
    ['over the weekend', '2026-11-27T09:00:00Z', 2, '2026-11-30T02:00:00.000Z'],
    ['begun on a Sunday', '2026-11-29T03:00:00Z', 8, '2026-11-30T09:00:00.000Z'],
  ])('%s', (_name, from, hours, due) => {
    expect(afterWorkingHours(new Date(from), hours).toISOString()).toBe(due);
  });

  it('goes by the days that the calendar names', () => {
    const holiday = (day: string): boolean => isWeekday(day) && day !== '2026-11-24';
    expect(afterWorkingHours(new Date('2026-11-23T08:00:00Z'), 4, holiday).toISOString()).toBe(
      '2026-11-25T03:00:00.000Z',
    );
    expect(() => afterWorkingHours(new Date('2026-11-23T08:00:00Z'), 4, () => false)).toThrow(RangeError);
  });

  it('is shorter for what is graver, and later for what begins later', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 10 ** 9 }), (from, more) => {
        const due = severities.map((severity) => caseDueAt(from, severity).getTime());
        expect([...due].sort((a, b) => b - a)).toEqual(due);
        expect(caseDueAt(new Date(from.getTime() + more), 'high').getTime()).toBeGreaterThanOrEqual(due[2] ?? 0);
        expect((due[3] ?? 0) - from.getTime()).toBeGreaterThanOrEqual(caseHours.critical * 3_600_000);
      }),
    );
  });
});

describe('what is told at once', () => {
  const told = fc.record({
    source: fc.constant('check' as const),
    rule: fc.constantFrom('a.one', 'a.two'),
    subject: fc.record({ kind: fc.constant('worker' as const), id: fc.integer({ min: 1, max: 4 }) }),
    severity: fc.constantFrom(...severities),
    title: fc.constant({ zh: '标题', en: 'title' }),
    times: fc.integer({ min: 1, max: 5 }),
  });

  it('is one case a matter, seen as often and as grave as all of it', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 40 }), (cases: NewCase[]) => {
        const folded = foldCases(cases);
        const keys = folded.map(({ dedupeKey }) => dedupeKey);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(new Set(cases.map(dedupeKeyOf)));
        for (const one of folded) {
          const same = cases.filter((other) => dedupeKeyOf(other) === one.dedupeKey);
          expect(one.times).toBe(same.reduce((sum, { times = 1 }) => sum + times, 0));
          expect(one.severity).toBe(same.map(({ severity }) => severity).reduce(graver));
        }
      }),
    );
  });
});

it.each([
  [{ kind: 'freeze-worker', subjectKind: 'worker' }, undefined],
  [{ kind: 'freeze-worker', subjectKind: 'enterprise' }, 'subjectKind'],
  [{ kind: 'suspend-enterprise', subjectKind: 'worker' }, 'subjectKind'],
  [{ kind: 'hold-orders', subjectKind: 'worker' }, undefined],
  [{ kind: 'hold-orders', subjectKind: 'worker', lineLimitFen: 1n }, 'lineLimitFen'],
  [{ kind: 'lower-limit', subjectKind: 'enterprise' }, 'lineLimitFen'],
  [{ kind: 'lower-limit', subjectKind: 'enterprise', monthLimitFen: 0n }, undefined],
] as const)('a measure %j is wrong in %s', (terms, field) => {
  expect(measureFault(terms)?.field).toBe(field);
});
