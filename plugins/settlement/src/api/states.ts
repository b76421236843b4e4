import { z } from 'zod';
import { batchStates, lineStates, orderStates, type BatchState, type LineState, type OrderState } from '../domain';

export { batchStates, lineStates, orderStates, type BatchState, type LineState, type OrderState };
export const batchState = z.enum(batchStates);
/** One line of the payout sheet, before confirmation. */
export const lineState = z.enum(lineStates);
/** One payment, from confirmation on. */
export const orderState = z.enum(orderStates);

export const depositStates = ['booked'] as const;
export const depositState = z.enum(depositStates);

/** Live progress of a check or a payment, in this order; the console shows one bar for each. */
export const stages = ['read', 'match', 'contracts', 'limits', 'risk', 'tax', 'pay', 'book'] as const;
export const stage = z.enum(stages);
export type Stage = (typeof stages)[number];

export const stageTitles: Record<Stage, { zh: string; en: string }> = {
  read: { zh: '读取表格', en: 'Reading the sheet' },
  match: { zh: '匹配灵工与任务', en: 'Matching workers and tasks' },
  contracts: { zh: '核对合同与授权', en: 'Contracts and authorizations' },
  limits: { zh: '限额与重复', en: 'Limits and duplicates' },
  risk: { zh: '风控判定', en: 'Risk decision' },
  tax: { zh: '服务费与税费', en: 'Fee and tax' },
  pay: { zh: '提交付款', en: 'Sending' },
  book: { zh: '入账', en: 'Booking' },
};

type StateTitles<S extends string> = Readonly<Record<S, { zh: string; en: string }>>;

/** How states read on screens and in messages; the console's chips say the same words (`admin/src/i18n`, held by a test). */
export const batchStateTitles: StateTitles<BatchState> = {
  uploaded: { zh: '已上传', en: 'Uploaded' },
  checking: { zh: '校验中', en: 'Checking' },
  quoted: { zh: '待企业确认', en: 'To confirm' },
  confirmed: { zh: '待放款', en: 'To release' },
  released: { zh: '已放款', en: 'Released' },
  paying: { zh: '发放中', en: 'Paying' },
  completed: { zh: '已完成', en: 'Completed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  expired: { zh: '报价已失效', en: 'Quote expired' },
};
export const lineStateTitles: StateTitles<LineState> = {
  read: { zh: '待校验', en: 'To check' },
  blocked: { zh: '阻断', en: 'Blocked' },
  held: { zh: '风控暂缓', en: 'Held by risk' },
  ready: { zh: '可发', en: 'Ready' },
  excluded: { zh: '已剔除', en: 'Excluded' },
};
export const orderStateTitles: StateTitles<OrderState> = {
  confirmed: { zh: '待发放', en: 'To pay' },
  paying: { zh: '发放中', en: 'Paying' },
  paid: { zh: '已发放', en: 'Paid' },
  returned: { zh: '已退汇', en: 'Returned' },
  failed: { zh: '发放失败', en: 'Failed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};
