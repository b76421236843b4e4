import { writePast } from '@linggong/database/testing';
import { writer, type Write } from './review-table';
import type { Platform } from './start-platform';

/** What waits for a second person. */
export interface Asked {
  readonly approval: { readonly id: string };
}

/** An enterprise is checked and put into another class; one was on its way out, and is well again. */
export async function rateEnterprise(platform: Platform, manager: Write): Promise<void> {
  const officer = await writer(platform, 'risk-officer');
  const newest = `/api/console/enterprise-ratings?range=[0,0]&sort=${encodeURIComponent('["id","DESC"]')}`;
  const [last] = await officer<{ id: number }[]>('GET', newest);
  const at = `/api/v1/enterprises/${(last?.id ?? 0).toString()}`;
  await officer('POST', `${at}/credit-checks`, {});
  const endsOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const wish = { class: 'C', endsOn, reason: '关联交易待核实' };
  const { approval } = await officer<Asked>('POST', `${at}/rating-overrides`, wish);
  const { seenSha256 } = await manager<{ seenSha256: string }>('GET', `/api/v1/approvals/${approval.id}`);
  await manager('POST', `/api/v1/approvals/${approval.id}/approve`, { seenSha256 });
  const told = {
    subjectKind: 'enterprise',
    subjectId: last?.id,
    severity: 'high',
    title: '登记状态异常',
    text: '公示系统显示异常',
  };
  const { id } = await officer<{ id: number }>('POST', '/api/v1/risk-cases', told);
  await writePast(platform.folder, wentOut(last?.id ?? 0, id));
}

const wentOut = (enterpriseId: number, caseId: number): string => `INSERT INTO risk.offboardings
    (number, enterprise_id, case_id, reasons, state, opened_at, ended_at)
    VALUES ('OB-2026-11-0001', ${enterpriseId.toString()}, ${caseId.toString()}, '[{"zh":"列入经营异常名录","en":"On the list of abnormal operations"}]',
      'withdrawn', now(), now());
  SELECT audit.append('[{"at":"2026-11-26T00:00:00Z","actor_kind":"system","actor_name":"risk","trace_id":"journeys",
    "action":"risk-offboarding.open","subject_kind":"risk-offboarding","subject_id":"1","after":{"number":"OB-2026-11-0001","state":"withdrawn"}}]')`;
