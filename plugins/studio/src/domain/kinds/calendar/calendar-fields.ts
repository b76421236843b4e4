import { count, day, flag, list, maybe, pickedDay, record, text2, type Of } from '../../fields';

const named = record(
  { zh: '日期', en: 'Day' },
  { day: day({ zh: '日期', en: 'Day' }), name: text2({ zh: '名称', en: 'Name' }, { max: 60 }) },
);

const year = record(
  { zh: '年度', en: 'Year' },
  {
    year: count({ zh: '年度', en: 'Year' }, { min: 2000, max: 2100 }),
    provisional: flag({ zh: '待国务院公布安排', en: 'Arrangement not yet published' }),
    holidays: list({ zh: '放假', en: 'Holidays' }, named, {
      item: { zh: '放假日', en: 'holiday' },
      max: 120,
      key: 'day',
    }),
    workdays: list({ zh: '调休上班', en: 'Working weekends' }, named, {
      item: { zh: '上班日', en: 'working day' },
      max: 60,
      key: 'day',
    }),
  },
);
export type CalendarYear = Of<typeof year>;

export const calendarField = record(
  { zh: '工作日历', en: 'Calendar' },
  {
    years: list({ zh: '年度', en: 'Years' }, year, {
      item: { zh: '年度', en: 'year' },
      min: 1,
      max: 50,
      key: 'year',
    }),
  },
);
export type CalendarContent = Of<typeof calendarField>;

export const calendarQuestion = record(
  { zh: '查询', en: 'Question' },
  {
    day: pickedDay({ zh: '日期', en: 'Day' }),
    workingDaysLater: maybe(count({ zh: '之后的工作日数', en: 'Working days later' }, { min: 0, max: 366 }), {
      zh: '不计算',
      en: 'not asked',
    }),
  },
);
