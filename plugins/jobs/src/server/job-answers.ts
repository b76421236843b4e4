import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { JobAnswer } from '../api';

/** The rows that a caller may see; the shape of access's row scope, which stands above this plugin. */
export type JobScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'enterprise'; readonly enterpriseId: number }
  | { readonly kind: 'worker'; readonly workerId: number }
  | { readonly kind: 'account'; readonly accountId: number };

type Row = Omit<JobAnswer, 'done' | 'total'> & { serial: bigint; done: bigint; total: bigint };

const select = `serial, id, name, queue, state, stage, done, total, attempt, attempts, result, problem,
  actor ->> 'name' AS actor, created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt"`;

/** Column and value of the caller's own rows; a command keeps its actor through every job and event that follows from it. */
function ownRows(scope: JobScope): { column: string; value: number } | undefined {
  switch (scope.kind) {
    case 'all':
      return undefined;
    case 'enterprise':
      return { column: 'enterprise_id', value: scope.enterpriseId };
    case 'worker':
      return { column: 'worker_id', value: scope.workerId };
    case 'account':
      return { column: 'account_id', value: scope.accountId };
  }
}

function toAnswer({ serial: _serial, ...row }: Row): JobAnswer {
  return { ...row, done: Number(row.done), total: Number(row.total) };
}

/** @throws Problem `not-found`, also for a job of somebody else */
export async function jobById(db: Queryable, scope: JobScope, id: string): Promise<JobAnswer> {
  const own = ownRows(scope);
  const row = await db.maybeOne<Row>(
    `SELECT ${select} FROM jobs.runs WHERE id = $1 AND ($2::int IS NULL OR ${own?.column ?? 'account_id'} = $2)`,
    [id, own?.value ?? null],
  );
  if (row === undefined) throw notFound({ zh: '后台任务', en: 'job' });
  return toAnswer(row);
}

export interface JobFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: string | undefined;
  readonly name?: string | undefined;
}

/** A page of jobs, youngest first. */
export async function jobPageOf(
  db: Queryable,
  scope: JobScope,
  { limit, cursor, state, name }: JobFilter,
): Promise<{ items: JobAnswer[]; nextCursor?: string }> {
  const own = ownRows(scope);
  const rows = await db.query<Row>(
    `SELECT ${select} FROM jobs.runs
     WHERE ($2::bigint IS NULL OR serial < $2) AND ($3::text IS NULL OR state = $3) AND ($4::text IS NULL OR name = $4)
       AND ($5::int IS NULL OR ${own?.column ?? 'account_id'} = $5)
     ORDER BY serial DESC LIMIT $1`,
    [limit + 1, cursor ?? null, state ?? null, name ?? null, own?.value ?? null],
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const items = rows.slice(0, limit).map(toAnswer);
  return last ? { items, nextCursor: String(last.serial) } : { items };
}
