import { consoleResource, consoleRoutes, scopeBy } from '@linggong/access';
import { allowedActions } from '@linggong/core/domain';
import { engagementStates, signsOf, taskLifecycle, taskStates, type TaskState } from '../domain';
import { acceptanceOf } from './act-on-engagements';
import { openTaskList } from './open-tasks';
import { HOLDS_PLACE } from './places';
import { scenariosNow, scenarioTitles } from './scenarios';
import { TASK_QUEUE, taskReview } from './task-rows';

interface TaskDetailRow {
  title: string;
  state: TaskState;
  scenario: string;
  description: string | null;
  created_at: Date | null;
  submitted_at: Date | null;
  opened_at: Date | null;
  closed_at: Date | null;
  engaged: bigint;
  applied: bigint;
  accepted_fen: bigint;
  settled_fen: bigint;
}

export const taskList = consoleResource({
  name: 'tasks',
  resource: 'task',
  from: `public.tasks t JOIN public.enterprises e ON e.id = t.enterprise_id
    LEFT JOIN LATERAL (SELECT r.due_on, r.begun_account FROM studio.published_review_dues r
      WHERE r.subject_kind = 'task' AND r.subject_id = t.id AND t.state = 'submitted') due ON true`,
  columns: {
    id: { sql: 't.id', sort: true, filter: 'relation' },
    number: { sql: 't.number', filter: 'prefix', sort: true, searched: true },
    enterpriseId: { sql: 't.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name', filter: 'text', sort: true },
    title: { sql: 't.title', filter: 'text', sort: true, searched: true },
    scenario: { sql: 't.scenario', filter: 'exact' },
    state: { sql: 't.state', filter: 'enum', values: taskStates, sort: true },
    place: { sql: 't.place', filter: 'text' },
    headcount: { sql: 't.headcount', sort: true },
    unitPriceFen: { sql: 't.unit_price_fen', sort: true },
    budgetFen: { sql: 't.budget_fen', sort: true, sum: true },
    startsOn: { sql: 't.starts_on', filter: 'day', sort: true },
    endsOn: { sql: 't.ends_on', filter: 'day', sort: true },
    submittedAt: { sql: 't.submitted_at', filter: 'instant', sort: true },
    // By when it is to be reviewed, while it waits.
    reviewDueOn: { sql: 'due.due_on', filter: 'day', sort: true },
    // Why it was sent back or closed.
    stateReason: { sql: 't.state_reason' },
  },
  scope: scopeBy({ enterprise: 't.enterprise_id', queue: TASK_QUEUE }),
  detail: async (id, account, db) => {
    const row = await db.one<TaskDetailRow>(
      `SELECT t.title, t.state, t.scenario, t.description, t.created_at, t.submitted_at, t.opened_at,
              t.closed_at, count(g.id) FILTER (WHERE ${HOLDS_PLACE}) AS engaged, count(g.id) FILTER (WHERE g.state = 'applied') AS applied,
              coalesce(sum(g.accepted_fen), 0)::bigint AS accepted_fen, coalesce(sum(g.settled_fen), 0)::bigint AS settled_fen
       FROM public.tasks t LEFT JOIN public.engagements g ON g.task_id = t.id AND g.cancelled_at IS NULL
       WHERE t.id = $1 GROUP BY t.id`,
      [id],
    );
    const [{ content }, titleOf] = [await scenariosNow(db), await scenarioTitles(db)];
    return {
      description: row.description,
      createdAt: row.created_at,
      submittedAt: row.submitted_at,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      scenarioTitle: titleOf(row.scenario),
      engaged: Number(row.engaged),
      applied: Number(row.applied),
      acceptedFen: row.accepted_fen,
      settledFen: row.settled_fen,
      employmentSigns: signsOf(row, content).filter(({ verdict }) => verdict !== 'allow'),
      review: await taskReview(db, id, account.id),
      allowed: allowedActions(taskLifecycle, row.state),
    };
  },
});

export const engagementList = consoleResource({
  name: 'engagements',
  resource: 'engagement',
  from: `public.engagements g JOIN public.tasks t ON t.id = g.task_id JOIN public.enterprises e ON e.id = g.enterprise_id
         JOIN parties.published_worker_facts w ON w.worker_id = g.worker_id`,
  columns: {
    id: { sql: 'g.id', filter: 'relation', sort: true },
    number: { sql: 'g.number', filter: 'prefix', sort: true, searched: true },
    taskId: { sql: 'g.task_id', filter: 'relation' },
    taskNumber: { sql: 't.number', filter: 'prefix' },
    taskTitle: { sql: 't.title' },
    taskPlace: { sql: 't.place' },
    taskEndsOn: { sql: 't.ends_on' },
    enterpriseId: { sql: 'g.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name' },
    workerId: { sql: 'g.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number', filter: 'prefix' },
    workerNameMasked: { sql: 'w.name_masked' },
    state: { sql: 'g.state', filter: 'enum', values: engagementStates, sort: true },
    agreedFen: { sql: 'g.agreed_fen', sort: true, sum: true },
    acceptedFen: { sql: 'g.accepted_fen', sort: true, sum: true },
    settledFen: { sql: 'g.settled_fen', sort: true, sum: true },
    certificateNumber: { sql: 'g.certificate_number', filter: 'prefix' },
    appliedAt: { sql: 'g.applied_at', filter: 'instant', sort: true },
    engagedAt: { sql: 'g.engaged_at', filter: 'instant', sort: true },
    deliveredAt: { sql: 'g.delivered_at' },
    acceptedAt: { sql: 'g.accepted_at', filter: 'instant', sort: true },
    cancelledAt: { sql: 'g.cancelled_at' },
    // Why the application was declined, or the work given up.
    stateReason: { sql: 'g.state_reason' },
  },
  scope: scopeBy({ enterprise: 'g.enterprise_id', worker: 'g.worker_id', queue: TASK_QUEUE }),
  detail: async (id, _account, db) => {
    const { description } = await db.one<{ description: string | null }>(
      'SELECT t.description FROM public.tasks t JOIN public.engagements g ON g.task_id = t.id WHERE g.id = $1',
      [id],
    );
    return { taskDescription: description, review: await acceptanceOf(db, id) };
  },
});

export const consoleRouter = consoleRoutes([taskList, openTaskList, engagementList]);
