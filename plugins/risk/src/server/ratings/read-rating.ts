import type { Queryable } from '@linggong/core';
import { notFound, shanghaiDay } from '@linggong/core/domain';
import type { EnterpriseRatingAnswer, RatingAnswer } from '../../api/ratings/rating';
import type { CreditCheckAnswer } from '../../api/ratings/credit-check';
import { classPolicies } from './class-policies';
import { creditColumns } from './credit-rows';
import { overrideOf } from './override';

const HISTORY = 50;
const CHECKS = 20;

const columns = `r.id, r.class, r.previous_class AS "previousClass", r.computed_class AS "computedClass", r.score, r.facts, r.unknown, r.reasons,
  r.suspends, r.table_version AS "tableVersion", r.classes_version AS "classesVersion", r.cause, r.rated_at AS "ratedAt",
  (SELECT o.number FROM risk.rating_overrides o WHERE o.id = r.override_id) AS "overrideNumber"`;

/** All of an enterprise's rating: class, policy, reasons and facts, history, override, checks. @throws Problem 404 */
export async function readRating(db: Queryable, enterpriseId: number, at: Date): Promise<EnterpriseRatingAnswer> {
  const head = await db.maybeOne<
    Pick<EnterpriseRatingAnswer, 'id' | 'number' | 'name' | 'state' | 'class' | 'since' | 'lookedAt'>
  >(
    `SELECT e.enterprise_id AS id, e.number, e.name, e.state, h.class, h.since, h.looked_at AS "lookedAt"
       FROM parties.published_enterprise_facts e LEFT JOIN risk.rating_heads h ON h.enterprise_id = e.enterprise_id
      WHERE e.enterprise_id = $1`,
    [enterpriseId],
  );
  if (!head) throw notFound({ zh: '企业', en: 'enterprise' });
  const history = await db.query<RatingAnswer>(
    `SELECT ${columns} FROM risk.ratings r WHERE r.enterprise_id = $1 ORDER BY r.id DESC LIMIT ${HISTORY.toString()}`,
    [enterpriseId],
  );
  const policies = head.class === null ? undefined : await classPolicies(db);
  return {
    ...head,
    current: history[0] ?? null,
    policy: (head.class !== null && policies?.get(head.class)) || null,
    history,
    override: (await overrideOf(db, enterpriseId, shanghaiDay(at))) ?? null,
    checks: await checksOf(db, enterpriseId),
    offboarding: (await lastOffboarding(db, enterpriseId)) ?? null,
  };
}

function checksOf(db: Queryable, enterpriseId: number): Promise<CreditCheckAnswer[]> {
  return db.query<CreditCheckAnswer>(
    `SELECT ${creditColumns}, e.number AS "enterpriseNumber", e.name AS "enterpriseName"
       FROM risk.credit_checks c JOIN parties.published_enterprise_facts e ON e.enterprise_id = c.enterprise_id
      WHERE c.enterprise_id = $1 ORDER BY c.id DESC LIMIT ${CHECKS.toString()}`,
    [enterpriseId],
  );
}

function lastOffboarding(db: Queryable, enterpriseId: number) {
  return db.maybeOne<NonNullable<EnterpriseRatingAnswer['offboarding']>>(
    'SELECT id, number, state FROM risk.offboardings WHERE enterprise_id = $1 ORDER BY id DESC LIMIT 1',
    [enterpriseId],
  );
}
