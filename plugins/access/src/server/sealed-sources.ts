import type { SealedSource } from '@linggong/vault';

/** Where this plugin keeps sealed values: the vault seals them anew after a rotation of its keys (密钥轮换). */
export const sealedSources: readonly SealedSource[] = [
  {
    name: 'second-factors',
    order: 10,
    table: 'access.second_factors',
    key: { column: 'account_id', type: 'integer' },
    // As `secretSubject` writes it.
    subject: "'account:' || t.account_id",
    form: 'bytea',
    columns: { pending_sealed: 'totp-secret', secret_sealed: 'totp-secret' },
  },
  {
    name: 'holder-contacts',
    order: 11,
    table: 'access.holder_contacts',
    key: { column: 'account_id', type: 'integer' },
    // As `contactSubject` writes it.
    subject: "'account:' || t.account_id",
    form: 'bytea',
    columns: { phone_sealed: 'phone' },
  },
];

/** A request that is kept until it is decided: days, and the application may change nothing of it. */
export const passingTable = 'access.approvals';
