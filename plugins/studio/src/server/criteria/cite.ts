import type { Command, Queryable } from '@linggong/core';
import { inOrder, judgementFault, judgementLine, type Judgement, type Seed, type Verdict } from '../../domain';
import { judgementProblem, ownReview } from './judgement-problem';
import { criteriaOfReview, isBegunBy, lastReview } from './reviews';

/** A step of a review, as it cites criteria. */
export interface Citation {
  /** Kebab-case, as in the log: `enterprise`. */
  readonly kind: string;
  /** One, or all that the same statement is made of. Of many, the criteria are those in force now. */
  readonly ids: readonly number[];
  /** Criteria that hold where no version of them is in force yet. */
  readonly seed: Seed;
  /** Action of the step, as in the log: `approve`. */
  readonly act: string;
  readonly verdict: Verdict;
  readonly judgements: readonly Judgement[];
}

/**
 * Keeps what a step of a review says of its criteria, in the caller's transaction, for good. Whoever began the review of one subject may
 * give it back, and does not let it pass (四眼原则).
 * @returns one line of it for logs and timelines
 * @throws Problem 409 `review-own`; 422 `criteria-unknown`, `criteria-unjudged`, `criteria-fail`, `criteria-unexplained`, `criteria-none-fails`
 */
export async function cite(tx: Queryable, command: Command, citation: Citation): Promise<string> {
  const { kind, ids, seed, act, verdict } = citation;
  const [only] = ids;
  const review = only === undefined || ids.length > 1 ? undefined : await lastReview(tx, kind, only, seed.key);
  if (verdict === 'passes' && isBegunBy(review, command.actor.accountId)) throw ownReview();
  const held = await criteriaOfReview(tx, review, seed);
  const fault = judgementFault(held.content, citation.judgements, verdict);
  if (fault !== undefined) throw judgementProblem(fault, held);
  const judgements = inOrder(held.content, citation.judgements);
  const row = await tx.one<{ id: bigint }>(
    `INSERT INTO studio.citations (subject_kind, subject_count, act, key, version_id, judgements, actor, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [kind, ids.length, act, seed.key, held.versionId, JSON.stringify(judgements), command.actor.name, command.at],
  );
  await tx.query(
    'INSERT INTO studio.cited_subjects (subject_kind, subject_id, citation_id) SELECT $1::text, unnest($2::int[]), $3::bigint',
    [kind, ids, row.id],
  );
  return judgementLine(judgements, held.versionNo);
}
