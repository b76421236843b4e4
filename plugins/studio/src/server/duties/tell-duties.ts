import { DUTIES_MAX, tellDuties, type Duty } from '@linggong/access';
import type { Role } from '@linggong/config/access';
import type { Command, Database, Tx } from '@linggong/core';
import { shanghaiDay, type Day } from '@linggong/core/domain';

/** Who is told that a configuration is to be looked at again. */
const reviewers: readonly Role[] = ['config-operator', 'config-approver'];
/** Turns of 500 accounts of one run; the next day takes the rest. */
const turnsMax = 20;

interface ToldRow {
  readonly configurationId: number;
  readonly accountId: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly dueOn: Day;
  readonly step: string;
}

type Source = (tx: Tx, command: Command, today: Day) => Promise<ToldRow[]>;

/**
 * Reminds those whom a procedure binds and who have not acknowledged it (R1.7): two days before the last one, on the first day after it, and
 * then once a week, for a year. Nobody is locked out.
 */
const acknowledgements: Source = (tx, { at }, today) =>
  tx.query<ToldRow>(
    `WITH steps AS (
       SELECT d.*, CASE WHEN d.due_on >= $1::date THEN 'soon' ELSE 'late-' || least(($1::date - d.due_on - 1) / 7, 51) END AS step
         FROM studio.procedure_duties d WHERE d.acknowledged_at IS NULL AND d.due_on <= $1::date + 2
     ), fresh AS (
       SELECT s.* FROM steps s WHERE NOT EXISTS (SELECT FROM studio.told_duties t WHERE t.version_id = s.version_id
          AND t.account_id = s.account_id AND t.due_on = s.due_on AND t.step = s.step)
        ORDER BY s.due_on, s.version_id, s.account_id LIMIT ${DUTIES_MAX}
     ), told AS (
       INSERT INTO studio.told_duties (version_id, account_id, due_on, step, told_at)
       SELECT version_id, account_id, due_on, step, $2 FROM fresh ON CONFLICT DO NOTHING RETURNING version_id, account_id
     )
     SELECT f.configuration_id AS "configurationId", f.account_id AS "accountId", f.name_zh AS "nameZh", f.name_en AS "nameEn",
            f.due_on AS "dueOn", f.step
       FROM fresh f JOIN told t ON t.version_id = f.version_id AND t.account_id = f.account_id`,
    [today, at],
  );

/** Tells who writes and who approves configurations what is to be reviewed: thirty days before, seven days before, and on the day. */
const reviews: Source = (tx, { at }, today) =>
  tx.query<ToldRow>(
    `WITH due AS (
       SELECT c.id, c.name_zh, c.name_en, v.id AS version_id, studio.review_day(c.kind, c.review_by, v.content) AS due_on
         FROM studio.configurations c JOIN studio.versions v ON v.configuration_id = c.id AND v.state = 'in-force'
     ), steps AS (
       SELECT d.*, h.account_id, 'review-' || CASE WHEN d.due_on <= $1::date THEN 0 WHEN d.due_on <= $1::date + 7 THEN 7 ELSE 30 END AS step
         FROM due d CROSS JOIN access.published_role_holders h
        WHERE d.due_on <= $1::date + 30 AND h.role = ANY ($3::text[])
     ), fresh AS (
       SELECT s.* FROM steps s WHERE NOT EXISTS (SELECT FROM studio.told_duties t WHERE t.version_id = s.version_id
          AND t.account_id = s.account_id AND t.due_on = s.due_on AND t.step = s.step)
        ORDER BY s.due_on, s.version_id, s.account_id LIMIT ${DUTIES_MAX}
     ), told AS (
       INSERT INTO studio.told_duties (version_id, account_id, due_on, step, told_at)
       SELECT version_id, account_id, due_on, step, $2 FROM fresh ON CONFLICT DO NOTHING RETURNING version_id, account_id
     )
     SELECT f.id AS "configurationId", f.account_id AS "accountId", f.name_zh AS "nameZh", f.name_en AS "nameEn", f.due_on AS "dueOn", f.step
       FROM fresh f JOIN told t ON t.version_id = f.version_id AND t.account_id = f.account_id`,
    [today, at, reviewers],
  );

/**
 * Tells accounts of the house of days that are near or past: procedures to be acknowledged, configurations to be reviewed. Once for each
 * version, day and step, however often it runs, whether the step before was looked at or not; the days are those of Asia/Shanghai.
 * @returns how many notices of each were added
 */
export async function tellDays(
  db: Database,
  command: Command,
): Promise<{ readonly acknowledgements: number; readonly reviews: number }> {
  return {
    acknowledgements: await tellAll(db, command, acknowledgements, 'procedure-due'),
    reviews: await tellAll(db, command, reviews, 'review-due'),
  };
}

/** Weekly reminders of what is late are one step to who has not looked: they do not pile up. */
const seenAlike = (step: string): string => (step.startsWith('late-') ? 'late' : step);

async function tellAll(db: Database, command: Command, source: Source, kind: Duty['kind']): Promise<number> {
  const today = shanghaiDay(command.at);
  const page = kind === 'procedure-due' ? ('own-procedures' as const) : ('configurations' as const);
  const turn = (): Promise<{ found: number; told: number }> =>
    db.transaction(async (tx) => {
      const rows = await source(tx, command, today);
      const duties = rows.map(({ configurationId: id, accountId, nameZh: zh, nameEn: en, dueOn, step }) => ({
        accountId,
        kind,
        about: { page, id, name: { zh, en }, dueOn, step: seenAlike(step) },
      }));
      return { found: rows.length, told: await tellDuties(tx, command, duties) };
    });
  let told = 0;
  for (let turns = 0; turns < turnsMax; turns += 1) {
    const done = await turn();
    told += done.told;
    if (done.found < DUTIES_MAX) break;
  }
  return told;
}
