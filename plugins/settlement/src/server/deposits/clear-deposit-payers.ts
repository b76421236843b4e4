import { maskPersonalText } from '@linggong/core/domain';
import type { ClearSource, Vault } from '@linggong/vault';
import { depositPayer } from './deposit-payer';

/** Persons who paid deposits from before `0060-seal-payers`: sealed as those of new deposits are, in their own remark as well. */
export function clearDepositPayers(vault: () => Pick<Vault, 'seal' | 'blind' | 'mask'>): ClearSource {
  return {
    name: 'deposits',
    table: 'public.deposits',
    key: { column: 'id', type: 'integer' },
    where: 't.payer_sealed IS NULL AND t.payer_name IS NOT NULL',
    join: 'LEFT JOIN parties.published_enterprise_facts e ON e.enterprise_id = t.enterprise_id',
    select: {
      account: 't.sub_account_number',
      bankSerial: 't.bank_serial',
      // The day of the unique index.
      day: "to_char(t.received_at + interval '8 hours', 'YYYY-MM-DD')",
      payerName: 't.payer_name',
      remark: 't.remark',
      enterprise: 'e.name',
    },
    columns: { payer_name: 'text', payer_sealed: 'text', payer_blind: 'text', remark: 'text' },
    sealed: ({ account, bankSerial, day, payerName, remark, enterprise }) => {
      const name = (payerName ?? '').trim();
      if (name === '') return undefined;
      const receipt = { account: account ?? '', bankSerial: bankSerial ?? '', day: day ?? '' };
      const payer = depositPayer(vault(), name, enterprise ?? '', receipt);
      if (payer.sealed === null) return undefined;
      return {
        payer_name: payer.shown,
        payer_sealed: payer.sealed,
        payer_blind: payer.blind,
        remark: remark ? maskPersonalText(remark).replaceAll(name, payer.shown) : (remark ?? null),
      };
    },
  };
}
