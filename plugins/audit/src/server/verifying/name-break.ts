import type { Queryable } from '@linggong/core';
import type { AuditBreak } from '../../domain';

/** The first broken row in words that a person can follow up: what it tells now, where it is still there. */
export interface NamedBreak extends AuditBreak {
  /** Null where the row is gone, or where a block is broken and no row. */
  readonly entry: BrokenEntry | null;
}

export interface BrokenEntry {
  readonly recordedAt: Date;
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}

export async function nameBreak(db: Queryable, broken: AuditBreak): Promise<NamedBreak> {
  if (broken.seq === null) return { ...broken, entry: null };
  const [entry = null] = await db.query<BrokenEntry>(
    `SELECT recorded_at AS "recordedAt", actor_name AS "actorName", action, subject_kind AS "subjectKind",
            subject_id AS "subjectId"
       FROM audit.published_entries WHERE seq = $1 ORDER BY recorded_at LIMIT 1`,
    [broken.seq],
  );
  return { ...broken, entry };
}
