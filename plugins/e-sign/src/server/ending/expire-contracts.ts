import type { Command } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { contractKinds } from '../../domain';
import { announce } from '../sending/announce';
import type { ESignTools } from '../tools';

/** Contracts in one transaction. */
const together = 2_000;

/** Ends every contract whose last day is past, signed or not. Gives their number. Harmless to repeat. */
export async function expireContracts(tools: ESignTools, command: Command): Promise<number> {
  let expired = 0;
  for (const kind of contractKinds) {
    for (;;) {
      const count = await tools.db.transaction(async (tx) => {
        const rows = await tx.query<{ id: number }>(
          `UPDATE public.contracts SET state = 'expired', updated_at = $2::timestamptz WHERE id IN (
             SELECT id FROM public.contracts WHERE kind = $1 AND state IN ('sent', 'signed') AND valid_to < $3::date
             ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED)
           RETURNING id`,
          [kind, command.at, shanghaiDay(command.at), together],
        );
        const contractIds = rows.map(({ id }) => id).sort((a, b) => a - b);
        await announce(tools, tx, command, { act: 'expire', kind, contractIds });
        return contractIds.length;
      });
      expired += count;
      if (count < together) break;
    }
  }
  return expired;
}
