import { coveredRead } from '@linggong/audit';
import type { Queryable } from '@linggong/core';
import type { UnmaskOwner, Vault } from '@linggong/vault';
import { receiptSubject } from '../domain';

interface SealedPayerRow {
  readonly account: string;
  readonly bankSerial: string;
  readonly day: string;
  readonly masked: string;
  readonly sealed: Buffer | null;
}

/** Rows with a payer: `find` gives the one of an id. */
export type PayerRows = (db: Queryable, id: number) => Promise<SealedPayerRow | undefined>;

/**
 * Persons who paid, for the vault to show one of them in clear (查看明文): to staff alone, since he is a stranger to the enterprise that he paid
 * for.
 * @param kind resource of the matrix, whose readers may ask
 */
export function payerOwner(kind: string, vault: () => Pick<Vault, 'open'>, rows: PayerRows): UnmaskOwner {
  return {
    kind,
    find: async (db, { id, field }, { scope }) => {
      if (field !== 'payerName' || scope.kind !== 'all') return undefined;
      const row = await rows(db, id);
      if (row === undefined || row.sealed === null) return undefined;
      const { account, bankSerial, day, masked, sealed } = row;
      const reading = coveredRead('sensitive-field.read', ['name']);
      const open = (): string => vault().open('name', receiptSubject(account, bankSerial, day), sealed, reading);
      return { label: bankSerial.slice(0, 64), masked, kind: 'name', workerId: null, open };
    },
  };
}

export const statementPayers: PayerRows = (db, id) =>
  db.maybeOne<SealedPayerRow>(
    `SELECT account, bank_serial AS "bankSerial", to_char(booked_on, 'YYYY-MM-DD') AS day, payer_name AS masked,
            payer_sealed AS sealed FROM channels.statement_lines WHERE id = $1`,
    [id],
  );
