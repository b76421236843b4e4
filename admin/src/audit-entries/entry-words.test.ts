import polyglotI18nProvider from 'ra-i18n-polyglot';
import { audit as chinese } from '../i18n/zh/audit';
import { audit as english } from '../i18n/en/audit';
import { entryWords } from './entry-words';

const names = {
  zh: {
    ...chinese,
    resources: { orders: { name: '订单' } },
    job: { names: { 'continuity-back-up': '备份' } },
  },
  en: {
    ...english,
    resources: { orders: { name: 'Order |||| Orders' } },
    job: { names: { 'continuity-back-up': 'Back-up' } },
  },
};

const wordsIn = (language: 'zh' | 'en') => {
  const { translate } = polyglotI18nProvider(() => names[language] as never, language);
  return entryWords(translate, (name) => name);
};

it.each([
  ['order', 'orders', '订单列表', 'List: Orders'],
  ['audit-log', 'entries', '审计日志 全部记录', 'Audit log all entries'],
  ['live-board', 'all', '实时看板 全部', 'Live board all rows'],
  ['schedule', 'continuity.back-up', '定时任务 备份', 'Schedule Back-up'],
  ['order', '7', '订单 7', 'Order 7'],
])('says %s %s in words, no code', (kind, id, zh, en) => {
  expect([wordsIn('zh').subject(kind, id), wordsIn('en').subject(kind, id)]).toEqual([zh, en]);
});
