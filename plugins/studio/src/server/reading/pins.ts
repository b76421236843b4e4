import type { Queryable } from '@linggong/core';
import type { KindName } from '../../domain';

/** What keeps a version: a case, a record, a batch. */
export interface PinSubject {
  /** Kebab-case, as in the log: `settlement-batch`. */
  readonly kind: string;
  readonly id: number | bigint | string;
}

export interface PinnedVersion {
  readonly subjectId: string;
  readonly versionId: number;
  readonly versionNo: number;
  readonly kind: KindName;
  readonly key: string;
}

/**
 * Lets subjects of one kind keep a version (版本固定), in the caller's transaction. A subject that keeps a version of that configuration
 * already goes on keeping that one.
 */
export async function pin(
  tx: Queryable,
  subject: { readonly kind: string; readonly ids: readonly PinSubject['id'][] },
  versionId: number,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO studio.pins (subject_kind, subject_id, configuration_id, version_id, pinned_at)
     SELECT $1, s.id, v.configuration_id, v.id, $4 FROM unnest($2::text[]) AS s (id), studio.versions v WHERE v.id = $3
     ON CONFLICT DO NOTHING`,
    [subject.kind, subject.ids.map(String), versionId, at],
  );
}

/** The versions that subjects of one kind keep. */
export function pinned(
  db: Queryable,
  subject: { readonly kind: string; readonly ids: readonly PinSubject['id'][] },
): Promise<PinnedVersion[]> {
  return db.query<PinnedVersion>(
    `SELECT p.subject_id AS "subjectId", v.id AS "versionId", v.version_no AS "versionNo", c.kind, c.key
       FROM studio.pins p JOIN studio.versions v ON v.id = p.version_id JOIN studio.configurations c ON c.id = p.configuration_id
      WHERE p.subject_kind = $1 AND p.subject_id = ANY ($2::text[]) ORDER BY p.subject_id, c.key`,
    [subject.kind, subject.ids.map(String)],
  );
}

/** What keeps a version, by kind of thing. */
export function pinCounts(db: Queryable, versionId: number): Promise<{ subject: string; count: number }[]> {
  return db.query(
    `SELECT subject, count(*)::int AS count FROM (
       SELECT subject_kind AS subject FROM studio.pins WHERE version_id = $1
       UNION ALL SELECT DISTINCT ON (subject_kind, subject_id) subject_kind FROM studio.reviews WHERE version_id = $1) s
      GROUP BY subject ORDER BY subject`,
    [versionId],
  );
}
