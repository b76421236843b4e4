import type { Command, Database } from '@linggong/core';
import { addDays, monthOf, Problem, shanghaiDay } from '@linggong/core/domain';
import { dayAfterMonth, monthBefore } from '../../domain';
import { drawInspection } from './draw';
import type { Populations } from './populations';

/** Payments that a bank returns come back within days: the month is drawn once they have. */
const DAYS_AFTER = 5;

/** What a run did: the month, and its inspection; null where there was nothing to draw. */
export interface MonthDrawn {
  readonly month: string;
  readonly inspectionId: number | null;
}

/**
 * Draws the inspection of the month that is over (定期抽查, R6.3) by the plan in force, from its sixth day after on, once a month. Safe to run
 * again, and beside another run: the month is taken first.
 * @returns undefined where it is too early, or the month was drawn already
 * @throws Problem 422 `inspection-too-large`; 503 `population-missing`, `configuration-missing`
 */
export async function drawMonth(
  populations: Pick<Populations, 'of'>,
  db: Database,
  command: Command,
): Promise<MonthDrawn | undefined> {
  const today = shanghaiDay(command.at);
  const month = monthBefore(monthOf(today));
  const after = dayAfterMonth(month);
  if (today < addDays(after, DAYS_AFTER)) return undefined;
  return db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('risk.inspection-month'))`);
    if (await tx.maybeOne('SELECT 1 FROM risk.inspection_runs WHERE month = $1', [month])) return undefined;
    const wish = { title: `${month} 月度抽查`, from: `${month}-01`, to: addDays(after, -1) };
    const inspectionId = await drawInspection(populations, tx, command, wish, 'every-day').catch(whereNoneIsDrawn);
    await tx.query('INSERT INTO risk.inspection_runs (month, inspection_id, at) VALUES ($1, $2, $3)', [
      month,
      inspectionId,
      command.at,
    ]);
    return { month, inspectionId };
  });
}

/** A draw says so before it writes anything: there is nothing to draw, or somebody drew all of the month himself and it is that sample that is checked. */
function whereNoneIsDrawn(error: unknown): number | null {
  if (error instanceof Problem && error.code === 'inspection-empty') return null;
  if (error instanceof Problem && error.code === 'inspection-drawn') return Number(error.extra?.['id']);
  throw error;
}
