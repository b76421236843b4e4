import type { Command, Tx } from '@linggong/core';
import type { Parties } from '@linggong/parties';
import type { Vault } from '@linggong/vault';

/**
 * Keeps the legal representative of an enterprise as the blind index of his name, as it is now (R6.3). Opening the name is an entry of
 * the log. An enterprise that names nobody has no row, and ties nobody.
 */
export async function keepRepresentative(
  { parties, vault }: { readonly parties: Pick<Parties, 'openCompany'>; readonly vault: Pick<Vault, 'blind'> },
  tx: Tx,
  command: Command,
  enterpriseId: number,
): Promise<void> {
  const company = await parties.openCompany(tx, command, enterpriseId);
  if (company === undefined || company.legalRepresentative === null) return;
  await tx.query(
    `INSERT INTO risk.representatives (enterprise_id, name_key, kept_at) VALUES ($1, $2, $3::timestamptz)
     ON CONFLICT (enterprise_id) DO UPDATE SET name_key = excluded.name_key, kept_at = excluded.kept_at`,
    [enterpriseId, vault.blind('name', company.legalRepresentative).toString('hex'), command.at],
  );
}
