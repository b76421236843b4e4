import type { Queryable } from '@linggong/core';
import type { CriteriaContent, Judgement, Seed } from '../../domain';
import type { ReviewAnswer } from '../../api';
import { heldContent, type HeldContent } from '../reading/held-content';
import { versionOf } from '../reading/in-force';

/**
 * A review begins: it goes by the criteria that are in force now, whatever comes into force before it ends. In the caller's transaction.
 * @param kind kebab-case, as in the log
 */
export async function beginReview(tx: Queryable, kind: string, id: number, seed: Seed, at: Date): Promise<void> {
  const { versionId } = await heldContent<CriteriaContent>(tx, seed);
  await tx.query(
    'INSERT INTO studio.reviews (subject_kind, subject_id, key, version_id, began_at) VALUES ($1, $2, $3, $4, $5)',
    [kind, id, seed.key, versionId, at],
  );
}

/** The criteria that the last review of a subject goes by; those in force where none began, or for nobody in particular. */
export async function criteriaOf(
  db: Queryable,
  kind: string,
  id: number | undefined,
  seed: Seed,
): Promise<HeldContent<CriteriaContent>> {
  const review =
    id === undefined
      ? undefined
      : await db.maybeOne<{ versionId: number | null }>(
          `SELECT version_id AS "versionId" FROM studio.reviews WHERE subject_kind = $1 AND subject_id = $2 AND key = $3
            ORDER BY id DESC LIMIT 1`,
          [kind, id, seed.key],
        );
  const kept = review?.versionId == null ? undefined : await versionOf<CriteriaContent>(db, review.versionId);
  if (kept === undefined) return heldContent<CriteriaContent>(db, seed);
  return { versionId: kept.versionId, versionNo: kept.versionNo, content: kept.content };
}

interface CitationRow {
  readonly act: string;
  readonly actor: string;
  readonly at: Date;
  readonly together: number;
  readonly versionId: number | null;
  readonly judgements: readonly Judgement[];
}

/** The criteria of a subject's review, and what its steps said of them (at most the last hundred), newest first. */
export async function reviewOf(db: Queryable, kind: string, id: number | undefined, seed: Seed): Promise<ReviewAnswer> {
  const { versionNo, content } = await criteriaOf(db, kind, id, seed);
  const rows = await db.query<CitationRow>(
    `SELECT c.act, c.actor, c.at, c.subject_count AS together, c.version_id AS "versionId", c.judgements
       FROM studio.cited_subjects s JOIN studio.citations c ON c.id = s.citation_id
      WHERE s.subject_kind = $1 AND s.subject_id = $2 AND c.key = $3 ORDER BY c.id DESC LIMIT 100`,
    [kind, id ?? 0, seed.key],
  );
  const citations: ReviewAnswer['citations'] = [];
  for (const row of rows) citations.push(await citationAnswer(db, row, seed));
  return { key: seed.key, name: seed.name, versionNo, criteria: [...content.criteria], citations };
}

async function citationAnswer(
  db: Queryable,
  { versionId, judgements, ...row }: CitationRow,
  seed: Seed,
): Promise<ReviewAnswer['citations'][number]> {
  const version = versionId === null ? undefined : await versionOf<CriteriaContent>(db, versionId);
  // The seed is of the kind `criteria`: its own test reads it by its kind.
  const { criteria } = version?.content ?? (seed.content as unknown as CriteriaContent);
  const titled = judgements.map((one) => {
    const { title, required } = criteria.find(({ id }) => id === one.id) ?? unnamed(one.id);
    return { ...one, title, required };
  });
  return { ...row, versionNo: version?.versionNo ?? null, judgements: titled };
}

const unnamed = (id: string): { title: { zh: string; en: string }; required: boolean } => ({
  title: { zh: id, en: id },
  required: false,
});
