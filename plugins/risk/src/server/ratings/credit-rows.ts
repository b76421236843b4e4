import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import type { CreditCheckAnswer } from '../../api/ratings/credit-check';
import type { CreditFacts } from '../../domain/ratings';

/** Columns of a check `c` as they are answered. */
export const creditColumns = `c.id, c.number, c.enterprise_id AS "enterpriseId", c.source, c.mode, c.cause, c.outcome,
  c.provider_code AS "providerCode", c.cost_fen AS "costFen", c.register_state AS "registerState", c.name_agrees AS "nameAgrees",
  c.representative_agrees AS "representativeAgrees", c.capital, c.founded_on AS "foundedOn", c.dishonest, c.abnormal, c.lawsuits,
  c.changes, c.sha256, (c.file_id IS NOT NULL) AS "hasEvidence", c.note, c.checked_by AS "checkedBy", c.checked_at AS "checkedAt"`;

/** @throws Problem 404 */
export async function readCreditCheck(db: Queryable, id: number): Promise<CreditCheckAnswer> {
  const row = await db.maybeOne<CreditCheckAnswer>(
    `SELECT ${creditColumns}, e.number AS "enterpriseNumber", e.name AS "enterpriseName"
       FROM risk.credit_checks c JOIN parties.published_enterprise_facts e ON e.enterprise_id = c.enterprise_id WHERE c.id = $1`,
    [id],
  );
  if (!row) throw notFound({ zh: '信用核查', en: 'credit check' });
  return row;
}

/** What the last check that found the company kept; undefined before the first. */
export function lastFacts(db: Queryable, enterpriseId: number): Promise<CreditFacts | undefined> {
  return db.maybeOne<CreditFacts>(
    `SELECT register_state AS state, name_agrees AS "nameAgrees", representative_agrees AS "representativeAgrees", capital,
            scope_sha256 AS "scopeSha256", founded_on AS "foundedOn", dishonest, abnormal, lawsuits
       FROM risk.credit_checks WHERE enterprise_id = $1 AND outcome = 'found' ORDER BY id DESC LIMIT 1`,
    [enterpriseId],
  );
}
