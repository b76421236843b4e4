import { calendar } from './calendar';
import { calendarGap } from './working-days';

const name = { zh: '国庆节', en: 'National Day' };
const year2026 = {
  year: 2026,
  provisional: false,
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => ({ day, name })),
  workdays: ['2026-09-20', '2026-10-10'].map((day) => ({ day, name })),
};
const content = { years: [year2026] } as never;
const asked = (day: string, workingDaysLater: number | null = null): unknown =>
  calendar.evaluate(content, { day, workingDaysLater }).outcome;

describe('working calendars', () => {
  it('know holidays, working weekends and ordinary weekends', () => {
    expect(asked('2026-10-01')).toMatchObject({ known: true, working: false });
    expect(asked('2026-10-10')).toMatchObject({ working: true });
    expect(asked('2026-10-11')).toMatchObject({ working: false });
    expect(asked('2027-10-01')).toMatchObject({ known: false, working: true });
  });

  it('count working days over the break of National Day', () => {
    expect(asked('2026-09-30', 1)).toMatchObject({ later: '2026-10-08' });
    expect(asked('2026-09-30', 3)).toMatchObject({ later: '2026-10-10' });
    expect(asked('2026-10-03', 0)).toMatchObject({ later: '2026-10-08' });
    expect(asked('2026-10-08', 0)).toMatchObject({ later: '2026-10-08' });
  });

  it('refuse days of another year, days that are off and worked, and weekdays as working weekends', () => {
    const wrong = {
      ...year2026,
      holidays: [
        { day: '2027-01-01', name },
        { day: '2026-01-04', name },
      ],
      workdays: [
        { day: '2026-01-04', name },
        { day: '2026-01-05', name },
      ],
    };
    expect(calendar.faults({ years: [wrong] } as never).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'years.0.holidays.0.day other-year',
      'years.0.workdays.0.day off-and-on',
      'years.0.workdays.1.day not-a-weekend',
    ]);
  });

  it('warn when the next year is missing from November on, and a year of statutory days alone does not do', () => {
    const own = { years: [year2026] };
    expect(calendarGap(own, '2026-10-31')).toBeUndefined();
    expect(calendarGap(own, '2026-11-01')?.zh).toContain('2027');
    expect(calendarGap(own, '2027-03-01')?.zh).toContain('2027');
    const statutory = { ...year2026, year: 2027, provisional: true };
    expect(calendarGap({ years: [year2026, statutory] }, '2026-11-01')?.zh).toContain('2027');
    expect(calendarGap({ years: [year2026, { ...statutory, provisional: false }] }, '2026-11-01')).toBeUndefined();
    expect(calendar.hints({ years: [statutory] } as never).map(({ code }) => code)).toEqual(['provisional']);
  });
});
