import type { Queryable } from '@linggong/core';
import { addDays, startOfDay, type Day, type Fen } from '@linggong/core/domain';
import { releaseByClass, releaseRule, type ClassTerms, type ReleaseRule } from '../../domain';
import { approvalsNow } from '../policy-rows';

/** Who releases a batch, and the version of the policy that says so; null where none is in force. */
export interface ReleaseOf {
  readonly rule: ReleaseRule;
  readonly versionId: number | null;
}

/**
 * Who releases a batch that is confirmed on a day (放款复核): a finance approver above the amounts of the policy, of one batch and of a day.
 * @param neededFen what confirming takes of the deposit
 */
export async function releaseOf(
  db: Queryable,
  enterpriseId: number,
  day: Day,
  neededFen: Fen,
  terms: ClassTerms | undefined,
): Promise<ReleaseOf> {
  const { content, versionId } = await approvalsNow(db);
  const usual = releaseRule(content, neededFen, await releasedOn(db, enterpriseId, day));
  return { rule: releaseByClass(usual, neededFen, terms), versionId };
}

/** What the enterprise's batches that were released at once on a day hold. */
async function releasedOn(db: Queryable, enterpriseId: number, day: Day): Promise<Fen> {
  const { fen } = await db.one<{ fen: Fen }>(
    `SELECT coalesce(sum(gross_fen + fee_fen), 0)::bigint AS fen FROM public.settlement_batches
      WHERE enterprise_id = $1 AND release_rule = 'automatic' AND confirmed_at >= $2::timestamptz
        AND confirmed_at < $3::timestamptz`,
    [enterpriseId, startOfDay(day), startOfDay(addDays(day, 1))],
  );
  return fen;
}
