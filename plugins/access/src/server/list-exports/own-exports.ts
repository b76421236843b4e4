import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import type { z } from 'zod';
import { EXPORT_DAYS, type ownExport } from '../../api/list-export';
import type { Account } from '../http/account';

/** As many of one's own as are shown. */
const OWN_MAX = 20;
const DAY_MS = 86_400_000;

interface OwnRow {
  readonly id: string;
  readonly listName: string;
  readonly format: 'csv' | 'xlsx';
  readonly askedAt: Date;
  readonly rows: number | null;
  readonly jobId: string;
}

/** What an account asked for in the last seven days, the newest first, with how far each is. */
export async function ownExportsOf(
  strapi: Core.Strapi,
  account: Account,
  at: Date,
): Promise<z.input<typeof ownExport>[]> {
  const rows = await databaseOf(strapi).query<OwnRow>(
    `SELECT id, list AS "listName", format, asked_at AS "askedAt", row_count AS rows, job_id AS "jobId" FROM access.list_exports
      WHERE account_id = $1 AND role = $2 AND asked_at > $3 ORDER BY asked_at DESC, id LIMIT ${OWN_MAX}`,
    [account.id, account.role, new Date(at.getTime() - EXPORT_DAYS * DAY_MS)],
  );
  return Promise.all(rows.map((row) => told(strapi, row)));
}

async function told(strapi: Core.Strapi, { jobId, ...row }: OwnRow): Promise<z.input<typeof ownExport>> {
  const until = new Date(row.askedAt.getTime() + EXPORT_DAYS * DAY_MS);
  if (row.rows !== null) return { ...row, until, state: 'ready', done: row.rows, total: row.rows, problem: null };
  const run = await jobsOf(strapi).run(jobId);
  const { done = 0, total = 0 } = run ?? {};
  return {
    ...row,
    until,
    state: run?.state === 'failed' ? 'failed' : 'waiting',
    done,
    total,
    problem: run?.problem ?? null,
  };
}
