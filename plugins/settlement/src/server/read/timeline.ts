import type { Queryable } from '@linggong/core';
import { groupedYuanText, groupThousands, shanghaiMinute, type Text2 } from '@linggong/core/domain';
import type { TimelineEntry } from '../../api';
import type { StepEvent, StepFacts } from '../steps';

const STEPS_MAX = 500;

interface StoredStep {
  readonly event: StepEvent;
  readonly actor: string;
  readonly reason: string | null;
  readonly facts: StepFacts;
  readonly at: Date;
}

/** What happened to a batch: who, what, when and why, the newest first. */
export async function timelineOf(db: Queryable, batchId: number): Promise<TimelineEntry[]> {
  const steps = await db.query<StoredStep>(
    'SELECT event, actor, reason, facts, at FROM settlement.batch_steps WHERE batch_id = $1 ORDER BY id DESC LIMIT $2',
    [batchId, STEPS_MAX],
  );
  return steps.map(({ event, actor, reason, facts, at }) => ({
    at: at.toISOString(),
    event,
    text: texts[event](facts),
    actor,
    reason,
  }));
}

const yuan = (fen: string | number | undefined): string => groupedYuanText(BigInt(fen ?? 0));
const count = (things: string | number): string => groupThousands(String(things));

const texts: Readonly<Record<StepEvent, (facts: StepFacts) => Text2>> = {
  uploaded: ({ lines = 0 }) => ({ zh: `上传 ${count(lines)} 行`, en: `${count(lines)} lines uploaded` }),
  'check-started': () => ({ zh: '重新校验', en: 'Checked again' }),
  quoted: ({ version = 0, ready = 0, blocked = 0, held = 0, netFen }) => ({
    zh: `报价 v${version} 生成：可发 ${count(ready)} 行，实发 ¥${yuan(netFen)}；阻断 ${count(blocked)}，暂缓 ${count(held)}`,
    en: `Quote v${version}: ${count(ready)} ready, net ¥${yuan(netFen)}; ${count(blocked)} blocked, ${count(held)} held`,
  }),
  expired: () => ({ zh: '报价失效', en: 'The quote expired' }),
  'lines-excluded': ({ lines = 0 }) => ({ zh: `剔除 ${count(lines)} 行`, en: `${count(lines)} lines excluded` }),
  'line-edited': ({ row = 0 }) => ({ zh: `改正第 ${row} 行`, en: `Row ${row} corrected` }),
  'class-reviewed': ({ orders = 0, amountFen }) => ({
    zh: `逐笔审核通过：${count(orders)} 笔，¥${yuan(amountFen)}`,
    en: `Looked at by a person and taken: ${count(orders)} payments, ¥${yuan(amountFen)}`,
  }),
  'batch-reviewed': ({ orders = 0, amountFen }) => ({
    zh: `整批核实通过：${count(orders)} 笔，¥${yuan(amountFen)}`,
    en: `The batch as a whole was looked at and let go: ${count(orders)} payments, ¥${yuan(amountFen)}`,
  }),
  confirmed: ({ version = 0, orders = 0, holdFen }) => ({
    zh: `确认报价 v${version}：${count(orders)} 笔，冻结 ¥${yuan(holdFen)}`,
    en: `Quote v${version} confirmed: ${count(orders)} orders, ¥${yuan(holdFen)} held`,
  }),
  stale: ({ lines = 0 }) => ({
    zh: `确认未成：报价依据已变化（${count(lines)} 行须复核），重新报价`,
    en: `Not confirmed: what the quote stood on has changed (${count(lines)} lines to look at); quoted again`,
  }),
  released: ({ rule }) =>
    rule === 'automatic' ? { zh: '限额内自动放款', en: 'Released by rule' } : { zh: '复核放款', en: 'Released' },
  requoted: ({ orders = 0, month = '' }) => ({
    zh: `跨月发放：${count(orders)} 笔按 ${month} 重新计税`,
    en: `Sent in another month: ${count(orders)} orders taxed anew for ${month}`,
  }),
  sending: () => ({ zh: '开始发放', en: 'Payment began' }),
  stopped: ({ orders = 0 }) => ({
    zh: `停发 ${count(orders)} 笔：灵工或收款卡状态在确认后已变，冻结款已退回`,
    en: `${count(orders)} stopped: worker or card changed after the confirmation; their money is free again`,
  }),
  refused: ({ orders = 0 }) => ({
    zh: `发送前拒绝 ${count(orders)} 笔：姓名、卡号、联行号或金额不符合付款渠道要求，冻结款已退回`,
    en: `${count(orders)} refused before sending: name, card, bank number or amount does not suit the channel; their money is free again`,
  }),
  waiting: ({ orders = 0, until = '', reason = '' }) => waitingText(orders, String(until), String(reason)),
  booked: ({ failed = 0 }) => ({ zh: `银行拒绝 ${count(failed)} 笔`, en: `The bank refused ${count(failed)}` }),
  returned: ({ orders = 0, netFen }) => ({
    zh: `退汇 ${count(orders)} 笔，¥${yuan(netFen)} 已退回预存款`,
    en: `${count(orders)} returned by the bank; ¥${yuan(netFen)} is back on the deposit`,
  }),
  completed: ({ orders = 0 }) => ({
    zh: `完成：${count(orders)} 笔均有结果`,
    en: `Completed: all ${count(orders)} orders answered`,
  }),
  cancelled: ({ orders = 0 }) =>
    orders === 0
      ? { zh: '取消批次', en: 'Batch cancelled' }
      : { zh: `取消批次，解冻 ${count(orders)} 笔`, en: `Batch cancelled; ${count(orders)} orders freed` },
};

const waitWords: Readonly<Record<string, Text2>> = {
  'cut-off': { zh: '渠道受理时段', en: 'the hours of the channel' },
  'large-window': { zh: '大额支付时段', en: 'the hours of large payments' },
  'day-limit': { zh: '次日额度', en: 'the limit of the next day' },
};

function waitingText(orders: string | number, until: string, reason: string): Text2 {
  const words = waitWords[reason] ?? { zh: '渠道', en: 'the channel' };
  const opens = shanghaiMinute(new Date(until));
  return {
    zh: `${count(orders)} 笔等待${words.zh}，北京时间 ${opens} 起发送`,
    en: `${count(orders)} wait for ${words.en}; they leave from ${opens} on (Beijing time)`,
  };
}
