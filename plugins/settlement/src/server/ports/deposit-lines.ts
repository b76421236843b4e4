import type { Queryable } from '@linggong/core';

/** Money that a bank's statement says came in; the view belongs to channels. */
export interface DepositLine {
  readonly account: string;
  readonly bankSerial: string;
  readonly amountFen: bigint;
  /** The mask, where the payer is a person and sealed. */
  readonly payerName: string | null;
  readonly payerSealed: Buffer | null;
  readonly payerBlind: Buffer | null;
  readonly remark: string;
  readonly bookedAt: Date;
}

export function depositLine(db: Queryable, lineId: number): Promise<DepositLine | undefined> {
  return db.maybeOne<DepositLine>(
    `SELECT account, bank_serial AS "bankSerial", amount_fen AS "amountFen", payer_name AS "payerName", payer_sealed AS "payerSealed",
            payer_blind AS "payerBlind", remark,
            booked_at AS "bookedAt" FROM channels.published_deposit_lines WHERE id = $1`,
    [lineId],
  );
}
