import type { Queryable } from '@linggong/core';

/** A month that is in an archive (归档月份). */
export interface Archive {
  /** `YYYY-MM` */
  readonly month: string;
  readonly fileId: string;
  /** Of the clear bytes, hex. */
  readonly sha256: string;
  readonly bytes: bigint;
  readonly rows: bigint;
  readonly root: string;
  readonly archivedAt: Date;
  /** Null while the rows are still in the database. */
  readonly detachedAt: Date | null;
  readonly starts: Date;
  readonly ends: Date;
}

/** Eighty years of months. */
const archivesMax = 1_000;

const select = `SELECT to_char(month, 'YYYY-MM') AS month, file_id AS "fileId", encode(sha256, 'hex') AS sha256, bytes, rows,
  encode(root, 'hex') AS root, archived_at AS "archivedAt", detached_at AS "detachedAt", starts, ends FROM audit.published_archives`;

/** All archives, the oldest month first. */
export function allArchives(db: Queryable): Promise<Archive[]> {
  return db.query<Archive>(`${select} ORDER BY month LIMIT ${archivesMax}`);
}

export function archiveOf(db: Queryable, month: string): Promise<Archive | undefined> {
  return db.maybeOne<Archive>(`${select} WHERE to_char(month, 'YYYY-MM') = $1`, [month]);
}

export interface OldMonth {
  readonly month: string;
  readonly starts: Date;
  readonly ends: Date;
}

/** Months that may leave the database, the oldest first. */
export function oldMonths(db: Queryable, limit: number): Promise<OldMonth[]> {
  return db.query<OldMonth>(
    `SELECT to_char(month, 'YYYY-MM') AS month, starts, ends FROM audit.published_old_months m ORDER BY m.month LIMIT $1`,
    [limit],
  );
}

export async function keepArchive(
  db: Queryable,
  archive: Pick<Archive, 'month' | 'fileId' | 'sha256' | 'root'> & { bytes: number; rows: string },
): Promise<void> {
  await db.query('SELECT audit.keep_archive($1::jsonb)', [
    JSON.stringify({ ...archive, month: `${archive.month}-01` }),
  ]);
}

/** @throws Error (55P03) where the log was busy for two seconds; another where the month may not leave */
export async function detachMonth(db: Queryable, month: string): Promise<void> {
  await db.query('SELECT audit.detach_month($1::date)', [`${month}-01`]);
}
