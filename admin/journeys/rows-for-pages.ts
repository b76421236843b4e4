import { shanghaiDay } from '@linggong/core/domain';
import { writePast } from '@linggong/database/testing';
import { tokenOf } from './api';
import { monthBeforeLast } from './month-before-last';
import { offerTask } from './offer-task';
import { rateEnterprise, type Asked } from './rate-enterprise';
import { writer, type Write } from './review-table';
import type { Platform } from './start-platform';

/** What nobody of the demo has done yet, so that every kind of detail has a row to show: by people of the demo, and by a DBA. */
export async function addRowsForPages(platform: Platform): Promise<void> {
  const worker = await writer(platform, 'worker');
  await worker('POST', '/api/v1/data-requests', { kind: 'explanation', asked: '个税如何计算' });
  const service = await writer(platform, 'customer-service');
  const wish = { resource: 'tax-record', actions: ['list', 'read'], hours: 4, reason: '核对来电' };
  const { approval } = await service<Asked>('POST', '/api/v1/elevations', wish);
  const manager = await writer(platform, 'institution-manager');
  const { seenSha256 } = await manager<{ seenSha256: string }>('GET', `/api/v1/approvals/${approval.id}`);
  await manager('POST', `/api/v1/approvals/${approval.id}/approve`, { seenSha256 });
  await askToExplain(platform, worker);
  await leave(platform, manager);
  await list(platform, manager);
  await rateEnterprise(platform, manager);
  await review(platform);
  await visit(platform);
  await draw(platform);
  const configurer = await writer(platform, 'config-operator');
  await configurer('POST', '/api/v1/configurations', {
    kind: 'checklist',
    key: 'enterprises.journey',
    name: { zh: '企业走访核查', en: 'Visit of an enterprise' },
    description: { zh: '走访企业时逐项核对。', en: 'Ticked when an enterprise is visited.' },
  });
  await bringIn(platform, await configurer<object>('POST', '/api/v1/configuration-exports', {}));
  await complain(service);
  await offerTask(platform);
  // A certificate takes years of waiting; its entry stands beside it, as it does in the product.
  await writePast(platform.folder, certificate);
  await writePast(platform.folder, 'UPDATE continuity.findings SET last_seen_at = last_seen_at');
  await told(platform);
}

const certificate = `INSERT INTO vault.destructions (number, class, people, actor_name, trace_id, at)
    VALUES ('DC-20261126-1', 'person', 1, 'system', 'journeys', now());
  SELECT audit.append('[{"at":"2026-11-26T00:00:00Z","actor_kind":"system","actor_name":"retention","trace_id":"journeys",
    "action":"person.erase","subject_kind":"worker","subject_id":"0","after":{"certificate":"DC-20261126-1","class":"person"}}]')`;

/** Somebody is on a list, and a sheet of others waits to be taken. */
async function list(platform: Platform, manager: Write): Promise<void> {
  const officer = await writer(platform, 'risk-officer');
  const entry = { kind: 'watch', subjectKind: 'phone', value: '19900007701', source: 'police', reason: '协查通报' };
  const { approval } = await officer<Asked>('POST', '/api/v1/risk-list-entries', entry);
  const { seenSha256 } = await manager<{ seenSha256: string }>('GET', `/api/v1/approvals/${approval.id}`);
  await manager('POST', `/api/v1/approvals/${approval.id}/approve`, { seenSha256 });
  const sheet = '名单类型,标识类型,标识内容,来源,理由\n关注名单,手机号,19900007702,银行或支付机构,多次退汇\n';
  const form = new FormData();
  form.append('file', new Blob([sheet], { type: 'text/csv' }), '名单.csv');
  const headers = { authorization: `Bearer ${await tokenOf(platform, 'risk-officer')}` };
  await fetch(`${platform.address}/api/v1/risk-list-imports`, { method: 'POST', headers, body: form });
}

/** What the reviews look at: material that is to be put right, and a month of each kind. */
async function review(platform: Platform): Promise<void> {
  const operator = await writer(platform, 'operator');
  const officer = await writer(platform, 'risk-officer');
  const told = {
    kind: 'website',
    title: '官网首页',
    place: 'https://www.example.cn/',
    publishedOn: '2026-01-05',
    owner: '市场部',
  };
  const { id, checklist } = await operator<Material>('POST', '/api/v1/promotional-materials', told);
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(whiteDot, 'base64')], { type: 'image/png' }), 'HOMEPAGE.png');
  const headers = { authorization: `Bearer ${await tokenOf(platform, 'operator')}` };
  const at = `/api/v1/promotional-materials/${id.toString()}`;
  await fetch(`${platform.address}${at}/files`, { method: 'POST', headers, body: form });
  const dueOn = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const answers = checklist.items.map(({ id: item }) =>
    item === 'tax-promise'
      ? { item, answer: 'no', finding: { text: '承诺税负率', severity: 'high', dueOn } }
      : { item, answer: 'yes' },
  );
  await officer('POST', `${at}/reviews`, { checklistVersion: checklist.versionId, answers });
  await officer('POST', '/api/v1/real-name-reviews', { month: '2026-10' });
  await officer('POST', '/api/v1/operation-reviews', { month: '2026-10' });
}

