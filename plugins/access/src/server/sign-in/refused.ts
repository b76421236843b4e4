import { record } from '@linggong/audit';
import type { Command, Database } from '@linggong/core';

/** Writes down a sign-in that failed; for an identifier that nobody has, the account is `unknown`. */
export async function recordRefused(
  db: Database,
  accountId: number | undefined,
  cause: 'failed' | 'locked' | 'code',
  command: Command,
): Promise<void> {
  const id = accountId === undefined ? 'unknown' : String(accountId);
  await db.transaction((tx) =>
    record(tx, command, {
      action: 'session.refuse',
      subject: { kind: 'account', id },
      after: { cause },
      outcome: 'refused',
    }),
  );
}
