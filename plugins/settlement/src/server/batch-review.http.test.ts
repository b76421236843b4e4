import { databaseOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import { person, registerPeople } from './people.fixture';
import { csv, newEnterprise, newTask, rowOf } from './settlement.fixture';

/**
 * A batch that risk wants looked at as a whole, from the rule to the confirmation (R6.2, R6.3, R13.1): the rule is replayed on past batches and put
 * in force by two people; the next batch waits in the queue of risk, who alone lets it go.
 */
let app: BootedStrapi;
let enterpriseId: number;
let tokens: Record<'config' | 'approver' | 'enterprise' | 'operator' | 'finance' | 'risk', string>;
const people = [person(1), person(2)];
const command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' } as const;
const today = shanghaiDay(new Date());
let batches = 0;

beforeAll(async () => {
  app = await bootStrapi();
  const db = databaseOf(app.strapi);
  enterpriseId = await newEnterprise(db, command, 'E-1');
  const workerIds = await registerPeople(db, vaultOf(app.strapi), people);
  await newTask(db, enterpriseId, 'TK-1', workerIds, 100_000_000n);
  tokens = {
    config: await app.token('config-operator'),
    approver: await app.token('config-approver'),
    enterprise: await app.token('enterprise', { enterpriseId }),
    operator: await app.token('operator'),
    finance: await app.token('finance-approver'),
    risk: await app.token('risk-officer'),
  };
}, 240_000);
afterAll(() => app?.stop());

const as = (who: keyof typeof tokens) => ({ Authorization: `Bearer ${tokens[who]}` });
const get = (who: keyof typeof tokens, path: string) => app.http.get(`/api${path}`).set(as(who));
const post = (who: keyof typeof tokens, path: string, body: object = {}) =>
  app.http.post(`/api/v1${path}`).set(as(who)).send(body);

/** A batch that pays two people 1,000 yuan each, checked. */
async function checkedBatch(): Promise<number> {
  batches += 1;
  const sheet = Buffer.from(csv(people.map((one) => rowOf(one, 'TK-1', '1000.00', `${batches}`))));
  const { body } = await app.http
    .post('/api/v1/settlement-batches')
    .set(as('enterprise'))
    .attach('file', sheet, { filename: `发放${batches}.csv` })
    .expect(202);
  await jobsOf(app.strapi).drain();
  return body.batch.id;
}
const shown = async (who: keyof typeof tokens, id: number) =>
  (await get(who, `/v1/settlement-batches/${id}`).expect(200)).body;
const codes = (batch: { blockers: { code: string }[] }) =>
  batch.blockers.map(({ code }) => code).filter((code) => code.startsWith('batch-'));

/** A rule for every batch of two payments, from the draft until it is in force. */
async function tightened(): Promise<{ compared: number; changed: number }> {
  const filter = encodeURIComponent(JSON.stringify({ kind: 'decision-table', key: 'risk.batch' }));
  const [table] = (await get('config', `/console/configurations?filter=${filter}`)).body;
  const { body: draft } = await post('config', `/configurations/${table.id}/drafts`);
  const at = `/configuration-versions/${draft.id}`;
  const reason = { zh: '测试复核', en: 'Looked at for the test' };
  const row = { id: 'two-payments', cells: { payments: { is: 2 }, outcome: 'review', score: 5, reason } };
  const content = { ...draft.content, rows: [...draft.content.rows, row] };
  const saved = await app.http
    .put(`/api/v1${at}/content`)
    .set(as('config'))
    .send({ revision: 1, content, cases: draft.cases, note: '两笔即复核' });
  expect(saved.status).toBe(200);
  expect((await post('config', `${at}/check`, { revision: 2 })).body.check).toMatchObject({ passed: true });
  expect((await post('config', `${at}/replays`, { from: today, to: today })).status).toBe(202);
  await jobsOf(app.strapi).drain();
  const { body } = await get('config', `/v1${at}`);
  const submit = { revision: 2, effectiveFrom: today, reason: '收紧整批判定' };
  expect((await post('config', `${at}/submit`, submit)).body.state).toBe('submitted');
  expect((await post('approver', `${at}/approve`)).body.state).toBe('in-force');
  return body.replay;
}

it('is replayed, waits in the queue of risk, and is let go by risk alone', async () => {
  const before = await checkedBatch();
  expect(await shown('risk', before)).toMatchObject({ awaitsRisk: null, risk: { outcome: 'approve', reasons: [] } });
  expect(await tightened()).toMatchObject({ compared: 1, changed: 1, changedFen: 200_000 });

  const id = await checkedBatch();
  const seen = await shown('risk', id);
  expect([codes(seen), seen.awaitsRisk, seen.risk.outcome]).toEqual([['batch-review'], 'batch-review', 'review']);
  expect(seen.risk.reasons).toEqual([{ zh: '测试复核', en: 'Looked at for the test' }]);
  const { body: decision } = await get('risk', `/v1/risk-decisions/${seen.risk.decisionId}`).expect(200);
  expect(decision).toMatchObject({ moment: 'batch', subjectId: id.toString(), isReproduced: true });
  // The enterprise learns that its batch is looked at, and no rule.
  const told = await shown('enterprise', id);
  expect([codes(told), told.risk, JSON.stringify(told).includes('测试复核')]).toEqual([['batch-review'], null, false]);

  const filter = encodeURIComponent(JSON.stringify({ state: 'quoted', awaitsRisk: ['class-review', 'batch-review'] }));
  const { body: waiting } = await get('risk', `/console/settlement-batches?filter=${filter}`).expect(200);
  expect(waiting.map((row: { id: number }) => row.id)).toEqual([id]);

  const at = `/settlement-batches/${id}/batch-review`;
  const say = { quoteVersion: seen.quoteVersion, reason: '已核对合同与验收单' };
  for (const who of ['enterprise', 'operator', 'finance', 'config'] as const)
    expect((await post(who, at, say)).status).toBe(403);
  expect((await post('risk', at, { quoteVersion: seen.quoteVersion })).status).toBe(400);
  expect((await post('risk', at, { ...say, quoteVersion: 9 })).body.code).toBe('quote-stale');
  expect((await post('enterprise', `/settlement-batches/${id}/confirm`, { quoteVersion: 1 })).body.code).toBe(
    'batch-blocked',
  );
  const { body: passed } = await post('risk', at, say);
  expect([codes(passed), passed.risk.review.reason]).toEqual([[], '已核对合同与验收单']);
  const again = await post('risk', at, say);
  expect([again.status, again.body.code]).toEqual([409, 'batch-review-not-asked']);
  // The batch of before keeps the rules that it was quoted by.
  const asked = await post('risk', `/settlement-batches/${before}/batch-review`, { ...say, quoteVersion: 1 });
  expect([asked.status, asked.body.code]).toEqual([409, 'batch-review-not-asked']);
}, 120_000);
