import type { PayerRows } from '@linggong/channels';

/** Persons who paid deposits, as `deposit-payer.ts` sealed them. */
export const depositPayers: PayerRows = async (db, id) => {
  const row = await db.maybeOne<{
    account: string;
    bankSerial: string;
    day: string;
    masked: string;
    sealed: string | null;
  }>(
    `SELECT sub_account_number AS account, bank_serial AS "bankSerial", to_char(received_at + interval '8 hours', 'YYYY-MM-DD') AS day,
            payer_name AS masked, payer_sealed AS sealed FROM public.deposits WHERE id = $1`,
    [id],
  );
  return row && { ...row, sealed: row.sealed === null ? null : Buffer.from(row.sealed, 'base64') };
};
