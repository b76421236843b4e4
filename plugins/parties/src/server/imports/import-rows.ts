import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, type Problem, type Text2 } from '@linggong/core/domain';
import type { ImportAnswer } from '../../api';

/** Why one row of a sheet was refused. */
export interface RowFault {
  readonly rowNo: number;
  readonly field: string;
  readonly code: string;
  readonly text: Text2;
}

export interface WorkerImport {
  readonly id: string;
  readonly state: 'received' | 'done' | 'failed';
  readonly fileId: string;
  readonly mapping: Record<string, string | null> | null;
}

export interface NewImport {
  readonly id: string;
  readonly fileId: string;
  readonly runId: string;
  readonly mapping: Record<string, string | null> | undefined;
}

export async function insertImport(tx: Tx, command: Command, given: NewImport): Promise<void> {
  await tx.query(
    `INSERT INTO parties.worker_imports (id, state, file_id, run_id, mapping, actor, created_at)
     VALUES ($1, 'received', $2, $3, $4::jsonb, $5, $6)`,
    [
      given.id,
      given.fileId,
      given.runId,
      given.mapping === undefined ? null : JSON.stringify(given.mapping),
      command.actor.name,
      command.at,
    ],
  );
}

/** The import under lock: a second worker of the same job waits, then finds it done. */
export function lockImport(tx: Tx, id: string): Promise<WorkerImport | undefined> {
  return tx.maybeOne<WorkerImport>(
    `SELECT id, state, file_id AS "fileId", mapping FROM parties.worker_imports WHERE id = $1 FOR UPDATE`,
    [id],
  );
}

export async function insertFaults(tx: Tx, importId: string, faults: readonly RowFault[]): Promise<void> {
  await tx.query(
    `INSERT INTO parties.worker_import_faults (import_id, row_no, field, code, text_zh, text_en)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[]) ON CONFLICT DO NOTHING`,
    [
      importId,
      faults.map(({ rowNo }) => rowNo),
      faults.map(({ field }) => field),
      faults.map(({ code }) => code),
      faults.map(({ text }) => text.zh),
      faults.map(({ text }) => text.en),
    ],
  );
}

export interface ImportCounts {
  readonly read: number;
  readonly registered: number;
  readonly refused: number;
}

export async function finishImport(tx: Tx, id: string, counts: ImportCounts, at: Date): Promise<void> {
  await tx.query(
    `UPDATE parties.worker_imports SET state = 'done', rows_read = $2, rows_registered = $3, rows_refused = $4,
       finished_at = $5 WHERE id = $1`,
    [id, counts.read, counts.registered, counts.refused, at],
  );
}

/** Gives whether it was this call that failed it: an import fails once. */
export async function failImport(tx: Tx, id: string, cause: Problem, at: Date): Promise<boolean> {
  const failed = await tx.query(
    `UPDATE parties.worker_imports SET state = 'failed', problem_code = $2, problem_zh = $3, problem_en = $4,
       finished_at = $5 WHERE id = $1 AND state = 'received' RETURNING id`,
    [id, cause.code, cause.text.zh, cause.text.en, at],
  );
  return failed.length > 0;
}

/** @throws Problem `not-found` */
export async function importById(db: Queryable, id: string): Promise<ImportAnswer> {
  const row = await db.maybeOne<ImportAnswer>(
    `SELECT id, state, run_id AS "jobId", rows_read AS "rowsRead", rows_registered AS "rowsRegistered",
       rows_refused AS "rowsRefused", created_at AS "createdAt", finished_at AS "finishedAt",
       CASE WHEN problem_code IS NOT NULL
            THEN json_build_object('code', problem_code, 'zh', problem_zh, 'en', problem_en) END AS problem
     FROM parties.worker_imports WHERE id = $1`,
    [id],
  );
  if (row === undefined) throw notFound({ zh: '导入', en: 'import' });
  return row;
}
