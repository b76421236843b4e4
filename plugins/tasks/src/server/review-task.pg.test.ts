import { systemCommand } from '@linggong/core';
import { reviewBody, testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { ReplayItem } from '@linggong/studio';
import type { Judgement } from '@linggong/studio/domain';
import { newTask, type TaskChange } from '../api';
import type { TaskAction } from '../domain';
import { actOnTask } from './act-on-task';
import { changeTask } from './change-task';
import { createTask } from './create-task';
import { pastTaskClocks } from './past-clocks';
import { pastTasks } from './past-tasks';
import { taskReview } from './task-rows';

const command = systemCommand('tasks-test', new Date('2026-11-20T02:00:00Z'), 'trace-1');
const draft = newTask.parse({
  enterpriseId: 1,
  title: '同城配送',
  scenario: 'delivery',
  headcount: 20,
  unitPriceFen: 500,
  budgetFen: 100_000,
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
});

let kit: TestDatabase;

beforeAll(async () => {
  const only = ['jobs', 'audit', 'vault', 'access', 'parties', 'e-sign', 'studio', 'tasks'].map(
    (name) => `plugins/${name}`,
  );
  kit = await testDatabase({ only });
  await kit.db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (1, 'E1', '甲', '1', 'active')`,
  );
}, 240_000);
afterAll(() => kit?.drop());

const act = (id: number, action: TaskAction, judged: readonly Judgement[] = [], reason?: string) =>
  kit.db.transaction((tx) =>
    actOnTask(tx, reason ? { ...command, reason } : command, { kind: 'all' }, id, action, judged),
  );

it('a task is published only by criteria that were judged and hold, and each decision cites them (R2.6)', async () => {
  const { id } = await kit.db.transaction((tx) => createTask(tx, command, draft));
  const holding = reviewBody('publish').criteria ?? [];
  await act(id, 'submit');
  await expect(act(id, 'publish')).rejects.toMatchObject({
    status: 422,
    code: 'criteria-unjudged',
    extra: { criteria: ['B-01', 'B-02', 'B-03', 'B-06'] },
  });
  const failing = [...holding.slice(1), { id: 'B-01', holds: false, note: '无合同' }];
  await expect(act(id, 'publish', failing)).rejects.toMatchObject({ code: 'criteria-fail' });
  await act(id, 'return', failing, '无合同');
  await act(id, 'submit');
  await act(id, 'publish', holding);
  const { citations, dueAt } = await taskReview(kit.db, id, 1);
  // Submitted on a Friday: one working day.
  expect(dueAt).toEqual(new Date('2026-11-23T10:00:00Z'));
  expect(citations.map(({ act: said, judgements }) => [said, judgements.map(({ holds }) => holds)])).toEqual([
    ['publish', [true, true, true, true]],
    ['return', [false, true, true, true]],
  ]);
  const period = { from: '2026-11-20', to: '2026-11-20', after: undefined, limit: 10 } as const;
  // What was published is asked again of a draft of the catalogue (R1.8, R13.1).
  expect(await pastTasks.page(kit.db, period)).toMatchObject([
    {
      subject: { link: `/tasks/${id}/show` },
      input: { scenario: 'delivery', words: '同城配送\n', oneEnterprise: false },
    },
  ]);
  // Both of its reviews had a clock, and what was delivered has one: they are asked again of a draft of the clocks (R13.1).
  await kit.db.query(
    `WITH worker AS (
       INSERT INTO public.workers (number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
         vat_role, resident, state, real_name_state)
       VALUES ('W-1', 's', 'b', 's', 'b', 's', 'b', 'platform-files', true, 'active', 'verified') RETURNING id)
     INSERT INTO public.engagements (number, task_id, enterprise_id, worker_id, state, agreed_fen, settled_fen, delivered_at)
     SELECT 'G-1', $1, 1, id, 'delivered', 500, 0, '2026-11-20 15:59:59' FROM worker`,
    [id],
  );
  const clock = { severity: 'P1', holidays: expect.arrayContaining(['2027-01-01']) };
  const pastOf = async (limit: number): Promise<ReplayItem[]> => {
    const items: ReplayItem[] = [];
    for (let after: string | undefined; items.length < 10; after = items.at(-1)?.cursor) {
      const page = await pastTaskClocks.page(kit.db, { ...period, after, limit });
      items.push(...page);
      if (page.length === 0) break;
    }
    return items;
  };
  const link = `/tasks/${id}/show`;
  const items = await pastOf(10);
  expect(items).toMatchObject([
    { subject: { link }, input: { ...clock, matter: 'tasks.publication', start: command.at.toISOString() } },
    { subject: { link }, input: { ...clock, matter: 'tasks.publication' } },
    { subject: { label: 'G-1' }, input: { ...clock, matter: 'tasks.acceptance', start: '2026-11-20T15:59:59.000Z' } },
  ]);
  expect(await pastTaskClocks.count(kit.db, period)).toBe(3);
  // One by one it comes to the same, from one past into the next.
  expect(await pastOf(1)).toEqual(items);
});

const change = (id: number, facts: TaskChange) =>
  kit.db.transaction((tx) => changeTask(tx, command, { kind: 'all' }, id, facts));

it('a task is changed until it is submitted, and again once it was sent back; the log tells what changed (R4.1)', async () => {
  const { id } = await kit.db.transaction((tx) => createTask(tx, command, draft));
  expect(await change(id, { title: '同城即时配送', place: '', unitPriceFen: 600n })).toMatchObject({
    ...{ title: '同城即时配送', unitPriceFen: 600n, headcount: 20 },
  });
  await act(id, 'submit');
  await expect(change(id, { title: '改不了' })).rejects.toMatchObject({ status: 409, code: 'task-not-changeable' });
  await act(id, 'return', [{ id: 'B-04', holds: false, note: '单价依据不足' }], '单价依据不足');
  await change(id, { headcount: 10, startsOn: '2026-11-10' });
  expect(await act(id, 'submit')).toMatchObject({ headcount: 10, startsOn: '2026-11-10', state: 'submitted' });
  const told = await kit.db.query<object>(
    `SELECT before, after FROM audit.published_entries
     WHERE action = 'task.change' AND subject_kind = 'task' AND subject_id = $1 ORDER BY seq`,
    [id.toString()],
  );
  expect(told).toEqual([
    {
      before: { title: '同城配送', unitPriceFen: '500' },
      after: { title: '同城即时配送', unitPriceFen: '600' },
    },
    { before: { headcount: 20, startsOn: '2026-11-01' }, after: { headcount: 10, startsOn: '2026-11-10' } },
  ]);
});

it('a task is not changed to a scenario outside of the catalogue, nor to a term that runs backwards', async () => {
  const { id } = await kit.db.transaction((tx) => createTask(tx, command, draft));
  await expect(change(id, { scenario: 'anything' })).rejects.toMatchObject({ code: 'scenario-not-permitted' });
  await expect(change(id, { startsOn: '2026-12-01' })).rejects.toMatchObject({ code: 'term-reversed' });
  await expect(change(999_999, { title: '没有' })).rejects.toMatchObject({ status: 404 });
});

it('a task is published by somebody else than who submitted it, who may only send it back (四眼原则)', async () => {
  const { id } = await kit.db.transaction((tx) => createTask(tx, command, draft));
  let minutes = 0;
  const by = (accountId: number, action: TaskAction) => {
    minutes += 1;
    const at = new Date(command.at.getTime() + minutes * 60_000);
    const actor = { kind: 'account', name: `operator#${accountId}`, role: 'operator', accountId } as const;
    const asked = { ...command, actor, at, ...(action === 'return' && { reason: '补充说明' }) };
    const { criteria } = reviewBody(action);
    return kit.db.transaction((tx) => actOnTask(tx, asked, { kind: 'all' }, id, action, criteria));
  };
  const own = { status: 409, code: 'review-own' };
  const isOwn = () => Promise.all([1, 2].map(async (reader) => (await taskReview(kit.db, id, reader)).isOwn));
  await by(1, 'submit');
  await expect(by(1, 'publish')).rejects.toMatchObject(own);
  expect(await isOwn()).toEqual([true, false]);
  await by(1, 'return');
  await by(2, 'submit');
  await expect(by(2, 'publish')).rejects.toMatchObject(own);
  expect(await isOwn()).toEqual([false, true]);
  expect(await by(1, 'publish')).toMatchObject({ state: 'published' });
});
