import { choice, count, day, id, instant, list, maybe, rate, record, text, text2, time, type Of } from '../../fields';
import { severityNames } from '../shared/words';

const everySeverity = { zh: '所有级别', en: 'every severity' } as const;

export const units = {
  'working-hours': { zh: '工作小时', en: 'working hours' },
  'working-days': { zh: '个工作日', en: 'working days' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '天', en: 'days' },
} as const;

const clock = record(
  { zh: '时限', en: 'Clock' },
  {
    id: id(),
    name: text2({ zh: '名称', en: 'Name' }),
    matter: text({ zh: '事项代码', en: 'Code of the matter' }, { max: 60 }),
    severity: maybe(choice({ zh: '级别', en: 'Severity' }, severityNames), everySeverity),
    amount: count({ zh: '时长', en: 'Length' }, { min: 1, max: 1_000 }),
    unit: choice({ zh: '单位', en: 'Unit' }, units),
    warnAt: rate({ zh: '用去多少时提醒', en: 'Warn when this much has passed' }),
    basis: text2({ zh: '依据', en: 'Basis' }, { max: 500, required: false }),
  },
);
export type Clock = Of<typeof clock>;

export const slaField = record(
  { zh: '时限', en: 'Clocks' },
  {
    opens: time({ zh: '上班时间', en: 'Work begins' }, '09:00'),
    closes: time({ zh: '下班时间', en: 'Work ends' }, '18:00'),
    clocks: list({ zh: '时限', en: 'Clocks' }, clock, {
      item: { zh: '时限', en: 'clock' },
      min: 1,
      max: 100,
      key: 'id',
      title: 'name',
    }),
  },
);
export type SlaContent = Of<typeof slaField>;

const someDay = day({ zh: '日期', en: 'Day' });

export const slaQuestion = record(
  { zh: '查询', en: 'Question' },
  {
    matter: text({ zh: '事项代码', en: 'Code of the matter' }, { max: 60 }),
    severity: choice({ zh: '级别', en: 'Severity' }, severityNames),
    start: instant({ zh: '开始', en: 'Starts' }),
    holidays: list({ zh: '放假日', en: 'Holidays' }, someDay, { item: { zh: '放假日', en: 'holiday' }, max: 500 }),
    workdays: list({ zh: '调休上班', en: 'Working weekends' }, someDay, {
      item: { zh: '上班日', en: 'working day' },
      max: 200,
    }),
  },
);
