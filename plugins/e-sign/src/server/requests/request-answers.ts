import { keysetPage, type Condition, type Page } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { allowedActions } from '@linggong/core/domain';
import type { RequestAnswer } from '../../api';
import { requestLifecycle, type RequestState } from '../../domain';
import { noSuchRequest } from '../problems';

type Row = Omit<RequestAnswer, 'canRepeat'>;

const select = `r.id::int AS id, r.contract_id AS "contractId", c.number AS "contractNumber", w.name_masked AS "workerName", r.provider,
  r.state, r.fault_code AS "faultCode", r.refusal, r.tries, coalesce(m.sent, 0)::int AS reminders, r.created_at AS "createdAt",
  r.opened_at AS "openedAt", r.expires_at AS "expiresAt", r.checked_at AS "checkedAt", r.ended_at AS "endedAt"`;

/** Requests with contract, worker and reminders; also what the console lists. */
export const requestsFrom = `e_sign.signature_requests r JOIN public.contracts c ON c.id = r.contract_id
  LEFT JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id
  LEFT JOIN e_sign.reminders m ON m.contract_id = r.contract_id`;

const toAnswer = (row: Row): RequestAnswer => ({
  ...row,
  canRepeat: allowedActions(requestLifecycle, row.state as RequestState).includes('repeat'),
});

/** @throws Problem `not-found` */
export async function requestAnswerOf(db: Queryable, id: number): Promise<RequestAnswer> {
  const row = await db.maybeOne<Row>(`SELECT ${select} FROM ${requestsFrom} WHERE r.id = $1`, [id]);
  if (row === undefined) throw noSuchRequest();
  return toAnswer(row);
}

/** The latest request of a contract. */
export async function latestRequest(db: Queryable, contractId: number): Promise<RequestAnswer | null> {
  const row = await db.maybeOne<Row>(
    `SELECT ${select} FROM ${requestsFrom} WHERE r.contract_id = $1 ORDER BY r.id DESC LIMIT 1`,
    [contractId],
  );
  return row === undefined ? null : toAnswer(row);
}

interface RequestFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: RequestState | undefined;
}

export async function requestPageOf(db: Queryable, filter: RequestFilter): Promise<Page<RequestAnswer>> {
  const where: Condition[] = filter.state === undefined ? [] : [{ sql: 'r.state = $1', values: [filter.state] }];
  const list = { select, from: requestsFrom, where, id: { sql: 'r.id', type: 'bigint' }, direction: 'DESC' } as const;
  const page = await keysetPage<Row>(db, list, filter);
  return { ...page, items: page.items.map(toAnswer) };
}
