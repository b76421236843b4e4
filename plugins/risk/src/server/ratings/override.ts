import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { addDays, businessNumber, notFound, shanghaiDay, type Day } from '@linggong/core/domain';
import type { NewOverride, OverrideAnswer } from '../../api/ratings/rating';
import { lookedAt } from './run-checks';
import { rateEnterprises, type RatingTools } from './rate-enterprises';
import { OVERRIDE_DAYS, overrideExists, overrideOver, overrideTerm } from './rating-problems';

/** Overrides `o` with the number that people know their enterprise by. */
export const overrideFrom = `risk.rating_overrides o
  JOIN parties.published_enterprise_facts e ON e.enterprise_id = o.enterprise_id`;

/** State as it is shown on a day: one whose last day is over is `expired`. */
export const overrideState = (day: string): string =>
  `CASE WHEN o.state = 'in-force' AND o.ends_on < ${day} THEN 'expired' ELSE o.state END`;

const columns = (
  day: string,
): string => `o.id, o.number, o.enterprise_id AS "enterpriseId", e.number AS "enterpriseNumber", o.class, o.reason,
  o.starts_on AS "startsOn", o.ends_on AS "endsOn", ${overrideState(day)} AS state, o.created_at AS "createdAt", o.created_name AS "createdName",
  o.ended_at AS "endedAt", o.ended_name AS "endedName", o.end_reason AS "endReason"`;

/** @throws Problem 404 */
export async function readOverride(db: Queryable, id: number, day: Day): Promise<OverrideAnswer> {
  const row = await db.maybeOne<OverrideAnswer>(`SELECT ${columns('$2::date')} FROM ${overrideFrom} WHERE o.id = $1`, [
    id,
    day,
  ]);
  if (!row) throw notFound({ zh: '调级', en: 'rating override' });
  return row;
}

/** The override that holds for an enterprise on a day. */
export function overrideOf(db: Queryable, enterpriseId: number, day: Day): Promise<OverrideAnswer | undefined> {
  return db.maybeOne<OverrideAnswer>(
    `SELECT ${columns('$2::date')} FROM ${overrideFrom}
      WHERE o.enterprise_id = $1 AND o.state = 'in-force' AND o.ends_on >= $2::date`,
    [enterpriseId, day],
  );
}

/**
 * Puts an enterprise into another class than the tables say (人工调级), until a day; a second person approved it. It holds at once.
 * @throws Problem 404; 422 `rating-override-term`; 409 `rating-override-exists`
 */
export async function addOverride(
  tools: RatingTools,
  tx: Tx,
  command: Command,
  enterpriseId: number,
  wish: NewOverride,
): Promise<OverrideAnswer> {
  const today = shanghaiDay(command.at);
  if (wish.endsOn < today || wish.endsOn > addDays(today, OVERRIDE_DAYS)) throw overrideTerm();
  if (!(await lookedAt(tx, enterpriseId))) throw notFound({ zh: '企业', en: 'enterprise' });
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('risk.ratings', $1))`, [enterpriseId]);
  const known = await overrideOf(tx, enterpriseId, today);
  if (known) throw overrideExists(known.number);
  await closeExpired(tx, command, enterpriseId, today);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.rating_override_number') AS serial`);
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO risk.rating_overrides (number, enterprise_id, class, reason, starts_on, ends_on, state, created_at, created_name, approval_id)
     VALUES ($1, $2, $3, $4, $5, $6, 'in-force', $7, $8, $9) RETURNING id`,
    [
      businessNumber('RO', today, serial),
      enterpriseId,
      wish.class,
      wish.reason,
      today,
      wish.endsOn,
      command.at,
      command.actor.name,
      command.approvalId ?? null,
    ],
  );
  const added = await readOverride(tx, id, today);
  await record(tx, command, {
    action: 'rating-override.add',
    subject: { kind: 'rating-override', id },
    after: shownOverride(added),
  });
  await rateEnterprises(tools, tx, command, [enterpriseId], 'override');
  return added;
}

/** Frees the place of one whose last day is over: nobody ended it, the calendar did. */
async function closeExpired(tx: Tx, { at }: Command, enterpriseId: number, today: Day): Promise<void> {
  await tx.query(
    `UPDATE risk.rating_overrides SET state = 'ended', ended_at = $2, ended_name = 'system', end_reason = '到期 · term over'
      WHERE enterprise_id = $1 AND state = 'in-force' AND ends_on < $3::date`,
    [enterpriseId, at, today],
  );
}

/**
 * Ends an override before its day (提前结束), after which the tables rate alone. @throws Problem 404; 409 `rating-override-over`
 */
export async function endOverride(tools: RatingTools, tx: Tx, command: Command, id: number): Promise<OverrideAnswer> {
  const today = shanghaiDay(command.at);
  await tx.query('SELECT FROM risk.rating_overrides WHERE id = $1 FOR UPDATE', [id]);
  const before = await readOverride(tx, id, today);
  if (before.state !== 'in-force') throw overrideOver();
  await tx.query(
    `UPDATE risk.rating_overrides SET state = 'ended', ended_at = $2, ended_name = $3, end_reason = $4 WHERE id = $1`,
    [id, command.at, command.actor.name, command.reason ?? null],
  );
  await record(tx, command, {
    action: 'rating-override.end',
    subject: { kind: 'rating-override', id },
    before: { state: 'in-force' },
    after: { state: 'ended' },
  });
  await rateEnterprises(tools, tx, command, [before.enterpriseId], 'override');
  return readOverride(tx, id, today);
}

/** An override as approvals and the log show it. */
export function shownOverride({ number, enterpriseNumber, class: name, startsOn, endsOn, state }: OverrideAnswer) {
  return { number, enterprise: enterpriseNumber, ratingClass: name, startsOn, endsOn, state };
}
