import type { ClearSource } from '@linggong/vault';
import { keptPayer, type PayerVault } from './bank-file/sealed-payers';

/** Persons who paid, in the lines of before `0014-seal-payers`: sealed as those of new lines are, in their own remark as well. */
export function clearPayers(vault: () => PayerVault): ClearSource {
  return {
    name: 'statement-lines',
    table: 'channels.statement_lines',
    key: { column: 'id', type: 'integer' },
    where: 't.payer_sealed IS NULL AND t.payer_name IS NOT NULL',
    select: {
      account: 't.account',
      serial: 't.bank_serial',
      bookedOn: "to_char(t.booked_on, 'YYYY-MM-DD')",
      payerName: 't.payer_name',
      remark: 't.remark',
    },
    columns: { payer_name: 'text', payer_sealed: 'bytea', payer_blind: 'bytea', remark: 'text' },
    sealed: ({ account, serial, bookedOn, payerName, remark }) => {
      // None of them is null in a row that `where` lets through; the type of a row does not know it.
      const line = { account: account ?? '', serial: serial ?? '', bookedOn: bookedOn ?? '', remark: remark ?? '' };
      const kept = keptPayer(vault(), { ...line, payerName: payerName ?? null });
      if (kept.sealed === null) return undefined;
      return { payer_name: kept.shown, payer_sealed: kept.sealed, payer_blind: kept.blind, remark: kept.remark };
    },
  };
}
