import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import {
  addDays,
  businessNumber,
  illegalTransition,
  maskPersonalText,
  notFound,
  problem,
  shanghaiDay,
  step,
  type Day,
} from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import {
  EXTENDED_DAYS,
  REQUEST_DAYS,
  requestLifecycle,
  type RequestAction,
  type RequestKind,
  type RequestState,
} from '../../domain/data-requests';

export const COPY_JOB = 'vault.build-copy';

export interface NewDataRequest {
  readonly workerId: number;
  readonly kind: RequestKind;
  /** In his words; personal numbers in it are masked before they are kept. */
  readonly asked: string;
  /** Where staff take it: how he showed who he is. */
  readonly identityShown?: string | undefined;
}

export interface LockedRequest {
  readonly id: number;
  readonly kind: RequestKind;
  readonly workerId: number;
  readonly state: RequestState;
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly extensionReason: string | null;
}

/**
 * Takes a request in; a copy is made by itself. The caller has made sure that the person is there and may be asked about.
 * @throws Problem 409 `request-open` where one of the kind waits for its answer already
 */
export async function receiveRequest(tx: Tx, jobs: Jobs, command: Command, wish: NewDataRequest): Promise<number> {
  const today = shanghaiDay(command.at);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('vault.data_request_serials') AS serial`);
  const row = await tx.maybeOne<{ id: number }>(
    `INSERT INTO vault.data_requests (number, kind, worker_id, channel, identity_shown, asked, received_at, due_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (worker_id, kind) WHERE state IN ('received', 'working') DO NOTHING RETURNING id`,
    [
      businessNumber('DR', today, serial),
      wish.kind,
      wish.workerId,
      wish.identityShown === undefined ? 'self' : 'service',
      wish.identityShown === undefined ? null : maskPersonalText(wish.identityShown),
      maskPersonalText(wish.asked),
      command.at,
      addDays(today, REQUEST_DAYS),
    ],
  );
  if (!row) throw requestOpen();
  await noteStep(tx, command, row.id, 'received');
  await recordRequest(tx, command, 'receive', row.id, {
    after: { state: 'received', kind: wish.kind, workerId: wish.workerId },
  });
  if (wish.kind === 'copy') {
    const job = {
      queue: 'maintenance' as const,
      name: COPY_JOB,
      key: `request-${row.id}`,
      payload: { requestId: row.id },
    };
    await jobs.enqueue(tx, job, command);
  }
  return row.id;
}

function requestOpen(): Error {
  return problem(
    409,
    'request-open',
    { zh: '已有一项同类请求正在处理', en: 'A request of this kind is being dealt with already' },
    { fix: { zh: '请等待其答复', en: 'Wait until it is answered' } },
  );
}

/** The request under lock. @throws Problem `not-found` */
export async function lockRequest(tx: Tx, id: number): Promise<LockedRequest> {
  const row = await tx.maybeOne<Omit<LockedRequest, 'receivedOn'> & { receivedAt: Date }>(
    `SELECT id, kind, worker_id AS "workerId", state, received_at AS "receivedAt", due_on AS "dueOn",
       extension_reason AS "extensionReason" FROM vault.data_requests WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw notFound({ zh: '个人信息请求', en: 'data request' });
  const { receivedAt, ...request } = row;
  return { ...request, receivedOn: shanghaiDay(receivedAt) };
}

/** What an action leaves behind: the outcome of an answer, the basis of a refusal. */
export interface RequestEnd {
  readonly outcome?: string;
  readonly basis?: string;
}

/** Moves a request on. @throws Problem 409 `illegal-transition` */
export async function moveRequest(
  tx: Tx,
  command: Command,
  request: LockedRequest,
  action: RequestAction,
  { outcome, basis }: RequestEnd = {},
): Promise<void> {
  const next = step(requestLifecycle, request.state, action);
  if (!next.ok) throw illegalTransition(requestLifecycle, request.state, action);
  const isOver = next.to === 'answered' || next.to === 'refused';
  await tx.query(
    `UPDATE vault.data_requests SET state = $2, outcome = $3, refusal_basis = $4, ended_at = CASE WHEN $5 THEN $6::timestamptz END
     WHERE id = $1`,
    [request.id, next.to, outcome === undefined ? null : maskPersonalText(outcome), basis ?? null, isOver, command.at],
  );
  const steps = { start: 'started', answer: 'answered', refuse: 'refused' } as const;
  await noteStep(tx, command, request.id, steps[action], outcome ?? basis ?? command.reason);
  await recordRequest(tx, command, action, request.id, {
    before: { state: request.state },
    after: { state: next.to, ...(basis !== undefined && { basis }) },
  });
}

/**
 * Gives a request until the thirtieth day, once, before its time is over; the reason is told to the person (GB/T 35273 8.7).
 * @throws Problem 409 `request-not-extendable`
 */
export async function extendRequest(tx: Tx, command: Command, request: LockedRequest, reason: string): Promise<void> {
  const isOpen = request.state === 'received' || request.state === 'working';
  if (!isOpen || request.extensionReason !== null || shanghaiDay(command.at) > request.dueOn) {
    throw problem(409, 'request-not-extendable', {
      zh: '只能在期限内延长一次',
      en: 'The time can be extended once, and only before it is over',
    });
  }
  const dueOn = addDays(request.receivedOn, EXTENDED_DAYS);
  await tx.query('UPDATE vault.data_requests SET due_on = $2, extension_reason = $3 WHERE id = $1', [
    request.id,
    dueOn,
    maskPersonalText(reason),
  ]);
  await noteStep(tx, command, request.id, 'extended', reason);
  await recordRequest(tx, command, 'extend', request.id, { before: { dueOn: request.dueOn }, after: { dueOn } });
}

export async function noteStep(
  tx: Queryable,
  command: Command,
  requestId: number,
  name: string,
  reason?: string,
): Promise<void> {
  await tx.query(
    'INSERT INTO vault.data_request_steps (request_id, step, actor, reason, at) VALUES ($1, $2, $3, $4, $5)',
    [requestId, name, command.actor.name, reason === undefined ? null : maskPersonalText(reason), command.at],
  );
}

const actions = {
  receive: 'data-request.receive',
  start: 'data-request.start',
  extend: 'data-request.extend',
  answer: 'data-request.answer',
  refuse: 'data-request.refuse',
} as const;

async function recordRequest(
  tx: Tx,
  command: Command,
  what: keyof typeof actions,
  id: number,
  states: { readonly before?: object; readonly after: object },
): Promise<void> {
  await record(tx, command, { action: actions[what], subject: { kind: 'data-request', id }, ...states });
}

export interface RequestStep {
  readonly step: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly at: Date;
}

/** Every step of a request, the first first. */
export function stepsOf(db: Queryable, requestId: number): Promise<RequestStep[]> {
  return db.query(
    'SELECT step, actor, reason, at FROM vault.data_request_steps WHERE request_id = $1 ORDER BY id LIMIT 200',
    [requestId],
  );
}
