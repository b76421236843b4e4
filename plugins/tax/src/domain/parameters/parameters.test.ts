import { datedFaults, inForce, INITIAL_TABLES, type Dated } from './index';
import { scheduleOf, stepFor } from '../schedule';

const tables: [string, readonly Dated<unknown>[]][] = Object.entries(INITIAL_TABLES);

describe('the dated tables', () => {
  it.each(tables)('%s: no row overlaps another, each has a reference and an approver', (_name, rows) => {
    expect(datedFaults(rows)).toEqual([]);
    for (const { reference, approvedBy } of rows) {
      expect([reference.zh, reference.en, approvedBy].filter((text) => text === '')).toEqual([]);
    }
  });

  it('select by day, ends included', () => {
    expect(inForce(INITIAL_TABLES.vatMonthThreshold, '2025-12-31')?.value.edge).toBe('exceeded');
    expect(inForce(INITIAL_TABLES.vatMonthThreshold, '2026-01-01')?.value.edge).toBe('reached');
    expect(inForce(INITIAL_TABLES.vatMonthThreshold, '2027-12-31')).toBeDefined();
    expect(inForce(INITIAL_TABLES.vatMonthThreshold, '2028-01-01')).toBeUndefined();
  });

  it('name their faults', () => {
    const row = { value: 1, reference: { zh: '甲', en: 'a' }, approvedBy: 'x' };
    expect(datedFaults([{ ...row, from: '2026-01-02', to: '2026-01-01' }])).toEqual([
      '2026-01-02: ends before it begins',
    ]);
    expect(
      datedFaults([
        { ...row, from: '2026-02-01' },
        { ...row, from: '2026-01-01' },
      ]),
    ).toEqual(['2026-01-01: overlaps 2026-02-01']);
  });

  it('have quick deductions that make every table continuous', () => {
    for (const brackets of [
      INITIAL_TABLES.cumulativeBrackets,
      INITIAL_TABLES.labourBrackets,
      INITIAL_TABLES.businessBrackets,
      INITIAL_TABLES.nonResidentBrackets,
    ]) {
      const steps = brackets[0]?.value ?? [];
      steps.forEach(({ upToFen, rate, quickFen }, index) => {
        const next = steps[index + 1];
        if (upToFen === null || !next) return;
        expect((upToFen * rate) / 1_000_000n - quickFen).toBe((upToFen * next.rate) / 1_000_000n - next.quickFen);
      });
    }
  });

  it('compile only when sound', () => {
    const open = { upToFen: null, rate: 30_000n, quickFen: 0n };
    expect(() => scheduleOf([], 1n)).toThrow(RangeError);
    expect(() => scheduleOf([{ ...open, upToFen: 5n }], 1n)).toThrow(RangeError);
    expect(() => scheduleOf([{ ...open, upToFen: 5n }, { ...open, upToFen: 5n }, open], 1n)).toThrow(RangeError);
    expect(() => scheduleOf([open, open], 1n)).toThrow(RangeError);
    expect(scheduleOf([open], 5n).denominator).toBe(500n);
  });

  it('tax whatever is above the last step by its rate, however much it is', () => {
    const schedule = scheduleOf(INITIAL_TABLES.cumulativeBrackets[0]?.value ?? [], 5n);
    expect(stepFor(schedule, 1n << 80n).rate).toBe(450_000n);
    expect(stepFor(schedule, 0n).rate).toBe(30_000n);
  });
});
