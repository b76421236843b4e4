import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';

/** Accounts that one round tells. */
const TOLD_MAX = 500;

/**
 * Tells everybody concerned that a request about an account waits for a further role from now on (账号申请升级): who asked, whose account it
 * is, and those who should have decided. Whoever does not want it has until then to refuse it.
 */
export async function tellEscalated(tx: Tx, approvals: readonly string[], command: Command): Promise<void> {
  if (approvals.length === 0) return;
  const told = await tx.query<{ id: number }>(
    `INSERT INTO access.notices (account_id, kind, by_name, at)
     SELECT u.id, 'power-escalated', a.maker_name, $2 FROM access.approvals a
       JOIN public.up_users u ON u.id = a.maker OR (a.action <> 'create' AND u.id::text = a.subject_id)
         OR (u.account_role = ANY (a.deciders) AND u.blocked IS NOT TRUE)
      WHERE a.id = ANY ($1::uuid[]) AND a.resource = 'account' ORDER BY a.id, u.id LIMIT ${TOLD_MAX}
     RETURNING account_id AS id`,
    [approvals, command.at],
  );
  await record(
    tx,
    command,
    told.map(({ id }) => ({
      action: 'account.notify',
      subject: { kind: 'account', id },
      after: { notice: 'power-escalated', byMessage: false },
    })),
  );
}
