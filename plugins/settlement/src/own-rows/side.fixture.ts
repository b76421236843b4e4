import { databaseOf, type Command, type Database } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import type { Role } from '@linggong/config/access';
import { postByTwo, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import { person, registerPeople, type Person } from '../server/people.fixture';
import { csv, nameOf, newEnterprise, newTask, rowOf } from '../server/settlement.fixture';

/** Who of a side signs in: its enterprise, and the worker that works for it alone. */
export const parties = ['enterprise', 'worker'] as const;
export type PartyRole = (typeof parties)[number];

/** An enterprise and a worker with a row in every resource that either of them may see. */
export interface OpenedSide {
  readonly enterpriseId: number;
  readonly workerId: number;
  readonly token: Readonly<Record<PartyRole, string>>;
  readonly contractBatchId: number;
}

/** The platform, and a note of what the test does to its database by itself: that is no write of the product. */
export interface Watched {
  readonly app: BootedStrapi;
  ours<R>(work: () => Promise<R>): Promise<R>;
}

const command: Command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' };
const year = new Date().getFullYear();

export type Staff = Readonly<Record<'operator' | 'officer' | 'approver' | 'risk', string>>;

export async function staffOf(app: BootedStrapi): Promise<Staff> {
  const token = (role: Role): Promise<string> => app.token(role);
  return {
    operator: await token('operator'),
    officer: await token('finance-officer'),
    approver: await token('finance-approver'),
    risk: await token('risk-officer'),
  };
}

/** The worker of a side, in clear, and the task that he works on. */
export const ownPerson = (serial: number): Person => person(serial * 1_237);
export const ownTask = (serial: number): string => `TK-88${serial}`;

/** One side from its registration to paid orders, with a second batch that still waits for it. */
export async function openSide({ app, ours }: Watched, staff: Staff, serial: number): Promise<OpenedSide> {
  const db = databaseOf(app.strapi);
  const one = ownPerson(serial);
  const enterpriseId = await ours(() => newEnterprise(db, command, `E-77${serial}`));
  const [workerId = 0] = await ours(() => registerPeople(db, vaultOf(app.strapi), [one]));
  // People of that fixture come from nowhere; an answer about a worker says where he came from.
  await ours(() => db.query(`UPDATE public.workers SET source = 'staff' WHERE source IS NULL`));
  await ours(() =>
    db.query(
      `INSERT INTO parties.contact_consents (enterprise_id, contact, act, version, method, at, actor_name, trace_id)
       VALUES ($1, 'handler', 'given', 1, 'declared', now(), 'test', 'test')`,
      [enterpriseId],
    ),
  );
  const task = ownTask(serial);
  await ours(() => newTask(db, enterpriseId, task, [workerId], 100_000_000n));
  const token = {
    enterprise: await app.token('enterprise', { enterpriseId }),
    worker: await app.token('worker', { workerId }),
  };
  const send = async (by: string, path: string, body: object): Promise<Record<string, never>> => {
    const answer = await app.http.post(`/api/v1${path}`).auth(by, { type: 'bearer' }).send(body);
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    await drain(app);
    return answer.body as Record<string, never>;
  };
  const pay = { enterpriseId, bankSerial: `B-99${serial}`, amountFen: 50_000_000, payerName: nameOf(`E-77${serial}`) };
  await postByTwo(app, { maker: 'finance-officer', decider: 'finance-approver' }, '/api/v1/deposits', pay);
  await send(staff.operator, '/real-name-checks', { subjectKind: 'worker', ids: [workerId] });
  const sending = { template: 'tax-agency', workerIds: [workerId], validFrom: `${year}-01-01` };
  const { batchId } = await send(token.enterprise, '/contracts/batches', { ...sending, enterpriseId });
  const upload = async (amount: string): Promise<number> => {
    const answer = await app.http
      .post('/api/v1/settlement-batches')
      .auth(token.enterprise, { type: 'bearer' })
      .attach('file', Buffer.from(csv([rowOf(one, task, amount)])), `side-${serial}-${amount}.csv`)
      .expect(202);
    await drain(app);
    return answer.body.batch.id;
  };
  const paid = await upload('1000.00');
  await send(token.enterprise, `/settlement-batches/${paid}/confirm`, { quoteVersion: 1 });
  const { state } = await db.one<{ state: string }>('SELECT state FROM public.settlement_batches WHERE id = $1', [
    paid,
  ]);
  if (state === 'confirmed') await send(staff.approver, `/settlement-batches/${paid}/release`, {});
  await jobsOf(app.strapi).tick('channels.poll');
  await drain(app);
  await upload('2000.00');
  await ours(() => askRelease(db, enterpriseId, paid));
  await send(staff.officer, '/fee-bills', { enterpriseId, month: lastMonth() });
  await send(token.enterprise, '/tasks', draftTask(enterpriseId));
  const look = { subject: { kind: 'worker', id: workerId }, field: 'phone', reason: '核对本人手机号' };
  await send(token.worker, '/sensitive-fields/unmask', look);
  await send(token.worker, `/workers/${workerId}/consents`, { purpose: 'marketing' });
  await send(token.worker, '/data-requests', { kind: 'explanation', asked: '个税如何计算' });
  await send(token.worker, `/workers/${workerId}/cards`, { cardNumber: person(serial * 1_237 + 1).cardNumber });
  for (const role of parties) await complain(app, token[role], one);
  for (const role of parties) await askToExplain(send, staff, role, { enterpriseId, workerId }[`${role}Id`]);
  return { enterpriseId, workerId, token, contractBatchId: batchId ?? 0 };
}

/** A form record of a party: what it complains of. */
async function complain(app: BootedStrapi, token: string, { name, phone }: Person): Promise<void> {
  const form = 'service.complaint';
  const { body } = await app.http.get(`/api/v1/forms/${form}`).auth(token, { type: 'bearer' }).expect(200);
  const values = { about: 'service', what: '没有人接听电话', complainant: name, phone };
  const record = { form, formVersionId: body.versionId, values };
  await app.http.post('/api/v1/form-records').auth(token, { type: 'bearer' }).send(record).expect(201);
}

/** Risk asks a party about a case of its own. */
async function askToExplain(
  send: (by: string, path: string, body: object) => Promise<Record<string, never>>,
  { risk }: Staff,
  role: PartyRole,
  subjectId: number,
): Promise<void> {
  const about = { subjectKind: role, subjectId, severity: 'low', title: '大额收款说明', text: '当月收款较多' };
  const { id } = await send(risk, '/risk-cases', about);
  const dueOn = addDays(shanghaiDay(new Date()), 10);
  await send(risk, `/risk-cases/${id}/explanations`, { parties: [role], question: '请说明当月业务内容', dueOn });
}

/** A request that waits: batches as small as these are released by themselves, and ask nobody. */
async function askRelease(db: Database, enterpriseId: number, batchId: number): Promise<void> {
  const asked = {
    mode: 'native',
    resource: 'settlement-batch',
    action: 'release',
    subject_kind: 'settlement-batch',
    subject_id: String(batchId),
    subject_label: `PB-77-${batchId}`,
    maker_name: `enterprise-of-${enterpriseId}`,
    enterprise_id: enterpriseId,
    view_sha256: '0'.repeat(64),
    deciders: ['finance-approver'],
    asked_at: new Date(),
    expires_at: new Date(Date.now() + 72 * 3_600_000),
  };
  await db.query('SELECT access.ask_approval($1, NULL)', [JSON.stringify(asked)]);
}

export const draftTask = (enterpriseId: number) => ({
  enterpriseId,
  title: '同城配送',
  scenario: 'delivery',
  headcount: 3,
  unitPriceFen: 500,
  budgetFen: 1_000_000,
  startsOn: `${year}-11-01`,
  endsOn: `${year}-12-31`,
});

function drain(app: BootedStrapi): Promise<void> {
  return jobsOf(app.strapi).drain(new Date(Date.now() + 20_000));
}

function lastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}
