import { csv, type Hands } from './canary-hand';
import { registered } from './canary-people';

/** On a list (黑白名单) by two people, and in a sheet of one. */
export async function plantLists(hands: Hands): Promise<void> {
  const officer = hands.of('risk-officer');
  const manager = hands.of('institution-manager');
  const entry = { kind: 'watch', subjectKind: 'phone', value: registered.phone, source: 'police', reason: '协查通报' };
  const { approval } = await officer.done<{ approval: { id: string } }>('/api/v1/risk-list-entries', entry);
  const at = `/api/v1/approvals/${approval.id}`;
  const { seenSha256 } = await manager.get<{ seenSha256: string }>(at);
  await manager.done(`${at}/approve`, { seenSha256, reason: '已核对' });
  const header = ['名单类型', '标识类型', '标识内容', '来源', '理由'];
  const row = ['关注名单', '银行卡号', registered.cardNumber, '银行或支付机构', '多次退汇'];
  await officer.upload('/api/v1/risk-list-imports', { name: '名单.csv', text: csv([header, row]) });
}
