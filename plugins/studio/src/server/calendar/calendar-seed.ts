import { addDays, isDay, type Day } from '@linggong/core/domain';
import { getDayDetail } from 'chinese-days';
import type { Json, Seed } from '../../domain';

/** Years of which the library has the arrangement of the State Council (国务院办公厅关于部分节假日安排的通知). */
const arranged = [2025, 2026] as const;

/**
 * Statutory days of 2027 (全国年节及纪念日放假办法 as of 1 January 2025, art. 2) until its arrangement is published: how long the breaks
 * are and which weekends are worked, nobody knows before.
 */
const statutory2027: readonly (readonly [Day, string, string])[] = [
  ['2027-01-01', '元旦', "New Year's Day"],
  ['2027-02-05', '除夕', 'Lunar New Year’s Eve'],
  ['2027-02-06', '春节', 'Spring Festival'],
  ['2027-02-07', '春节', 'Spring Festival'],
  ['2027-02-08', '春节', 'Spring Festival'],
  ['2027-04-05', '清明', 'Tomb-sweeping Day'],
  ['2027-05-01', '劳动节', 'Labour Day'],
  ['2027-05-02', '劳动节', 'Labour Day'],
  ['2027-06-09', '端午', 'Dragon Boat Festival'],
  ['2027-09-15', '中秋', 'Mid-autumn Festival'],
  ['2027-10-01', '国庆节', 'National Day'],
  ['2027-10-02', '国庆节', 'National Day'],
  ['2027-10-03', '国庆节', 'National Day'],
];

/** The days of a year that the arrangement names: the library calls them `National Day,国庆节,3`, other days by their weekday. */
function arrangedYear(year: number): Json {
  const holidays: Json[] = [];
  const workdays: Json[] = [];
  for (let day = `${year}-01-01`; isDay(day) && day <= `${year}-12-31`; day = addDays(day, 1)) {
    const { name, work } = getDayDetail(day);
    const [en = '', zh] = name.split(',');
    if (zh !== undefined) (work ? workdays : holidays).push({ day, name: { zh, en } });
  }
  return { year, provisional: false, holidays, workdays };
}

function years(): Json[] {
  const holidays = statutory2027.map(([day, zh, en]) => ({ day, name: { zh, en } }));
  return [...arranged.map(arrangedYear), { year: 2027, provisional: true, holidays, workdays: [] }];
}

/** The working calendar that the platform begins with (工作日历). */
export const calendarSeed: Seed = {
  kind: 'calendar',
  key: 'platform.calendar',
  name: { zh: '工作日历', en: 'Working calendar' },
  usedBy: { zh: '银行渠道的工作日与各类办理时限', en: 'Working days of bank channels, and every clock' },
  description: {
    zh: '办理时限和银行渠道按此日历计算工作日；每年国务院公布安排后补充下一年。',
    en: 'Clocks and bank channels count working days by it; the next year is added when the State Council publishes it.',
  },
  content: { years: years() },
  cases: [
    {
      name: '2026 年国庆放假',
      input: { day: '2026-10-01', workingDaysLater: 0 },
      expect: { working: false, later: '2026-10-08' },
    },
    { name: '2026 年国庆调休上班', input: { day: '2026-10-10', workingDaysLater: null }, expect: { working: true } },
    {
      name: '2025 年春节后第一个工作日',
      input: { day: '2025-01-27', workingDaysLater: 1 },
      expect: { working: true, later: '2025-02-05' },
    },
    { name: '2028 年尚未录入', input: { day: '2028-01-03', workingDaysLater: null }, expect: { known: false } },
  ],
};
