import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';

/**
 * Tells whoever asked natively that nobody can approve it yet, since his holder is not known or not confirmed (待登记持有人): the business goes
 * on asking, and he has the term of the request to mend it. Once, until he has seen it.
 */
export async function hintHolder(tx: Queryable, command: Command): Promise<void> {
  const { actor, at } = command;
  if (actor.accountId === undefined) return;
  const hinted = await tx.maybeOne(
    `INSERT INTO access.notices (account_id, kind, by_name, at)
     SELECT u.id, 'holder-needed', $2, $3 FROM public.up_users u
      WHERE u.id = $1 AND NOT access.is_person_confirmed(u.id)
        AND NOT EXISTS (SELECT FROM access.notices n WHERE n.account_id = u.id AND n.kind = 'holder-needed' AND n.seen_at IS NULL)
     RETURNING 1`,
    [actor.accountId, actor.name, at],
  );
  if (!hinted) return;
  const subject = { kind: 'account', id: actor.accountId };
  await record(tx, command, {
    action: 'account.notify',
    subject,
    after: { notice: 'holder-needed', byMessage: false },
  });
}
