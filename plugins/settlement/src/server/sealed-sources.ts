import type { SealedSource } from '@linggong/vault';

/** The sealed cells of payout lines: the vault seals them anew after a rotation of its keys (密钥轮换). */
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
];
