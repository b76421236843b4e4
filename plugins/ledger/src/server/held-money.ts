import type { Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';

/** What is held of all deposits for payments on their way (冻结总额), from the stored balances. */
export async function heldMoney(db: Queryable): Promise<Fen> {
  const { heldFen } = await db.one<{ heldFen: Fen }>(
    'SELECT coalesce(sum(held_fen), 0)::bigint AS "heldFen" FROM ledger.balances',
  );
  return heldFen;
}
