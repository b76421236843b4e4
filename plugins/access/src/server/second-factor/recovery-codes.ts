import { randomBytes } from 'node:crypto';
import { signInPolicy } from '@linggong/config/access';
import type { Tx } from '@linggong/core';
import type { Vault } from '@linggong/vault';
import { recoveryCode, recoveryCodeBytes } from '../../domain/recovery-code';

type Blind = Pick<Vault, 'blind'>;

/** Gives out new codes; the old ones open nothing any more. @returns the codes, told this once */
export async function newRecoveryCodes(tx: Tx, vault: Blind, accountId: number): Promise<string[]> {
  const codes = Array.from({ length: signInPolicy.recoveryCodes }, () => recoveryCode(randomBytes(recoveryCodeBytes)));
  await tx.query('DELETE FROM access.recovery_codes WHERE account_id = $1', [accountId]);
  await tx.query('INSERT INTO access.recovery_codes (account_id, code_key) SELECT $1, unnest($2::bytea[])', [
    accountId,
    codes.map((code) => vault.blind('recovery-code', code)),
  ]);
  return codes;
}

/** @returns whether it was one of the account's that nobody has used */
export async function spendRecoveryCode(
  tx: Tx,
  vault: Blind,
  { accountId, code, at }: { readonly accountId: number; readonly code: string; readonly at: Date },
): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE access.recovery_codes SET used_at = $3 WHERE account_id = $1 AND code_key = $2 AND used_at IS NULL RETURNING 1',
    [accountId, vault.blind('recovery-code', code), at],
  );
  return rows.length > 0;
}
