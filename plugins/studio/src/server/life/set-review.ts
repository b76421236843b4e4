import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { addDays, notFound, problem, shanghaiDay, type Day, type Problem } from '@linggong/core/domain';
import type { KindName } from '../../domain';

/** Nothing of how a platform works is left alone for longer. */
export const reviewDaysMax = 1_096;

interface Standing {
  readonly name: string;
  readonly reviewBy: Day | null;
}

/**
 * By when a configuration is to be reviewed, where a day may be set.
 * @throws Problem 404; 409 `review-day-in-version` for a procedure, whose day stands in its text and changes with it; 422
 *   `review-day-far` for a day that is not after today, or more than three years ahead
 */
export async function settableReview(db: Queryable, id: number, reviewBy: Day, at: Date): Promise<Standing> {
  const row = await db.maybeOne<Standing & { kind: KindName }>(
    `SELECT kind, name_zh AS name, review_by AS "reviewBy" FROM studio.configurations WHERE id = $1`,
    [id],
  );
  if (row === undefined) throw notFound({ zh: '配置', en: 'configuration' });
  if (row.kind === 'procedure') throw inVersion();
  const today = shanghaiDay(at);
  if (reviewBy <= today || reviewBy > addDays(today, reviewDaysMax)) throw dayFar();
  return row;
}

/**
 * Sets the day of the next review (复审期限): whoever reviewed a configuration and leaves it as it is says until when.
 * @throws Problem as `settableReview`
 */
export async function setReview(
  tx: Queryable,
  command: Command,
  id: number,
  { reviewBy }: { readonly reviewBy: Day },
): Promise<void> {
  const before = await settableReview(tx, id, reviewBy, command.at);
  await tx.query('UPDATE studio.configurations SET review_by = $2 WHERE id = $1', [id, reviewBy]);
  await record(tx, command, {
    action: 'configuration.set-review',
    subject: { kind: 'configuration', id },
    before: { reviewBy: before.reviewBy },
    after: { reviewBy },
  });
}

function inVersion(): Problem {
  return problem(
    409,
    'review-day-in-version',
    {
      zh: '制度的复审日期写在正文里，不能单独改期',
      en: 'The day on which a procedure is reviewed stands in its text and is not changed apart from it',
    },
    { fix: { zh: '请编写新版本，写上新的复审日期', en: 'Begin a new version with another day' } },
  );
}

function dayFar(): Problem {
  return problem(
    422,
    'review-day-far',
    { zh: '复审日期须晚于今天且在三年以内', en: 'The review has to lie after today and within three years' },
    { fix: { zh: '请另选日期', en: 'Pick another day' } },
  );
}
