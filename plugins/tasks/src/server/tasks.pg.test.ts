import { createHash } from 'node:crypto';
import { systemCommand, type Command, type Database } from '@linggong/core';
import { reviewBody, testDatabase, type TestDatabase } from '@linggong/database/testing';
import { newTask, type TaskAnswer } from '../api';
import type { EngagementActionByPeople, TaskAction } from '../domain';
import { knowsAll } from './acquaintance';
import { acceptanceOf, actOnEngagements } from './act-on-engagements';
import { actOnTask } from './act-on-task';
import { createTask } from './create-task';
import { engageWorkers } from './engage-workers';
import { reopenEngagements, settleEngagements } from './settle-engagements';

const at = new Date('2026-11-20T02:00:00Z');
const command: Command = systemCommand('tasks-test', at, 'trace-1');
const all = { kind: 'all' } as const;

let kit: TestDatabase;
let db: Database;
let workers: number[];

beforeAll(async () => {
  kit = await testDatabase({
    only: [
      'plugins/access',
      'plugins/jobs',
      'plugins/audit',
      'plugins/vault',
      'plugins/parties',
      'plugins/e-sign',
      'plugins/studio',
      'plugins/tasks',
    ],
  });
  db = kit.db;
  await db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES
       (1, 'E1', '甲', '1', 'active'), (2, 'E2', '乙', '2', 'active'), (3, 'E3', '丙', '3', 'suspended')`,
  );
  workers = await addWorkers('W', 12_001);
  await db.query(`UPDATE public.workers SET state = 'suspended' WHERE id = $1`, [workers[0]]);
}, 240_000);
afterAll(() => kit.drop());

async function addWorkers(prefix: string, count: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `INSERT INTO public.workers (number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
       vat_role, resident, state, real_name_state)
     SELECT $1 || n, 's', 'b', 's', $1 || 'b' || n, 's', 'b', 'platform-files', true, 'active', 'verified'
       FROM generate_series(1, $2::int) n ORDER BY n RETURNING id`,
    [prefix, count],
  );
  return rows.map(({ id }) => id);
}

const draft = (change: object = {}) =>
  db.transaction((tx) =>
    createTask(
      tx,
      command,
      newTask.parse({
        enterpriseId: 1,
        title: '同城配送',
        scenario: 'delivery',
        headcount: 20_000,
        unitPriceFen: 500,
        budgetFen: 100_000_000,
        startsOn: '2026-11-01',
        endsOn: '2026-11-30',
        ...change,
      }),
    ),
  );

const act = (task: TaskAnswer, action: TaskAction, reason?: string) =>
  db.transaction((tx) =>
    actOnTask(tx, reason ? { ...command, reason } : command, all, task.id, action, reviewBody(action).criteria),
  );

async function published(change: object = {}): Promise<TaskAnswer> {
  const task = await draft(change);
  await act(task, 'submit');
  return act(task, 'publish');
}

const engage = (task: TaskAnswer, ids: readonly number[], agreedFen = 1_000n) =>
  db.transaction((tx) =>
    engageWorkers(tx, command, all, task.id, { workers: ids.map((workerId) => ({ workerId, agreedFen })) }),
  );

const engagementsOf = (task: TaskAnswer) =>
  db.query<{
    id: number;
    state: string;
    accepted_fen: bigint | null;
    settled_fen: bigint;
    certificate_number: string | null;
  }>(
    'SELECT id, state, accepted_fen, settled_fen, certificate_number FROM public.engagements WHERE task_id = $1 ORDER BY id',
    [task.id],
  );

const audited = (action: string, kind: string, ids: readonly number[]) =>
  db.query<{ count: bigint; ids_sha256: string | null; before: unknown; after: object; reason: string | null }>(
    `SELECT count::bigint, ids_sha256, before, after, reason FROM audit.published_entries
     WHERE action = $1 AND subject_kind = $2 AND subject_id = ANY ($3::text[]) ORDER BY seq`,
    [action, kind, ids.map(String)],
  );

const move = (
  action: EngagementActionByPeople,
  which: readonly { id: number; acceptedFen?: bigint }[],
  reason?: string,
) =>
  db.transaction((tx) => {
    const asked = reason ? { ...command, reason } : command;
    return actOnEngagements(tx, asked, all, action, [...which], reviewBody(action).criteria);
  });

async function accepted(acceptedFen: bigint): Promise<number> {
  const task = await published();
  await engage(task, [workers[1] ?? 0]);
  const [engagement] = await engagementsOf(task);
  const engagements = [{ id: engagement?.id ?? 0, acceptedFen }];
  for (const action of ['deliver', 'accept'] as const) await move(action, engagements);
  return engagement?.id ?? 0;
}

describe('a task', () => {
  it('goes from draft to published to closed, and says at each step what is allowed', async () => {
    const task = await draft();
    expect(task).toMatchObject({
      state: 'draft',
      allowed: ['submit', 'cancel'],
      number: expect.stringMatching(/^TK-2026-11-\d{4}$/),
    });
    expect(await act(task, 'submit')).toMatchObject({ state: 'submitted', allowed: ['publish', 'return', 'cancel'] });
    expect(await act(task, 'return', '缺少计量方式')).toMatchObject({
      state: 'returned',
      allowed: ['submit', 'cancel'],
    });
    await act(task, 'submit');
    expect(await act(task, 'publish')).toMatchObject({ state: 'published', allowed: ['close'] });
    expect(await act(task, 'close')).toMatchObject({ state: 'closed', allowed: [] });
    await expect(act(task, 'publish')).rejects.toMatchObject({
      status: 409,
      code: 'illegal-transition',
      extra: { allowed: [] },
    });
  });

  it('is refused outside of the catalogue, and for an enterprise that is not active', async () => {
    await expect(draft({ scenario: 'secretary' })).rejects.toMatchObject({ code: 'scenario-not-permitted' });
    await expect(draft({ enterpriseId: 3 })).rejects.toMatchObject({ code: 'enterprise-not-active' });
  });

  it('that looks like employment needs a reviewer who says why it is none (R1.8)', async () => {
    const task = await draft({ description: '全职,每天打卡' });
    await act(task, 'submit');
    await expect(act(task, 'publish')).rejects.toMatchObject({
      code: 'employment-signs',
      extra: { signs: ['attendance', 'employment-terms'] },
    });
    await expect(act(task, 'publish', '打卡仅指到店签到,按单计酬')).resolves.toMatchObject({ state: 'published' });
  });

  it('of another enterprise does not exist for the caller', async () => {
    const task = await draft();
    const scope = { kind: 'enterprise', enterpriseId: 2 } as const;
    await expect(db.transaction((tx) => actOnTask(tx, command, scope, task.id, 'submit'))).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('engaging', () => {
  it('takes thousands at once, each once, with numbers that stay unique past 9,999', async () => {
    const task = await published();
    const ids = workers.slice(1);
    for (let start = 0; start < ids.length; start += 5_000) await engage(task, ids.slice(start, start + 5_000));
    expect(await engage(task, ids.slice(0, 10))).toEqual({ engaged: 0, already: 10 });
    const [{ numbers } = { numbers: 0n }] = await db.query<{ numbers: bigint }>(
      'SELECT count(DISTINCT number) AS numbers FROM public.engagements WHERE task_id = $1',
      [task.id],
    );
    expect(numbers).toBe(12_000n);
  }, 60_000);

  it('is refused before publication, above the headcount, and for a worker who is not active', async () => {
    const [suspended = 0, one = 0, two = 0] = workers;
    await expect(engage(await draft(), [one])).rejects.toMatchObject({ code: 'task-not-published' });
    const small = await published({ headcount: 1 });
    await expect(engage(small, [one, two])).rejects.toMatchObject({ code: 'headcount-exceeded' });
    await expect(engage(small, [suspended])).rejects.toMatchObject({
      code: 'worker-not-active',
      extra: { workerIds: [suspended] },
    });
    // What is refused anyway is refused alike, whoever a number belongs to: it tells nothing about him.
    const refusals = [suspended, one, 999_999_999].map((id) =>
      engage(small, [id], 900_000_000_000n).catch((error: unknown) => error),
    );
    const [first, ...others] = await Promise.all(refusals);
    expect(first).toMatchObject({ code: 'budget-exceeded' });
    for (const other of others) expect(other).toMatchObject({ ...(first as object) });
    expect(await engagementsOf(small)).toEqual([]);
  });

  it('keeps within the budget, and says what is left (R4.1)', async () => {
    const task = await published({ budgetFen: 10_000 });
    await engage(task, workers.slice(1, 3), 4_000n);
    await expect(engage(task, workers.slice(3, 4), 900_000_000n)).rejects.toMatchObject({
      status: 409,
      code: 'budget-exceeded',
      extra: { budgetFen: 10_000n, leftFen: 2_000n, wantedFen: 900_000_000n },
    });
    const outcomes = await Promise.allSettled(workers.slice(3, 7).map((id) => engage(task, [id], 900n)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it('is audited by worker and amount, and in bulk by digest and sum', async () => {
    const task = await published();
    await engage(task, workers.slice(1, 3), 700n);
    const ids = (await engagementsOf(task)).map(({ id }) => id);
    const single = await audited('engagement.engage', 'engagement', ids);
    expect(single.map(({ after }) => after)).toEqual(
      workers.slice(1, 3).map((workerId) => ({ state: 'engaged', taskId: task.id, workerId, agreedFen: '700' })),
    );
    const large = await published();
    await engage(large, workers.slice(1, 700), 700n);
    const all699 = (await engagementsOf(large)).map(({ id }) => id);
    const digest = createHash('sha256').update(all699.map(String).sort().join('\n')).digest('hex');
    expect(await audited('engagement.engage', 'task', [large.id])).toMatchObject([
      { count: 699n, ids_sha256: digest, after: { agreedFen: String(699 * 700) } },
    ]);
  });

  it('at the same time engages a worker once and never goes above the headcount', async () => {
    const task = await published({ headcount: 3 });
    const outcomes = await Promise.allSettled(workers.slice(1, 7).map((id) => engage(task, [id])));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const again = await Promise.allSettled([1, 2, 3].map(() => engage(task, workers.slice(1, 2))));
    expect(again.length).toBe(3);
    expect(await engagementsOf(task)).toHaveLength(3);
  });
});

describe('delivery and acceptance', () => {
  it('of many at once, all or none, each with its certificate number', async () => {
    const task = await published();
    await engage(task, workers.slice(1, 4));
    const ids = (await engagementsOf(task)).map(({ id }) => ({ id }));
    await move('deliver', ids.slice(0, 2));
    await expect(move('accept', ids)).rejects.toMatchObject({
      code: 'illegal-transition',
      extra: { state: 'engaged' },
    });
    expect(await move('accept', [{ ...ids[0], id: ids[0]?.id ?? 0, acceptedFen: 900n }, ids[1] ?? { id: 0 }])).toEqual({
      changed: 2,
      state: 'accepted',
    });
    const rows = await engagementsOf(task);
    expect(rows.map(({ state, accepted_fen }) => [state, accepted_fen])).toEqual([
      ['accepted', 900n],
      ['accepted', 1_000n],
      ['engaged', null],
    ]);
    expect(rows[0]?.certificate_number).toMatch(/^CC-2026-11-\d{4,}$/);
    const { citations } = await acceptanceOf(db, ids[1]?.id ?? 0);
    expect(citations).toMatchObject([{ act: 'accept', together: 2, judgements: [{ id: 'C-01' }, {}, {}] }]);
    await move('deliver', ids.slice(2));
    // Delivered on a Friday: three working days.
    expect((await acceptanceOf(db, ids[2]?.id ?? 0)).dueAt).toEqual(new Date('2026-11-25T10:00:00Z'));
    const accept = db.transaction((tx) => actOnEngagements(tx, command, all, 'accept', ids.slice(2)));
    await expect(accept).rejects.toMatchObject({ status: 422, code: 'criteria-unjudged' });
    await expect(move('cancel', ids.slice(0, 1))).rejects.toMatchObject({ code: 'illegal-transition' });
  });

  it('is bound by what was agreed and by the budget (R4.2)', async () => {
    const task = await published({ budgetFen: 3_500 });
    await engage(task, workers.slice(1, 4));
    const [one = { id: 0 }, two = { id: 0 }] = await engagementsOf(task);
    const run = (action: 'deliver' | 'accept', id: number, acceptedFen: bigint, reason?: string) =>
      move(action, [{ id, acceptedFen }], reason);
    for (const { id } of [one, two]) await run('deliver', id, 0n);
    await expect(run('accept', one.id, 1_001n)).rejects.toMatchObject({ status: 422, code: 'reason-required' });
    await run('accept', one.id, 1_400n, '加班加急，双方确认');
    await expect(run('accept', two.id, 7_000_000_000n, '加急')).rejects.toMatchObject({
      status: 409,
      code: 'budget-exceeded',
      extra: { leftFen: 100n, wantedFen: 6_999_999_000n },
    });
    await run('accept', two.id, 1_100n, '加急');
    expect((await audited('engagement.accept', 'engagement', [one.id]))[0]).toMatchObject({
      before: { state: 'delivered' },
      after: { state: 'accepted', agreedFen: '1000', acceptedFen: '1400', criteria: 'C-01✓ C-02✓ C-03✓' },
      reason: '加班加急，双方确认',
    });
  });

  it('of a worker’s own engagement only', async () => {
    const task = await published();
    await engage(task, workers.slice(1, 2));
    const [mine] = await engagementsOf(task);
    const deliver = (workerId: number) =>
      db.transaction((tx) =>
        actOnEngagements(tx, command, { kind: 'worker', workerId }, 'deliver', [{ id: mine?.id ?? 0 }]),
      );
    await expect(deliver(workers[2] ?? 0)).rejects.toMatchObject({ status: 404 });
    await expect(deliver(workers[1] ?? 0)).resolves.toMatchObject({ changed: 1 });
  });
});

describe('what settlement counts', () => {
  const count = (engagementIds: number[], fen: bigint[]) =>
    db.transaction((tx) => settleEngagements(tx, command, { engagementIds, fen }));
  const giveBack = (id: number, fen: bigint) =>
    db.transaction((tx) => reopenEngagements(tx, command, { engagementIds: [id], fen: [fen] }));
  const factsOf = (id: number) =>
    db.one<{ state: string; payable_fen: bigint }>(
      'SELECT state, payable_fen FROM tasks.published_engagement_facts WHERE engagement_id = $1',
      [id],
    );

  it('is never more than was accepted, and a returned payment can be paid again', async () => {
    const id = await accepted(1_000n);
    await count([id, id], [400n, 300n]);
    expect(await factsOf(id)).toEqual({ state: 'accepted', payable_fen: 300n });
    await expect(count([id], [301n])).rejects.toMatchObject({ status: 409, code: 'engagement-overpaid' });
    await count([id], [300n]);
    expect(await factsOf(id)).toEqual({ state: 'settled', payable_fen: 0n });
    await giveBack(id, 400n);
    expect(await factsOf(id)).toEqual({ state: 'accepted', payable_fen: 400n });
  });

  it('by two batches at the same time goes to one of them', async () => {
    const id = await accepted(1_000n);
    const outcomes = await Promise.allSettled([count([id], [1_000n]), count([id], [1_000n])]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is kept by the database itself', async () => {
    const id = await accepted(1_000n);
    await expect(db.query('UPDATE public.engagements SET settled_fen = 1001 WHERE id = $1', [id])).rejects.toThrow(
      'engagements_paid_within_accepted',
    );
  });
});

it('an enterprise engages whom it knows; of every other number, active, suspended or nobody’s, it gets one answer', async () => {
  const task = await published({ headcount: 3 });
  const own = { kind: 'enterprise', enterpriseId: 1 } as const;
  const asked = (workerId: number) =>
    db.transaction((tx) => engageWorkers(tx, command, own, task.id, { workers: [{ workerId, agreedFen: 100n }] }));
  const [suspended = 0, , , known = 0] = workers;
  const active = workers.at(-1) ?? 0;
  await db.query(`UPDATE public.engagements SET state = 'cancelled', cancelled_at = now() WHERE worker_id = $1`, [
    active,
  ]);
  const answers = await Promise.all([active, suspended, 2_000_000_000].map((id) => asked(id).catch((error) => error)));
  for (const { status, code, extra } of answers)
    expect({ status, code, extra }).toEqual({ status: 409, code: 'worker-not-known', extra: answers[0].extra });
  await engage(task, [known]);
  expect(await asked(known)).toEqual({ engaged: 0, already: 1 });
  const next = await published({ headcount: 3 });
  expect(
    await db.transaction((tx) =>
      engageWorkers(tx, command, own, next.id, { workers: [{ workerId: known, agreedFen: 100n }] }),
    ),
  ).toEqual({ engaged: 1, already: 0 });
});

it('an enterprise knows who has signed an agreement that names it, and nobody by an agreement with another or with all', async () => {
  const added = await addWorkers('N', 3);
  const [signed = 0, others = 0, general = 0] = added;
  await db.query(
    `WITH template AS (
       INSERT INTO public.contract_templates (code, template_version, kind, title_zh, title_en, clauses, variables, text_hash)
       VALUES ('worker-service', 1, 'worker-service', '协议', 'Agreement', '[]', '[]', 'x') RETURNING id)
     INSERT INTO public.contracts (number, kind, template_id, worker_id, enterprise_id, scenarios, valid_from, state, signed_at, text_hash)
     SELECT 'CT-' || c.worker_id, 'worker-service', t.id, c.worker_id, c.enterprise_id, '["*"]', '2026-01-01', 'signed', '2026-01-01',
            repeat('0', 64)
       FROM template t, unnest($1::int[], $2::int[]) AS c (worker_id, enterprise_id)`,
    [
      [signed, others, general],
      [1, 2, null],
    ],
  );
  const known = await Promise.all([signed, others, general].map((id) => knowsAll(db, 1, [id])));
  expect([...known, await knowsAll(db, 1, [signed, others])]).toEqual([true, false, false, false]);
});
