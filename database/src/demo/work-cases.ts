import { addDays } from '@linggong/core/domain';
import type { ApiClient, Caller } from './api-client';
import type { DemoStage } from './stage';

interface Card {
  readonly id: number;
}

interface Board {
  readonly columns: readonly { readonly state: string; readonly cards: readonly Card[] }[];
}

const officer: Caller = { role: 'risk-officer' };

/** One thing that the risk officer does with a case, with why. */
type Act = readonly [action: string, body: object];

/** What becomes of the first cases of the board, one line a case: taken, and then on. */
const fates: readonly (readonly Act[])[] = [
  [['close', { outcome: 'confirmed', reason: '证件照片与本人不符，人员停用，已通知企业' }]],
  [['close', { outcome: 'confirmed', reason: '核验信息与登记不一致，联系不上本人' }]],
  [['close', { outcome: 'false-alarm', reason: '改名后未更新登记，已核对户口簿并重新登记' }]],
  [['close', { outcome: 'confirmed', reason: '银行卡属亲属所有，已要求更换本人卡' }]],
  [['close', { outcome: 'false-alarm', reason: '银行预留姓名含生僻字，人工比对为同一人' }]],
  [['wait', { reason: '已电话通知本人更换银行卡，等待办理' }]],
  [['tasks', { text: '请企业联系本人补充银行卡开户证明' }]],
  [['comments', { text: '与同批另一人登记了同一张卡，一并核实' }]],
];

/**
 * A late day of the risk officer: of the cases that the registrations of the month opened some are closed, some in hand, most still
 * wait and are overdue, so that board and figures of rules have something to show. Takes no measure: it would change what the waiting
 * batch may pay.
 */
export async function workCases({ api, today, moveTo }: DemoStage): Promise<void> {
  moveTo(addDays(today, -5), 14);
  const { columns } = await api.get<Board>(officer, '/v1/risk-cases/board');
  const waiting = columns.find(({ state }) => state === 'open')?.cards ?? [];
  for (const [index, acts] of fates.entries()) {
    const card = waiting[index];
    if (card !== undefined) await workOn(api, card, acts);
  }
}

async function workOn(api: ApiClient, { id }: Card, acts: readonly Act[]): Promise<void> {
  const place = `/v1/risk-cases/${id.toString()}`;
  await api.post(officer, `${place}/take`, {});
  for (const [action, body] of acts) await api.post(officer, `${place}/${action}`, body);
}
