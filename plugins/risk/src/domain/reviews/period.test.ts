import fc from 'fast-check';
import { dayAfterMonth, isOnTarget, monthBefore, type PeriodFigure } from './period';
import { realNameFindings } from './real-name-findings';

const figure = (key: string, value: bigint | null, target?: PeriodFigure['target']): PeriodFigure => ({
  section: 'coverage',
  sectionName: { zh: '覆盖', en: 'Coverage' },
  key,
  name: { zh: key, en: key },
  unit: 'count',
  value,
  target,
});
const atMost = (value: number) => ({ kind: 'at-most', value }) as const;

describe('reviews of a month (R8.2, R8.3)', () => {
  it('know the months beside one', () => {
    expect([monthBefore('2026-01'), monthBefore('2026-11')]).toEqual(['2025-12', '2026-10']);
    expect([dayAfterMonth('2026-12'), dayAfterMonth('2026-02')]).toEqual(['2027-01-01', '2026-03-01']);
  });

  it('come back to the month that they left', () => {
    const months = fc.tuple(fc.integer({ min: 2001, max: 2098 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(months, ([year, of]) => {
        const month = `${year}-${String(of).padStart(2, '0')}`;
        expect(monthBefore(dayAfterMonth(month).slice(0, 7))).toBe(month);
      }),
    );
  });

  it.each([
    [5n, { kind: 'at-least', value: 5 }, true],
    [4n, { kind: 'at-least', value: 5 }, false],
    [5n, { kind: 'at-most', value: 5 }, true],
    [6n, { kind: 'at-most', value: 5 }, false],
    [null, { kind: 'at-most', value: 5 }, undefined],
    [6n, undefined, undefined],
  ] as const)('%s against %j is on target: %s', (value, target, on) => {
    expect(isOnTarget({ value, target })).toBe(on);
  });

  it('find what misses its target, with numbers to look up, and nothing else', () => {
    const figures = [
      figure('paid-unverified', 2n, atMost(0)),
      figure('cards-shared', 0n, atMost(0)),
      figure('phones-shared', null, atMost(0)),
      figure('workers-paid', 9n),
    ];
    expect(realNameFindings(figures, { 'paid-unverified': ['W1', 'W2'] })).toEqual([
      {
        rule: 'real-name.paid-unverified',
        severity: 'critical',
        title: { zh: '向未通过实名认证的人员发放收入', en: 'People were paid whose identity is not verified' },
        differences: 2n,
        samples: ['W1', 'W2'],
      },
    ]);
  });
});
