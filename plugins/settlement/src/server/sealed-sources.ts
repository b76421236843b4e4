import type { SealedSource } from '@linggong/vault';

/** The sealed cells of payout lines, and persons who paid deposits: the vault seals them anew after a rotation of its keys (密钥轮换). */
export const sealedSources: readonly SealedSource[] = [
  {
    name: 'settlement-lines',
    order: 20,
    table: 'settlement.lines',
    key: { column: 'id', type: 'bigint' },
    // Kind and subject as `sealLine` has them.
    subject: "'settlement-line:' || t.id",
    form: 'bytea',
    columns: { cells_sealed: 'identity-number' },
  },
  {
    name: 'deposits',
    // Copies of the lines of statements.
    order: 20,
    table: 'public.deposits',
    key: { column: 'id', type: 'integer' },
    // As `receiptSubject` writes it, with the day of the unique index.
    subject:
      "'receipt:' || t.sub_account_number || ':' || t.bank_serial || ':' || to_char(t.received_at + interval '8 hours', 'YYYY-MM-DD')",
    form: 'base64',
    columns: { payer_sealed: 'name' },
  },
];
