import type { Command, Queryable } from '@linggong/core';
import type { CriteriaContent, Judgement, Seed } from '../../domain';
import type { ReviewAnswer } from '../../api';
import { clocksInForce } from '../calendar/clocks';
import { heldContent, type HeldContent } from '../reading/held-content';
import { versionOf } from '../reading/in-force';

/** The clock of a review: the seed of its clocks, and its matter among them. */
export interface ReviewClock {
  readonly seed: Seed;
  readonly matter: string;
}

interface NewReview {
  /** Kebab-case, as in the log. */
  readonly kind: string;
  readonly id: number;
  /** The criteria that it goes by. */
  readonly seed: Seed;
  /** Absent for one that ends as it begins. */
  readonly clock?: ReviewClock;
}

/** By when a review that began at an instant is to end, by the clocks in force now. */
export async function reviewDueAt(db: Queryable, { seed, matter }: ReviewClock, began: Date): Promise<Date> {
  return (await clocksInForce(db, seed.key, seed.content))(matter, began);
}

/**
 * A review begins: it goes by the criteria that are in force now, whatever comes into force before it ends. In the caller's transaction.
 * The clock that it is to end by is that which is in force now, too; and whoever begins it does not pass it himself (`cite`).
 */
export async function beginReview(
  tx: Queryable,
  { actor, at }: Pick<Command, 'actor' | 'at'>,
  { kind, id, seed, clock }: NewReview,
): Promise<void> {
  const { versionId } = await heldContent<CriteriaContent>(tx, seed);
  const dueAt = clock && (await reviewDueAt(tx, clock, at));
  await tx.query(
    `INSERT INTO studio.reviews (subject_kind, subject_id, key, version_id, began_at, due_at, begun_account)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [kind, id, seed.key, versionId, at, dueAt ?? null, actor.accountId ?? null],
  );
}

export interface LastReview {
  readonly versionId: number | null;
  /** Whoever began it, where that was an account. */
  readonly begunAccount: number | null;
}

/** The last review of a subject by criteria of that key; undefined where none began. */
export function lastReview(db: Queryable, kind: string, id: number, key: string): Promise<LastReview | undefined> {
  return db.maybeOne<LastReview>(
    `SELECT version_id AS "versionId", begun_account AS "begunAccount" FROM studio.reviews
      WHERE subject_kind = $1 AND subject_id = $2 AND key = $3 ORDER BY id DESC LIMIT 1`,
    [kind, id, key],
  );
}

/** Whether an account began a review; the platform's own work, which has no account, began none. */
export const isBegunBy = (review: LastReview | undefined, accountId: number | undefined): boolean =>
  accountId !== undefined && review?.begunAccount === accountId;

/** The criteria that the last review of a subject goes by; those in force where none began, or for nobody in particular. */
export async function criteriaOf(
  db: Queryable,
  kind: string,
  id: number | undefined,
  seed: Seed,
): Promise<HeldContent<CriteriaContent>> {
  return criteriaOfReview(db, id === undefined ? undefined : await lastReview(db, kind, id, seed.key), seed);
}

/** The criteria that a review goes by; those in force where there is none. */
export async function criteriaOfReview(
  db: Queryable,
  review: LastReview | undefined,
  seed: Seed,
): Promise<HeldContent<CriteriaContent>> {
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

/** Whose review is read: nobody's in particular without an id. */
interface ReviewSubject {
  /** Kebab-case, as in the log. */
  readonly kind: string;
  readonly id: number | undefined;
}

/**
 * The criteria of a subject's review, and what its steps said of them (at most the last hundred), newest first.
 * @param reader the account that is told whether the review is its own
 */
export async function reviewOf(
  db: Queryable,
  { kind, id }: ReviewSubject,
  seed: Seed,
  reader?: number,
): Promise<ReviewAnswer> {
  const review = id === undefined ? undefined : await lastReview(db, kind, id, seed.key);
  const { versionNo, content } = await criteriaOfReview(db, review, seed);
  const rows = await db.query<CitationRow>(
    `SELECT c.act, c.actor, c.at, c.subject_count AS together, c.version_id AS "versionId", c.judgements
       FROM studio.cited_subjects s JOIN studio.citations c ON c.id = s.citation_id
      WHERE s.subject_kind = $1 AND s.subject_id = $2 AND c.key = $3 ORDER BY c.id DESC LIMIT 100`,
    [kind, id ?? 0, seed.key],
  );
  const citations: ReviewAnswer['citations'] = [];
  for (const row of rows) citations.push(await citationAnswer(db, row, seed));
  const last = await db.maybeOne<{ dueAt: Date | null }>(
    'SELECT due_at AS "dueAt" FROM studio.published_review_dues WHERE subject_kind = $1 AND subject_id = $2',
    [kind, id ?? 0],
  );
  const dueAt = last?.dueAt ?? null;
  const isOwn = isBegunBy(review, reader);
  return { key: seed.key, name: seed.name, versionNo, dueAt, isOwn, criteria: [...content.criteria], citations };
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
