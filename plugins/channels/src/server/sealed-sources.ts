import type { SealedSource } from '@linggong/vault';

/** Payees as orders gave them, copies of the workers' and cards', and persons who paid: sealed anew after a rotation (密钥轮换). */
export const sealedSources: readonly SealedSource[] = [
  {
    name: 'payees',
    order: 40,
    table: 'channels.payees',
    key: { column: 'payout_number', type: 'text' },
    subject: 't.subject',
    form: 'bytea',
    columns: { card_sealed: 'bank-card', name_sealed: 'name', identity_sealed: 'identity-number' },
  },
  {
    name: 'statement-lines',
    order: 10,
    table: 'channels.statement_lines',
    key: { column: 'id', type: 'integer' },
    // As `receiptSubject` writes it.
    subject: "'receipt:' || t.account || ':' || t.bank_serial || ':' || to_char(t.booked_on, 'YYYY-MM-DD')",
    form: 'bytea',
    columns: { payer_sealed: 'name' },
  },
];
