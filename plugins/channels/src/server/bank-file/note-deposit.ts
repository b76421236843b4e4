import type { Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';

/** A deposit as a bank's statement tells it: account, serial and day make it one (domain.md 7.2). */
export interface NotedDeposit {
  readonly account: string;
  readonly bankSerial: string;
  readonly day: Day;
  /** Business number of the deposit. */
  readonly number: string;
}

/** Writes on the line of a statement, where there is one, as which deposit it is booked. */
export async function noteDeposit(tx: Tx, { account, bankSerial, day, number }: NotedDeposit): Promise<void> {
  await tx.query(
    `UPDATE channels.statement_lines SET deposit_number = $4
      WHERE account = $1 AND bank_serial = $2 AND booked_on = $3::date AND direction = 'credit' AND NOT reversal
        AND deposit_number IS DISTINCT FROM $4`,
    [account, bankSerial, day, number],
  );
}
