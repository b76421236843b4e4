import type { SealedSource } from '@linggong/vault';

/** Names and numbers that contracts were rendered with, copies of the workers': sealed anew after a rotation (密钥轮换). */
export const sealedSources: readonly SealedSource[] = [
  {
    name: 'contract-texts',
    order: 30,
    table: 'e_sign.contract_texts',
    key: { column: 'contract_id', type: 'integer' },
    subject: 't.subject',
    form: 'base64',
    columns: { name_sealed: 'name', identity_sealed: 'identity-number' },
  },
];
