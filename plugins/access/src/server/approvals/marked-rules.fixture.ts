import type { Database } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import type { TestPlatform } from '../platform.fixture';
import { newEnterprise, type Desk } from './approvals.fixture';

const today = shanghaiDay(new Date());

/** What the marked operations of rules and risk look at: a version that superseded another, a sheet of a list, a case in hand. */
export async function prepareRules(platform: TestPlatform, desk: Desk, superuser: Database): Promise<void> {
  await takeOver(desk, superuser);
  const officer = await desk.token({ role: 'risk-officer' });
  const sheet = '名单类型,标识类型,标识内容,来源,理由\n关注名单,手机号,19900009302,银行或支付机构,多次退汇\n';
  await platform.http
    .post('/api/v1/risk-list-imports')
    .auth(officer, { type: 'bearer' })
    .attach('file', Buffer.from(sheet), { filename: '名单.csv' });
  await newEnterprise(platform, 922);
  const told = {
    subjectKind: 'enterprise',
    subjectId: 922,
    severity: 'high',
    title: '疑似虚假业务',
    text: '没有验收记录',
  };
  const { body } = await desk.post(await desk.token({ role: 'operator' }), '/risk-cases', told);
  await desk.post(officer, `/risk-cases/${body.id}/take`);
  await newEnterprise(platform, 923);
  await leave(superuser, 923, body.id);
}

/** An enterprise is on its way out, and well again by its last rating. */
async function leave(superuser: Database, enterpriseId: number, caseId: number): Promise<void> {
  await superuser.query(
    `WITH rated AS (
       INSERT INTO risk.ratings (enterprise_id, class, computed_class, score, facts, table_version, classes_version, cause, rated_at)
       VALUES ($1, 'B', 'B', 80, '{}', 1, 1, 'asked', now()) RETURNING id
     ), headed AS (
       INSERT INTO risk.rating_heads (enterprise_id, rating_id, class, since, looked_at) SELECT $1, id, 'B', now()::date, now() FROM rated
     )
     INSERT INTO risk.offboardings (number, enterprise_id, case_id, reasons, state, opened_at)
     VALUES ('RX-T-1', $1, $2, '[]', 'suspended', now())`,
    [enterpriseId, caseId],
  );
}

/** A second version of a checklist takes over from the first. */
async function takeOver(desk: Desk, superuser: Database): Promise<void> {
  const operator = await desk.token({ role: 'config-operator' });
  const { id } = await superuser.one<{ id: number }>(
    `SELECT id FROM studio.configurations WHERE kind = 'checklist' ORDER BY id LIMIT 1`,
  );
  const { body: draft } = await desk.post(operator, `/configurations/${id}/drafts`);
  const at = `/configuration-versions/${draft.id}`;
  await desk.post(operator, `${at}/check`, { revision: draft.revision });
  await desk.post(operator, `${at}/submit`, { revision: draft.revision, effectiveFrom: today, reason: '照原样再用' });
  await desk.post(await desk.token({ role: 'config-approver' }), `${at}/approve`);
}

const newest: Readonly<Record<string, string>> = {
  configuration: `SELECT id FROM studio.configurations WHERE kind = 'checklist' ORDER BY id LIMIT 1`,
  version: `SELECT id FROM studio.versions WHERE state = 'in-force' AND version_no = 2 ORDER BY id DESC LIMIT 1`,
  entry: 'SELECT id FROM risk.list_entries ORDER BY id DESC LIMIT 1',
  import: 'SELECT id FROM risk.list_imports ORDER BY id DESC LIMIT 1',
  case: 'SELECT id FROM risk.cases ORDER BY id DESC LIMIT 1',
  offboarding: 'SELECT id FROM risk.offboardings ORDER BY id DESC LIMIT 1',
  measure: 'SELECT id FROM risk.measures ORDER BY id DESC LIMIT 1',
};

/** An address with the newest row where it names a kind of row in braces. */
export async function filledPath(superuser: Database, path: string): Promise<string> {
  const [, kind] = /\{(\w+)\}/.exec(path) ?? [];
  if (kind === undefined) return path;
  const { id } = await superuser.one<{ id: number | bigint }>(newest[kind] ?? '', []);
  return path.replace(`{${kind}}`, String(id));
}

const reason = '已核对材料';

/** The marked operations of rules and risk, each after what it stands on. */
export const ruleCases = [
  [
    'configuration:set-review',
    'config-operator',
    'config-approver',
    '/configurations/{configuration}/review-day',
    { reviewBy: addDays(today, 300), reason },
  ],
  [
    'configuration-version:roll-back',
    'config-operator',
    'config-approver',
    '/configuration-versions/{version}/roll-back',
    { reason },
  ],
  [
    'risk-list-entry:create',
    'risk-officer',
    'institution-manager',
    '/risk-list-entries',
    { kind: 'deny', subjectKind: 'phone', value: '19900009301', source: 'police', reason },
  ],
  ['risk-list-entry:end', 'risk-officer', 'institution-manager', '/risk-list-entries/{entry}/end', { reason }],
  ['risk-list-import:take', 'risk-officer', 'institution-manager', '/risk-list-imports/{import}/take', { reason }],
  [
    'risk-snooze:create',
    'risk-officer',
    'institution-manager',
    '/risk-snoozes',
    { rule: 'split-in-batch', subjectKind: 'worker', subjectId: 916, endsOn: addDays(today, 10), reason },
  ],
  [
    'risk-measure:take',
    'risk-officer',
    'institution-manager',
    '/risk-cases/{case}/measures',
    { kind: 'suspend-enterprise', subjectKind: 'enterprise', subjectId: 922, reason },
  ],
  [
    'rating-override:create',
    'risk-officer',
    'institution-manager',
    '/enterprises/923/rating-overrides',
    { class: 'D', endsOn: addDays(today, 10), reason },
  ],
  [
    'risk-offboarding:withdraw',
    'risk-officer',
    'institution-manager',
    '/risk-offboardings/{offboarding}/withdraw',
    { reason },
  ],
  ['risk-measure:lift', 'risk-officer', 'institution-manager', '/risk-measures/{measure}/lift', { reason }],
] as const;
