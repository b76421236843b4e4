import type { Queryable, SheetRow, Tx } from '@linggong/core';
import type { Vault } from '@linggong/vault';
import type { ImportKey } from '../../api';
import { blindText } from '../sealed-text';

/**
 * Somebody in a row of a sheet whom it did not register: by what he could be found again, hex. A legal hold on him keeps the sheet, though no
 * worker came by it.
 */
export interface Stranger {
  readonly identityBlind: string | null;
  readonly phoneBlind: string | null;
}

/** The person of a row that was refused; undefined where neither of his numbers could be read. */
export function strangerOf(vault: Vault, { cells }: SheetRow<ImportKey>): Stranger | undefined {
  const blind = (kind: 'identity-number' | 'phone', cell: string): string | null =>
    cell === '' ? null : blindText(vault, kind, cell);
  const identityBlind = blind('identity-number', cells.identityNumber);
  const phoneBlind = blind('phone', cells.phone);
  return identityBlind === null && phoneBlind === null ? undefined : { identityBlind, phoneBlind };
}

/** Keeps them as long as the sheet is kept. */
export async function keepStrangers(tx: Tx, importId: string, strangers: readonly Stranger[]): Promise<void> {
  if (strangers.length === 0) return;
  await tx.query(
    `INSERT INTO parties.import_strangers (import_id, identity_blind, phone_blind)
     SELECT $1, * FROM unnest($2::text[], $3::text[])`,
    [importId, strangers.map(({ identityBlind }) => identityBlind), strangers.map(({ phoneBlind }) => phoneBlind)],
  );
}

/** Forgets those of sheets that are purged. */
export async function forgetStrangers(tx: Queryable, importIds: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM parties.import_strangers WHERE import_id = ANY ($1::uuid[])', [importIds]);
}
