import type { Queryable } from '@linggong/core';
import { businessNumber, monthOf, type Day } from '@linggong/core/domain';

/** 合同编号, such as HT-2026-11-0047. */
const prefix = 'HT';

/** Takes the next `count` numbers of the month in one update. */
export async function takeNumbers(tx: Queryable, day: Day, count: number): Promise<string[]> {
  const { last } = await tx.one<{ last: bigint }>(
    `INSERT INTO e_sign.number_serials (month, last) VALUES ($1, $2)
     ON CONFLICT (month) DO UPDATE SET last = e_sign.number_serials.last + EXCLUDED.last RETURNING last`,
    [monthOf(day), count],
  );
  return Array.from({ length: count }, (_, index) => businessNumber(prefix, day, last - BigInt(count - 1 - index)));
}
