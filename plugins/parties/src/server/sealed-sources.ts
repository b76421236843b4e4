import type { SealedSource } from '@linggong/vault';

/** Where this plugin keeps sealed values: the vault seals them anew after a rotation of its keys (密钥轮换). */
export const sealedSources: readonly SealedSource[] = [
  {
    name: 'workers',
    order: 10,
    table: 'public.workers',
    key: { column: 'id', type: 'integer' },
    subject: 't.identity_blind',
    form: 'base64',
    columns: {
      name_sealed: 'name',
      identity_sealed: 'identity-number',
      phone_sealed: 'phone',
      address_sealed: 'address',
    },
  },
  {
    name: 'bank-cards',
    order: 10,
    table: 'public.bank_cards',
    key: { column: 'id', type: 'integer' },
    subject: 'w.identity_blind',
    join: 'JOIN public.workers w ON w.id = t.worker_id',
    form: 'base64',
    columns: { card_sealed: 'bank-card', holder_sealed: 'name' },
  },
  {
    name: 'enterprises',
    order: 10,
    table: 'public.enterprises',
    key: { column: 'id', type: 'integer' },
    // As `enterpriseSubject` writes it.
    subject: "'enterprise:' || t.uscc",
    form: 'base64',
    columns: {
      legal_representative_sealed: 'name',
      contact_name_sealed: 'name',
      contact_phone_sealed: 'phone',
      bank_account_sealed: 'bank-card',
    },
  },
];

/** Rows of staging are deleted in the transaction that wrote them. */
export const passingTable = 'parties.worker_staging';
