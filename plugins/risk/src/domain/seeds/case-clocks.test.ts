import { clockFor, dueAt, workingDaysOf, type SlaContent } from '@linggong/studio/domain';
import fc from 'fast-check';
import { severities } from '../cases';
import { caseClocks, matterOf } from './case-clocks';

// The seed is a content of its kind: its cases are checked when it is adopted.
const sla = caseClocks.content as unknown as SlaContent;

function due(from: Date, matter: string, holidays: readonly string[] = []): Date {
  const clock = clockFor(sla, matter, 'P1');
  const days = holidays.map((day) => ({ day, name: { zh: '', en: '' } }));
  const calendar = workingDaysOf({ years: [{ year: 2026, provisional: false, holidays: days, workdays: [] }] });
  const found = clock && dueAt(sla, clock, from, calendar);
  if (found === undefined) throw new Error(`no clock of ${matter}`);
  return found;
}

describe('clocks of cases (R6.3, R13.1)', () => {
  it.each([
    ['within the day', '2026-11-23T01:00:00Z', 'critical', '2026-11-23T05:00:00.000Z'],
    ['over the night', '2026-11-23T08:00:00Z', 'critical', '2026-11-24T03:00:00.000Z'],
    ['over the weekend', '2026-11-27T08:00:00Z', 'critical', '2026-11-30T03:00:00.000Z'],
    ['begun on a Sunday', '2026-11-29T03:00:00Z', 'high', '2026-11-30T09:00:00.000Z'],
  ] as const)('run by hours of work: %s', (_name, from, severity, at) => {
    expect(due(new Date(from), matterOf('check', severity)).toISOString()).toBe(at);
  });

  it('leave out the days that the calendar names', () => {
    const from = new Date('2026-11-23T08:00:00Z');
    expect(due(from, 'risk.case.critical', ['2026-11-24']).toISOString()).toBe('2026-11-25T03:00:00.000Z');
  });

  it('are shorter for what is graver, and later for what begins later', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 10 ** 9 }), (from, more) => {
        const times = severities.map((severity) => due(from, matterOf('check', severity)).getTime());
        expect([...times].sort((a, b) => b - a)).toEqual(times);
        expect(due(new Date(from.getTime() + more), 'risk.case.high').getTime()).toBeGreaterThanOrEqual(times[2] ?? 0);
      }),
    );
  });

  it('give complaints one clock, whatever their severity', () => {
    expect(severities.map((severity) => matterOf('complaint', severity))).toEqual(Array(4).fill('service.complaint'));
  });
});
