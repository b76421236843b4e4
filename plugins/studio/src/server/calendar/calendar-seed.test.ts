import { kinds, type AnyKind } from '../../domain';
import { calendarSeed } from './calendar-seed';

const calendar = kinds.find(({ kind }) => kind === 'calendar') as AnyKind;
const off = (year: string): string[] => {
  const { years } = calendarSeed.content as unknown as { years: { holidays: { day: string }[] }[] };
  return years.flatMap(({ holidays }) => holidays.map(({ day }) => day)).filter((day) => day.startsWith(year));
};

describe('the working calendar of the first day', () => {
  it('is a calendar without faults, whose last year is known to be provisional', () => {
    expect(calendar.content.safeParse(calendarSeed.content).success).toBe(true);
    expect(calendar.faults(calendarSeed.content)).toEqual([]);
    expect(calendar.hints(calendarSeed.content).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'years.2 provisional',
    ]);
  });

  it('has the breaks as the State Council arranged them: 28 days of 2025 (国办发明电〔2024〕12号), 33 of 2026', () => {
    expect([off('2025'), off('2026'), off('2027')].map((days) => days.length)).toEqual([28, 33, 13]);
    expect(off('2026').filter((day) => day.startsWith('2026-02'))).toEqual(
      ['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day}`),
    );
  });
});
