import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { contractKinds, type ContractKind, type ContractState } from '../../domain';
import { closeRequests } from '../requests/close-requests';
import { announce } from '../sending/announce';
import type { ESignTools } from '../tools';

/** Contracts in one transaction. */
const together = 2_000;
const DAY_MS = 86_400_000;

/** Shown as the reason of a contract that nobody signed. */
const unsigned = '逾期未签署 · not signed in time';

/** Which contracts end, and why; `$1` kind, `$2` now, `$3` bound, `$4` how many. */
interface Ending {
  readonly where: string;
  readonly bound: string | Date;
  readonly reason: string | null;
}

/**
 * Ends every contract whose last day is past, signed or not, and every contract that a worker was sent and has not signed in the
 * configured days. Gives their number. Harmless to repeat.
 */
export async function expireContracts(tools: ESignTools, command: Command): Promise<number> {
  const { requestDays } = tools.signing.settings;
  const past = {
    where: `state IN ('sent', 'signed') AND valid_to < $3::date`,
    bound: shanghaiDay(command.at),
    reason: null,
  };
  const stale = {
    where: `state = 'sent' AND sent_at < $3::timestamptz AND worker_id IS NOT NULL`,
    bound: new Date(command.at.getTime() - requestDays * DAY_MS),
    reason: unsigned,
  };
  let expired = 0;
  for (const kind of contractKinds) {
    expired += await expireAll(tools, command, kind, past);
    expired += await expireAll(tools, command, kind, stale);
  }
  return expired;
}

/** Each round ends at least one contract or is the last. */
async function expireAll(tools: ESignTools, command: Command, kind: ContractKind, ending: Ending): Promise<number> {
  let expired = 0;
  for (;;) {
    const count = await tools.db.transaction((tx) => expireSome(tools, tx, command, kind, ending));
    expired += count;
    if (count < together) return expired;
  }
}

async function expireSome(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  kind: ContractKind,
  { where, bound, reason }: Ending,
): Promise<number> {
  const rows = await tx.query<{ id: number; before: ContractState }>(
    `UPDATE public.contracts c SET state = 'expired', state_reason = coalesce($5, c.state_reason), updated_at = $2::timestamptz
     FROM (SELECT id, state FROM public.contracts WHERE kind = $1 AND ${where} ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED) past
     WHERE c.id = past.id RETURNING c.id, past.state AS before`,
    [kind, command.at, bound, together, reason],
  );
  const contractIds = rows.map(({ id }) => id).sort((a, b) => a - b);
  await closeRequests(tools, tx, command, contractIds);
  for (const before of new Set(rows.map((row) => row.before))) {
    const ids = contractIds.filter((id) => rows.some((row) => row.id === id && row.before === before));
    await announce(tools, tx, command, { act: 'expire', kind, contractIds: ids, before });
  }
  return contractIds.length;
}
