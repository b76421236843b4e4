import { validateLifecycle } from '@linggong/core/domain';
import fc from 'fast-check';
import { caseLifecycle, graver, severities } from './case-lifecycle';
import { measureFault } from './measure';
import { dedupeKeyOf, foldCases, type NewCase } from './new-case';

it('the life of a case is a sound table', () => {
  expect(validateLifecycle(caseLifecycle)).toEqual([]);
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
  [
    { kind: 'list', subjectKind: 'worker', list: 'deny', listBy: ['identity', 'card'], endsOn: '2026-11-27' },
    undefined,
  ],
  [{ kind: 'list', subjectKind: 'enterprise', list: 'watch', listBy: ['uscc'], endsOn: '2027-05-31' }, undefined],
  [{ kind: 'list', subjectKind: 'worker', list: 'deny', listBy: ['identity'] }, 'list'],
  [{ kind: 'hold-orders', subjectKind: 'worker', endsOn: '2027-05-31' }, 'list'],
  [{ kind: 'list', subjectKind: 'worker', list: 'deny', listBy: ['uscc'], endsOn: '2027-05-31' }, 'listBy'],
  [{ kind: 'list', subjectKind: 'enterprise', list: 'deny', listBy: ['phone'], endsOn: '2027-05-31' }, 'listBy'],
  [{ kind: 'list', subjectKind: 'worker', list: 'deny', listBy: ['card', 'card'], endsOn: '2027-05-31' }, 'listBy'],
  [{ kind: 'list', subjectKind: 'worker', list: 'deny', listBy: ['card'], endsOn: '2026-11-26' }, 'endsOn'],
] as const)('a measure %j is wrong in %s', (terms, field) => {
  expect(measureFault(terms, '2026-11-27')?.field).toBe(field);
});
