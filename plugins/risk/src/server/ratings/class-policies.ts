import type { Queryable } from '@linggong/core';
import { decideTable, inForce } from '@linggong/studio';
import type { DecisionTable } from '@linggong/studio/domain';
import {
  classPolicy,
  POLICY_KEY,
  ratingClasses,
  type ClassPolicies,
  type ClassPolicy,
  type RatingClass,
} from '../../domain/ratings';

/** The policy in force of every class (差异化政策). @throws Problem 503 `configuration-missing` */
export async function classPolicies(db: Queryable): Promise<ClassPolicies> {
  return (await classPoliciesInForce(db)).policies;
}

/** As `classPolicies`, with the version that says so, for whoever keeps it. @throws Problem 503 `configuration-missing` */
export async function classPoliciesInForce(
  db: Queryable,
): Promise<{ readonly versionId: number; readonly policies: ClassPolicies }> {
  const { content, versionId } = await inForce<DecisionTable>(db, 'decision-table', POLICY_KEY);
  const outcomes = await decideTable(
    content,
    ratingClasses.map((name) => ({ class: name })),
  );
  const policies = ratingClasses.map((name, at) => [name, classPolicy.parse(outcomes[at]?.answer)] as const);
  return { versionId, policies: new Map(policies) };
}

/** The class of an enterprise; null where it is not rated. */
export async function ratingOf(db: Queryable, enterpriseId: number): Promise<RatingClass | null> {
  const row = await db.maybeOne<{ class: RatingClass }>(
    'SELECT class FROM risk.rating_heads WHERE enterprise_id = $1',
    [enterpriseId],
  );
  return row?.class ?? null;
}

/** What the class of an enterprise means for it; undefined where it is not rated. @throws Problem 503 `configuration-missing` */
export async function policyOf(db: Queryable, enterpriseId: number): Promise<ClassPolicy | undefined> {
  return (await standingOf(db, enterpriseId))?.policy;
}

/** The rating that holds for an enterprise, and what its class means. */
export interface ClassStanding {
  readonly ratingId: number;
  readonly class: RatingClass;
  readonly policy: ClassPolicy;
}

/** Where an enterprise stands, for whoever keeps by which rating it decided; undefined where it is not rated. @throws as `policyOf` */
export async function standingOf(db: Queryable, enterpriseId: number): Promise<ClassStanding | undefined> {
  const head = await db.maybeOne<Pick<ClassStanding, 'ratingId' | 'class'>>(
    'SELECT rating_id AS "ratingId", class FROM risk.rating_heads WHERE enterprise_id = $1',
    [enterpriseId],
  );
  if (!head) return undefined;
  const policy = (await classPolicies(db)).get(head.class);
  return policy && { ...head, policy };
}
