import type { SealedSource } from '@linggong/vault';

/** Payees as orders gave them, copies of the workers' and cards': sealed anew after a rotation (密钥轮换). */
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
];
