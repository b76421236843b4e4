import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { vaultOf } from '@linggong/vault';
import { person, registerPeople } from './people.fixture';
import { csv, nameOf, newEnterprise, newTask, rowOf } from './settlement.fixture';

/** One worker, paid first by enterprise 甲, then by 乙: what 甲 paid him is not for 乙 to know. */
let app: BootedStrapi;
const tokens = new Map<string, string>();
const payee = person(0);
/** Numbers of tasks hold letters, digits and signs: whatever else stands there may be a name, and is starred. */
const taskOf = (who: string): string => (who === '甲' ? 'A' : 'B');
const command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' } as const;

beforeAll(async () => {
  app = await bootStrapi();
  const db = databaseOf(app.strapi);
  const workerIds = await registerPeople(db, vaultOf(app.strapi), [payee]);
  for (const who of ['甲', '乙']) {
    const enterpriseId = await newEnterprise(db, command, who === '甲' ? 'E-1' : 'E-2');
    await newTask(db, enterpriseId, `TK-${taskOf(who)}`, workerIds, 100_000_000n);
    tokens.set(who, await app.token('enterprise', { enterpriseId }));
    const payerName = nameOf(who === '甲' ? 'E-1' : 'E-2');
    const deposit = { enterpriseId, bankSerial: `B-${who}`, amountFen: 10_000_000, payerName };
    const officer = await app.token('finance-officer');
    await app.http.post('/api/v1/deposits').set('Authorization', `Bearer ${officer}`).send(deposit).expect(201);
  }
  tokens.set('tax-officer', await app.token('tax-officer'));
  tokens.set('worker', await app.token('worker', { workerId: workerIds[0] ?? 0 }));
}, 240_000);
afterAll(() => app.stop());

interface Traced {
  readonly trace: unknown[];
  readonly traceHidden: boolean;
  readonly netFen: number;
}

const as = (who: string) => ({ Authorization: `Bearer ${tokens.get(who) ?? ''}` });
const get = async (path: string, who: string) => (await app.http.get(`/api${path}`).set(as(who)).expect(200)).body;
const traced = async (path: string, who: string): Promise<Traced> => get(path, who);

/** A batch that pays him these amounts, and its last line. */
async function quoted(who: string, ...amounts: string[]): Promise<{ batchId: number; lineId: number }> {
  const sheet = csv(amounts.map((amount) => rowOf(payee, `TK-${taskOf(who)}`, amount)));
  const upload = await app.http
    .post('/api/v1/settlement-batches')
    .set(as(who))
    .attach('file', Buffer.from(sheet), { filename: '发放.csv' })
    .expect(202);
  await jobsOf(app.strapi).drain();
  const batchId: number = upload.body.batch.id;
  const { items } = await get(`/v1/settlement-batches/${batchId}/lines`, who);
  return { batchId, lineId: items.at(-1).id };
}

async function ordered(who: string, batchId: number): Promise<number> {
  await app.http
    .post(`/api/v1/settlement-batches/${batchId}/confirm`)
    .set(as(who))
    .send({ quoteVersion: 1 })
    .expect(200);
  const { items } = await get(`/v1/orders?batchId=${batchId}`, who);
  return items[0].id;
}

it('shows the first payer everything, and the next one figures without the months that tell what the first paid', async () => {
  const first = await quoted('甲', '12000.00');
  expect(await traced(`/v1/settlement-lines/${first.lineId}`, '甲')).toMatchObject({ traceHidden: false });
  const firstOrder = await ordered('甲', first.batchId);

  const next = await quoted('乙', '5000.00');
  const line = await traced(`/v1/settlement-lines/${next.lineId}`, '乙');
  expect(line).toMatchObject({ trace: [], traceHidden: true, amountFen: 500_000 });
  expect(line.netFen).toBeGreaterThan(0);
  expect((await traced(`/v1/settlement-lines/${next.lineId}`, 'tax-officer')).trace).toHaveLength(3);

  const nextOrder = await ordered('乙', next.batchId);
  for (const place of ['/v1/orders', '/console/orders']) {
    expect(await traced(`${place}/${nextOrder}`, '乙')).toMatchObject({ trace: [], traceHidden: true });
    const own = await traced(`${place}/${firstOrder}`, '甲');
    expect([own.traceHidden, own.trace.length]).toEqual([false, 2]);
    for (const who of ['tax-officer', 'worker']) {
      const whole = await traced(`${place}/${nextOrder}`, who);
      expect([whole.traceHidden, whole.trace.length]).toEqual([false, 3]);
    }
  }
});

it('tells neither the sum over all payers nor that there is one where a month is too much: a hold, and no figure', async () => {
  const { lineId } = await quoted('乙', '495000.00', '490000.00');
  const { blockers, state } = await get(`/v1/settlement-lines/${lineId}`, '乙');
  expect([state, blockers.map(({ code }: { code: string }) => code)]).toEqual(['held', ['risk-hold']]);
  expect(JSON.stringify(blockers)).not.toMatch(/\d/);
  const staff = await get(`/v1/settlement-lines/${lineId}`, 'tax-officer');
  expect(staff.blockers).toMatchObject([{ code: 'limit-worker-month', params: { limitFen: expect.any(Number) } }]);
});
