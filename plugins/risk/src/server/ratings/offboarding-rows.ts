import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, type Day } from '@linggong/core/domain';
import type { OffboardingAnswer } from '../../api/ratings/rating';
import type { MoneySource } from './rating-sources';

export type OffboardingStep = 'opened' | 'suspended' | 'money-open' | 'money-settled' | 'offboarded' | 'withdrawn';

/** Adds a step; nobody changes one. */
export async function addOffboardingStep(
  tx: Tx,
  { at, actor }: Command,
  id: number,
  step: OffboardingStep,
  told: { readonly text?: string | undefined; readonly facts?: Readonly<Record<string, unknown>> } = {},
): Promise<void> {
  await tx.query(
    'INSERT INTO risk.offboarding_steps (offboarding_id, step, at, actor, text, facts) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, step, at, actor.name, told.text ?? null, told.facts ? JSON.stringify(told.facts) : null],
  );
}

export const offboardingFrom = `risk.offboardings f
  JOIN parties.published_enterprise_facts e ON e.enterprise_id = f.enterprise_id JOIN risk.cases k ON k.id = f.case_id`;

/** All of an offboarding, with what of the enterprise's money is open now. @throws Problem 404 */
export async function offboardingAnswerOf(
  db: Queryable,
  money: MoneySource | undefined,
  id: number,
  day: Day,
): Promise<OffboardingAnswer> {
  const row = await db.maybeOne<Omit<OffboardingAnswer, 'money' | 'steps'>>(
    `SELECT f.id, f.number, f.enterprise_id AS "enterpriseId", e.number AS "enterpriseNumber", e.name AS "enterpriseName", f.case_id AS "caseId",
            k.number AS "caseNumber", f.check_id AS "checkId", f.reasons, f.state, f.opened_at AS "openedAt", f.settled_at AS "settledAt",
            f.ended_at AS "endedAt" FROM ${offboardingFrom} WHERE f.id = $1`,
    [id],
  );
  if (!row) throw notFound({ zh: '清退流程', en: 'offboarding' });
  const steps = await db.query<OffboardingAnswer['steps'][number]>(
    'SELECT step, at, actor, text, facts FROM risk.offboarding_steps WHERE offboarding_id = $1 ORDER BY id LIMIT 500',
    [id],
  );
  const items = money ? [...(await money(db, row.enterpriseId, day))] : null;
  return { ...row, money: items, steps };
}

/** The open offboarding of an enterprise. */
export function openOffboardingOf(
  db: Queryable,
  enterpriseId: number,
): Promise<{ id: number; number: string; state: 'suspended' | 'settled' } | undefined> {
  return db.maybeOne(
    `SELECT id, number, state FROM risk.offboardings WHERE enterprise_id = $1 AND state IN ('suspended', 'settled')`,
    [enterpriseId],
  );
}
