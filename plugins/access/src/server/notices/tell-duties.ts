import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import type { Duty } from '../../domain/duty';

/** Duties of one call; callers with more tell them in several. */
export const DUTIES_MAX = 500;

/**
 * Tells accounts of the house what they are asked to do by a day (待办提醒): a notice that stands until it is seen. Of the same thing
 * and step no second one is added while the first was not seen; a nearer step is told all the same, and whoever looks sees what came last.
 * @returns how many notices were added
 * @throws RangeError with more than 500
 */
export async function tellDuties(tx: Tx, command: Command, duties: readonly Duty[]): Promise<number> {
  if (duties.length > DUTIES_MAX) throw new RangeError(`${duties.length} duties in one call`);
  if (duties.length === 0) return 0;
  const told = await tx.query<{ accountId: number; notice: string }>(
    `INSERT INTO access.notices (account_id, kind, by_name, at, about)
     SELECT d."accountId", d.kind, $2, $3, d.about
       FROM jsonb_to_recordset($1::jsonb) AS d("accountId" int, kind text, about jsonb)
      WHERE NOT EXISTS (SELECT FROM access.notices n WHERE n.account_id = d."accountId" AND n.seen_at IS NULL AND n.kind = d.kind
                           AND n.about -> 'page' = d.about -> 'page' AND n.about -> 'id' = d.about -> 'id'
                           AND n.about -> 'dueOn' = d.about -> 'dueOn' AND n.about -> 'step' IS NOT DISTINCT FROM d.about -> 'step')
     RETURNING account_id AS "accountId", kind AS notice`,
    [JSON.stringify(duties), command.actor.name, command.at],
  );
  await record(
    tx,
    command,
    told.map(({ accountId, notice }) => ({
      action: 'account.notify',
      subject: { kind: 'account', id: accountId },
      after: { notice, byMessage: false },
    })),
  );
  return told.length;
}
