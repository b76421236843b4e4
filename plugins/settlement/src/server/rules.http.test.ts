import { databaseOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import { person, registerPeople } from './people.fixture';
import { csv, newEnterprise, newTask, rowOf } from './settlement.fixture';

/**
 * The whole way of a rule (R13.1, R6.4): an operator lowers a limit of the risk table, replays what was checked, submits; a second
 * person approves; the next batch is decided by the new version, the one before keeps its own; rolled back, the old limit holds again.
 */
let app: BootedStrapi;
let enterpriseId: number;
let tokens: Record<'config' | 'approver' | 'enterprise' | 'operator', string>;
const one = person(1);
const command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' } as const;
const today = shanghaiDay(new Date());
let batches = 0;

beforeAll(async () => {
  app = await bootStrapi();
  const db = databaseOf(app.strapi);
  enterpriseId = await newEnterprise(db, command, 'E-1');
  const workerIds = await registerPeople(db, vaultOf(app.strapi), [one]);
  await newTask(db, enterpriseId, 'TK-1', workerIds, 100_000_000n);
  tokens = {
    config: await app.token('config-operator'),
    approver: await app.token('config-approver'),
    enterprise: await app.token('enterprise', { enterpriseId }),
    operator: await app.token('operator'),
  };
}, 240_000);
afterAll(() => app?.stop());

const as = (who: keyof typeof tokens) => ({ Authorization: `Bearer ${tokens[who]}` });
const get = (who: keyof typeof tokens, path: string) => app.http.get(`/api${path}`).set(as(who));
const post = (who: keyof typeof tokens, path: string, body: object = {}) =>
  app.http.post(`/api/v1${path}`).set(as(who)).send(body);

/** A batch that pays one person 1,000 yuan, checked. */
async function checkedBatch(): Promise<number> {
  batches += 1;
  const sheet = Buffer.from(csv([rowOf(one, 'TK-1', '1000.00', `${batches}`)]));
  const { body } = await app.http
    .post('/api/v1/settlement-batches')
    .set(as('enterprise'))
    .attach('file', sheet, { filename: `发放${batches}.csv` })
    .expect(202);
  await jobsOf(app.strapi).drain();
  return body.batch.id;
}

async function decided(id: number): Promise<{ held: number; ready: number; versionNo: number }> {
  const { body } = await get('operator', `/v1/settlement-batches/${id}`).expect(200);
  return { held: body.counts.held ?? 0, ready: body.counts.ready ?? 0, versionNo: body.riskRules?.versionNo };
}

const above100 = { id: 'above-100', cells: { amount: { above: 10_000 }, decision: 'review', reason: 'amount-high' } };

it('goes from the draft to the next batch, and back', async () => {
  const before = await checkedBatch();
  expect(await decided(before)).toEqual({ held: 0, ready: 1, versionNo: 1 });
  const filter = encodeURIComponent(JSON.stringify({ kind: 'decision-table', key: 'risk.line' }));
  const [line] = (await get('config', `/console/configurations?filter=${filter}`)).body;
  const { body: draft } = await post('config', `/configurations/${line.id}/drafts`);
  const at = `/configuration-versions/${draft.id}`;

  const content = { ...draft.content, rows: [...draft.content.rows, above100] };
  const facts = { amountFen: 10_001, monthFen: 10_001, batchCount: 1, registeredDays: 90, enterpriseCount: 1 };
  const lowered = { name: '超过 100 元暂缓', input: facts, expect: { answer: { decision: 'review' } } };
  const cases = [...draft.cases.filter(({ expect: { answer } }: Case) => answer?.decision !== 'approve'), lowered];
  const saved = await app.http
    .put(`/api/v1${at}/content`)
    .set(as('config'))
    .send({ revision: 1, content, cases, note: '降低单笔限额' });
  expect([saved.status, saved.body.changes?.length]).toEqual([200, 1]);
  const checked = await post('config', `${at}/check`, { revision: 2 });
  expect([checked.body.state, checked.body.check]).toEqual(['checked', expect.objectContaining({ passed: true })]);

  const submit = { revision: 2, effectiveFrom: today, reason: '收紧单笔限额' };
  expect((await post('config', `${at}/submit`, submit)).body.code).toBe('configuration-not-replayed');
  expect((await post('config', `${at}/replays`, { from: today, to: today })).status).toBe(202);
  await jobsOf(app.strapi).drain();
  const { body: replayed } = await get('config', `/v1${at}`);
  expect(replayed.replay).toMatchObject({ compared: 1, changed: 1, changedFen: 100_000 });
  expect((await post('config', `${at}/submit`, submit)).body.state).toBe('submitted');
  expect((await decided(await checkedBatch())).versionNo).toBe(1);
  expect((await post('approver', `${at}/approve`)).body.state).toBe('in-force');

  const next = await checkedBatch();
  expect(await decided(next)).toEqual({ held: 1, ready: 0, versionNo: 2 });
  await post('operator', `/settlement-batches/${before}/recheck`, {});
  await jobsOf(app.strapi).drain();
  expect((await decided(before)).versionNo).toBe(1);

  const asked = await post('config', `${at}/roll-back`, { reason: '误伤正常付款' });
  const { id } = asked.body.approval;
  const { seenSha256 } = (await get('approver', `/v1/approvals/${id}`)).body;
  expect((await post('approver', `/approvals/${id}/approve`, { seenSha256 })).body.state).toBe('executed');
  expect(await decided(await checkedBatch())).toEqual({ held: 0, ready: 1, versionNo: 1 });
}, 120_000);

interface Case {
  readonly expect: { readonly answer?: { readonly decision?: string } };
}
