import { systemCommand, type Command, type Database } from '@linggong/core';
import { reviewBody, testDatabase, type TestDatabase } from '@linggong/database/testing';
import { newTask } from '../api';
import type { EngagementActionByPeople } from '../domain';
import { actOnEngagements } from './act-on-engagements';
import { actOnTask } from './act-on-task';
import { applyForTask } from './apply-for-task';
import { createTask } from './create-task';
import { engageWorkers } from './engage-workers';

const command: Command = systemCommand('applications-test', new Date('2026-11-20T02:00:00Z'), 'trace-1');
const all = { kind: 'all' } as const;
const reason = '名额给了更近的人';

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
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (1, 'E1', '甲', '1', 'active'), (2, 'E2', '乙', '2', 'active')`,
  );
  const rows = await db.query<{ id: number }>(
    `INSERT INTO public.workers (number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
       vat_role, resident, state, real_name_state)
     SELECT 'A' || n, 's', 'b', 's', 'ab' || n, 's', 'b', 'platform-files', true, 'active', 'verified' FROM generate_series(1, 1010) n
     RETURNING id`,
  );
  workers = rows.map(({ id }) => id);
  // Accounts of the enterprise, of the first worker and of the second.
  for (const [name, role, enterpriseId, workerId] of [
    ['news-enterprise', 'enterprise', 1, null],
    ['news-first', 'worker', null, workers[0]],
    ['news-second', 'worker', null, workers[1]],
  ])
    await db.query('SELECT access.open_account($1, $2, $3, $4, $5, $6)', [
      String(name).padEnd(24, '0'),
      name,
      role,
      enterpriseId,
      workerId,
      command.at,
    ]);
}, 240_000);
afterAll(() => kit?.drop());
beforeEach(() => db.query('DELETE FROM access.news'));

async function published(change: object = {}): Promise<number> {
  const task = newTask.parse({
    ...{ enterpriseId: 1, title: '同城配送', scenario: 'delivery', headcount: 2, unitPriceFen: 500, budgetFen: 1_000 },
    ...{ startsOn: '2026-11-01', endsOn: '2026-11-30', ...change },
  });
  const { id } = await db.transaction((tx) => createTask(tx, command, task));
  for (const action of ['submit', 'publish'] as const) await act(id, action);
  return id;
}

const act = (id: number, action: 'submit' | 'publish' | 'close') =>
  db.transaction((tx) => actOnTask(tx, command, all, id, action, reviewBody(action).criteria));
const apply = (task: number, worker: number, on = command.at) =>
  db.transaction((tx) => applyForTask(tx, { ...command, at: on }, workers[worker] ?? 0, task));
const move = (action: EngagementActionByPeople, ids: readonly number[], why?: string, scope: object = all) =>
  db.transaction((tx) =>
    actOnEngagements(
      tx,
      why ? { ...command, reason: why } : command,
      scope as typeof all,
      action,
      ids.map((id) => ({ id })),
    ),
  );
const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: { code?: string }) => error.code ?? error,
  );
const rowOf = (id: number) =>
  db.one<{ state: string; agreedFen: bigint; stateReason: string | null; ended: boolean }>(
    `SELECT state, agreed_fen AS "agreedFen", state_reason AS "stateReason", cancelled_at IS NOT NULL AS ended
       FROM public.engagements WHERE id = $1`,
    [id],
  );
const news = async (): Promise<string[]> =>
  (
    await db.query<{ line: string }>(
      `SELECT u.username || ' ' || n.kind || ' ' || n.page || ' ' || coalesce(n.subject_id, '-') AS line
         FROM access.news n JOIN public.up_users u ON u.id = n.account_id ORDER BY 1`,
    )
  ).map(({ line }) => line);

it('an application waits at the pay of the task, takes no place, and is told to the enterprise once a task', async () => {
  const task = await published({ headcount: 1 });
  const [first, second] = [await apply(task, 0), await apply(task, 1)];
  expect(first).toEqual({ id: first.id, number: expect.stringMatching(/^EN-2026-11-\d{4,}$/), state: 'applied' });
  expect(await rowOf(first.id)).toEqual({ state: 'applied', agreedFen: 500n, stateReason: null, ended: false });
  const toEnterprise = (await news()).filter((line) => line.includes('task-applied'));
  expect(toEnterprise).toEqual([expect.stringMatching(new RegExp(`task-applied tasks ${task}$`))]);
  await move('engage', [second.id]);
  expect(await rowOf(second.id)).toMatchObject({ state: 'engaged' });
  expect((await news()).filter((line) => line.includes('application'))).toEqual([
    expect.stringMatching(new RegExp(`application-accepted engagements ${second.id}$`)),
  ]);
  expect(await code(apply(task, 2))).toBe('places-taken');
  expect(await code(move('engage', [first.id]))).toBe('headcount-exceeded');
  expect(await rowOf(first.id)).toMatchObject({ state: 'applied' });
});

it('is made once; who stepped back may come again, who was declined reads why and may not', async () => {
  const task = await published();
  const first = await apply(task, 0);
  await expect(apply(task, 0)).rejects.toMatchObject({
    code: 'already-applied',
    extra: { engagementId: first.id, number: first.number },
  });
  await move('withdraw', [first.id], undefined, { kind: 'worker', workerId: workers[0] });
  expect(await rowOf(first.id)).toMatchObject({ state: 'withdrawn', ended: true });
  const again = await apply(task, 0);
  expect(await code(move('decline', [again.id]))).toBe('reason-required');
  await move('decline', [again.id], reason, { kind: 'enterprise', enterpriseId: 1 });
  expect(await rowOf(again.id)).toMatchObject({ state: 'declined', stateReason: reason, ended: true });
  expect((await news()).filter((line) => line.includes('application'))).toEqual([
    expect.stringContaining(`application-declined engagements ${again.id}`),
  ]);
  expect(await code(apply(task, 0))).toBe('application-declined');
});

it('is nobody else’s: another worker or enterprise is told that it is not there', async () => {
  const { id } = await apply(await published(), 0);
  const others = [
    move('withdraw', [id], undefined, { kind: 'worker', workerId: workers[1] }),
    move('engage', [id], undefined, { kind: 'enterprise', enterpriseId: 2 }),
    move('decline', [id], reason, { kind: 'enterprise', enterpriseId: 2 }),
  ];
  expect(await Promise.all(others.map(code))).toEqual(['not-found', 'not-found', 'not-found']);
});

it('needs an open task and an active worker, then and when he is taken on', async () => {
  const draft = await db.transaction((tx) =>
    createTask(
      tx,
      command,
      newTask.parse({
        ...{ enterpriseId: 1, title: '草稿', scenario: 'delivery', headcount: 1, unitPriceFen: 1, budgetFen: 1 },
        ...{ startsOn: '2026-11-01', endsOn: '2026-11-30' },
      }),
    ),
  );
  expect(await code(apply(draft.id, 0))).toBe('not-found');
  const task = await published();
  // The last day of the task ends in Shanghai.
  expect(await code(apply(task, 3, new Date('2026-11-30T16:00:00Z')))).toBe('task-not-open');
  const { id } = await apply(task, 3, new Date('2026-11-30T15:59:59Z'));
  const turn = (state: string) => db.query('UPDATE public.workers SET state = $2 WHERE id = $1', [workers[3], state]);
  await turn('suspended');
  expect(await code(move('engage', [id]))).toBe('worker-not-active');
  expect(await code(apply(await published(), 3))).toBe('worker-not-active');
  await turn('active');
  await db.query(`UPDATE public.enterprises SET state = 'suspended' WHERE id = 1`);
  expect(await code(apply(task, 4))).toBe('task-not-open');
  await db.query(`UPDATE public.enterprises SET state = 'active' WHERE id = 1`);
});

it('keeps budget and places under calls at the same time', async () => {
  const task = await published({ headcount: 10, budgetFen: 1_500 });
  const applied = await Promise.all([0, 1, 2, 3, 4].map((worker) => apply(task, worker)));
  const taken = await Promise.all(applied.map(({ id }) => code(move('engage', [id]))));
  expect(taken.filter((one) => one === undefined)).toHaveLength(3);
  expect(taken.filter((one) => one === 'budget-exceeded')).toHaveLength(2);
  const twice = await published();
  const both = await Promise.all([code(apply(twice, 5)), code(apply(twice, 5))]);
  expect(both.sort()).toEqual(['already-applied', undefined]);
});

it('is taken on by engaging, at the sum agreed there, also by an enterprise that he never worked for', async () => {
  const task = await published();
  const { id } = await apply(task, 6);
  const engage = (worker: number) =>
    db.transaction((tx) =>
      engageWorkers(tx, command, { kind: 'enterprise', enterpriseId: 1 }, task, {
        workers: [{ workerId: workers[worker] ?? 0, agreedFen: 600n }],
      }),
    );
  expect(await code(engage(7))).toBe('worker-not-known');
  expect(await engage(6)).toEqual({ engaged: 1, already: 0 });
  expect(await rowOf(id)).toMatchObject({ state: 'engaged', agreedFen: 600n });
  expect(await engage(6)).toEqual({ engaged: 0, already: 1 });
});

it('is answered when the task is closed, and bounded in number', async () => {
  const task = await published({ headcount: 5_000, budgetFen: 10_000_000 });
  await db.query(
    `INSERT INTO public.engagements (number, task_id, enterprise_id, worker_id, state, agreed_fen, settled_fen, applied_at, version)
     SELECT 'EN-X-' || w, $1, 1, w, 'applied', 500, 0, now(), 1 FROM unnest($2::int[]) AS u (w)`,
    [task, workers.slice(1, 1_001)],
  );
  expect(await code(apply(task, 1_005))).toBe('applications-full');
  await act(task, 'close');
  const states = await db.query('SELECT DISTINCT state FROM public.engagements WHERE task_id = $1', [task]);
  expect(states).toEqual([{ state: 'declined' }]);
  expect(await code(apply(task, 1_005))).toBe('task-not-open');
  expect(await code(apply(task, 1))).toBe('application-declined');
});
