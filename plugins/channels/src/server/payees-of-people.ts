import type { PersonKeeper } from '@linggong/vault';

const ERASE = `
UPDATE channels.payees SET card_sealed = NULL, name_sealed = NULL, identity_sealed = NULL, subject = '', remark = '***'
WHERE subject = ANY ($1::text[]) RETURNING payout_number AS number`;

/** Payees of payouts: this plugin knows no workers, but what their sealed values are bound to. */
export const payeesOfPeople: PersonKeeper = {
  erase: async (tx, _command, people) => {
    const paid = await tx.query<{ number: string }>(ERASE, [people.map(({ subject }) => subject)]);
    const numbers = [paid.map(({ number }) => number)];
    const lines = await tx.query(
      `UPDATE channels.statement_lines SET remark = '***' WHERE end_to_end_id = ANY ($1::text[]) RETURNING 1`,
      numbers,
    );
    await tx.query(
      `UPDATE sandbox_bank.instructions SET payee_masked = '***', remark = '***' WHERE end_to_end_id = ANY ($1::text[])`,
      numbers,
    );
    await tx.query(`UPDATE sandbox_bank.entries SET remark = '***' WHERE end_to_end_id = ANY ($1::text[])`, numbers);
    return { payees: paid.length, 'statement-lines': lines.length };
  },
};