interface Material {
  readonly id: number;
  readonly checklist: { readonly versionId: number; readonly items: readonly { readonly id: string }[] };
}

const whiteDot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

/** The newest enterprise was visited, and another visit to it is under way. */
async function visit(platform: Platform): Promise<void> {
  const operator = await writer(platform, 'operator');
  const newest = `/api/console/enterprises?range=[0,0]&sort=${encodeURIComponent('["id","DESC"]')}`;
  const [last] = await operator<{ id: number }[]>('GET', newest);
  const at = `/api/v1/enterprises/${(last?.id ?? 0).toString()}/site-visits`;
  const begun = { visitedOn: shanghaiDay(new Date()) };
  const [first] = (await operator<Visits>('POST', at, begun)).visits;
  if (first === undefined) throw new Error('no visit began');
  const headers = { authorization: `Bearer ${await tokenOf(platform, 'operator')}` };
  for (const item of first.items.filter(({ evidence }) => evidence)) {
    const form = new FormData();
    form.append('item', item.id);
    form.append('file', new Blob([Buffer.from(whiteDot, 'base64')], { type: 'image/png' }), 'PLACE.png');
    const sent = `${platform.address}${at}/${first.id.toString()}/files`;
    await fetch(sent, { method: 'POST', headers, body: form });
  }
  const answers = first.items.map(({ id: item }) => ({ item, answer: item === 'workers' ? 'no' : 'yes' }));
  await operator('POST', `${at}/${first.id.toString()}/conclude`, { answers, note: '客服人员须打卡坐班' });
  await operator('POST', at, begun);
}

interface Visits {
  readonly visits: readonly {
    readonly id: number;
    readonly items: readonly { readonly id: string; readonly evidence: boolean }[];
  }[];
}

/** A file of configurations was read, as it left this platform. */
async function bringIn(platform: Platform, file: object): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([JSON.stringify(file)], { type: 'application/json' }), '全部配置.json');
  const headers = { authorization: `Bearer ${await tokenOf(platform, 'config-operator')}` };
  await fetch(`${platform.address}/api/v1/configuration-imports`, { method: 'POST', headers, body: form });
}

/** A sample is drawn over the payments of the month before the last, which is the calendar's (`risk.draw-inspections`). */
async function draw(platform: Platform): Promise<void> {
  const officer = await writer(platform, 'risk-officer');
  await officer('POST', '/api/v1/inspections', { title: '付款抽查', ...monthBeforeLast() });
}

/** The worker and the enterprise of the demo are asked to explain something. */
async function askToExplain(platform: Platform, worker: Write): Promise<void> {
  const officer = await writer(platform, 'risk-officer');
  const enterprise = await writer(platform, 'enterprise');
  const [[self], [firm]] = [
    await worker<{ id: number }[]>('GET', '/api/console/workers'),
    await enterprise<{ id: number }[]>('GET', '/api/console/enterprises'),
  ];
  const dueOn = shanghaiDay(new Date(Date.now() + 10 * 86_400_000));
  for (const [subjectKind, subjectId] of [
    ['worker', self?.id],
    ['enterprise', firm?.id],
  ] as const) {
    const about = { subjectKind, subjectId, severity: 'low', title: '当月付款较多', text: '须了解业务内容' };
    const { id } = await officer<{ id: number }>('POST', '/api/v1/risk-cases', about);
    const asked = { parties: [subjectKind], question: '请说明当月付款对应的业务', dueOn };
    await officer('POST', `/api/v1/risk-cases/${id.toString()}/explanations`, asked);
  }
}

/** The last who was registered leaves: a second person decides. */
async function leave(platform: Platform, manager: Write): Promise<void> {
  const operator = await writer(platform, 'operator');
  const newest = `/api/console/workers?range=[0,0]&sort=${encodeURIComponent('["id","DESC"]')}`;
  const [last] = await operator<{ id: number }[]>('GET', newest);
  const at = `/api/v1/workers/${(last?.id ?? 0).toString()}/deregister`;
  const { approval } = await operator<Asked>('POST', at, { reason: '本人申请注销' });
  const { seenSha256 } = await manager<{ seenSha256: string }>('GET', `/api/v1/approvals/${approval.id}`);
  await manager('POST', `/api/v1/approvals/${approval.id}/approve`, { seenSha256 });
}

/** The witness reads the log a moment later. @throws Error where it never tells */
async function told(platform: Platform): Promise<void> {
  const auditor = await writer(platform, 'audit-admin');
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await auditor<object[]>('GET', '/api/console/audit-bypasses')).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the witness does not tell of a write past the platform');
}

/** Somebody calls, and what he says is taken down. */
async function complain(service: Write): Promise<void> {
  const { versionId } = await service<{ versionId: number }>('GET', '/api/v1/forms/service.complaint');
  const values = { about: 'service', what: '两天没有人回电', complainant: '赵来电', phone: '15012340009' };
  await service('POST', '/api/v1/form-records', { form: 'service.complaint', formVersionId: versionId, values });
}
