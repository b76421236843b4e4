import { signInPolicy } from '@linggong/config/access';
import type { Command, Tx } from '@linggong/core';
import { endSessions } from '../accounts/sessions';
import { dropPassword } from '../accounts/set-password';
import { closeResets } from '../password-reset/reset-store';
import { clearAttempts } from '../sign-in/attempts';

/**
 * Lets an account be set up (启用) by the two halves of a code, one for who asked and one for who approved: neither of them can sign in
 * as its holder. In a rehearsal no approval stands behind it, and nothing is opened.
 */
export async function openSetUp(tx: Tx, accountId: number, { approvalId, at }: Command): Promise<void> {
  if (approvalId === undefined) return;
  const until = new Date(at.getTime() + signInPolicy.setUpHours * 3_600_000);
  await tx.query('SELECT access.open_set_up($1, $2, $3, $4)', [approvalId, accountId, until, at]);
}

/** Takes the password away and ends everything that goes by it; a set-up gives the next one. */
export async function shutPassword(
  tx: Tx,
  { accountId, signInKey }: { readonly accountId: number; readonly signInKey: Buffer },
  { at }: Command,
): Promise<void> {
  await dropPassword(tx, accountId);
  await endSessions(tx, { accountId }, 'password-reset', at);
  await clearAttempts(tx, signInKey);
  await closeResets(tx, accountId, 'by-administrator', at);
}
