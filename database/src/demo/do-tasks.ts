import type { Month } from '@linggong/core/domain';
import type { ApiClient, Caller } from './api-client';
import type { DemoWorker } from './find-workers';
import { allHolds } from './judge-review';
import type { DemoEnterprise } from './stage';

/** What one worker earned by one task. */
export interface DoneWork {
  readonly worker: DemoWorker;
  readonly fen: number;
}

export interface DemoTask {
  readonly id: number;
  readonly number: string;
}

const operator: Caller = { role: 'operator' };
const pageSize = 500;

/** Publishes the enterprise's task of a month and engages the workers in it (R4.1, R4.2). */
export async function publishTask(
  api: ApiClient,
  enterprise: DemoEnterprise,
  month: Month,
  work: readonly DoneWork[],
): Promise<DemoTask> {
  const caller: Caller = { role: 'enterprise', enterpriseId: enterprise.id };
  const task = await api.post<DemoTask>(caller, '/v1/tasks', taskOf(enterprise, month, work));
  await api.post(caller, `/v1/tasks/${task.id}/submit`);
  await api.post(operator, `/v1/tasks/${task.id}/publish`, await allHolds(api, operator, `tasks/${task.id}/reviews`));
  const workers = work.map(({ worker, fen }) => ({ workerId: worker.id, agreedFen: fen }));
  // Whoever is new to an enterprise is engaged by the platform.
  await api.post(operator, `/v1/tasks/${task.id}/engagements`, { workers });
  return task;
}

/** Delivers and accepts what the given workers did. */
export async function acceptWork(
  api: ApiClient,
  enterprise: DemoEnterprise,
  task: DemoTask,
  accepted: (workerId: number) => boolean,
): Promise<void> {
  const caller: Caller = { role: 'enterprise', enterpriseId: enterprise.id };
  const listed = await engagementsOf(api, task);
  const engagements = listed.filter(({ workerId }) => accepted(workerId)).map(({ id }) => ({ id }));
  await api.post(caller, '/v1/engagements/deliver', { engagements });
  const judged = await allHolds(api, caller, 'engagement-criteria');
  await api.post(caller, '/v1/engagements/accept', { engagements, ...judged });
}

interface ListedEngagement {
  id: number;
  workerId: number;
}

async function engagementsOf(api: ApiClient, task: DemoTask): Promise<ListedEngagement[]> {
  const filter = encodeURIComponent(JSON.stringify({ taskId: task.id }));
  const found: ListedEngagement[] = [];
  for (let page: ListedEngagement[] = [], first = 0; first === 0 || page.length === pageSize; first += pageSize) {
    const range = encodeURIComponent(JSON.stringify([first, first + pageSize - 1]));
    page = await api.get<ListedEngagement[]>(operator, `/console/engagements?filter=${filter}&range=${range}`);
    found.push(...page);
  }
  return found;
}

/** What most earn about, in whole yuan: the task says it, each engagement agrees its own. */
function usualPay(work: readonly DoneWork[]): number {
  const pays = work.map(({ fen }) => fen).toSorted((one, other) => one - other);
  return Math.max(Math.round((pays[Math.floor(pays.length / 2)] ?? 0) / 100), 1) * 100;
}

function taskOf(enterprise: DemoEnterprise, month: Month, work: readonly DoneWork[]): object {
  const total = work.reduce((sum, { fen }) => sum + fen, 0);
  return {
    enterpriseId: enterprise.id,
    title: `${Number(month.slice(5))}月${enterprise.taskTitle}`,
    scenario: enterprise.scenario,
    description: `按成果验收的${enterprise.taskTitle}，按约定的工作量计酬，自主安排时间。`,
    place: '长沙',
    headcount: work.length + 200,
    unitPriceFen: usualPay(work),
    budgetFen: Math.max(total * 2, 100_000),
    startsOn: `${month}-01`,
    endsOn: `${month}-28`,
  };
}
