import type { Command, Database } from '@linggong/core';
import { shanghaiDay, shanghaiMinute } from '@linggong/core/domain';
import { ChannelFault } from '../../domain';
import { calendarFrom, limitsOn } from './channel-settings';
import { demandOpening } from './plan-payouts';

/**
 * A file that has not left leaves inside of its window only, also where a queue was slow: else it waits for the next one.
 * @throws ChannelFault `unavailable` with the instant at which the window opens
 */
export async function demandWindow(db: Database, { at }: Command, messageId: string): Promise<void> {
  const file = await db.maybeOne<{ channel: string; largest: bigint | null; waitsUntil: Date | null }>(
    `SELECT f.channel, f.waits_until AS "waitsUntil",
            (SELECT max(amount_fen) FROM public.payouts p WHERE p.instruction_file = $1 AND p.state = 'prepared') AS largest
       FROM channels.files f WHERE f.message_id = $1 AND f.state = 'prepared'`,
    [messageId],
  );
  if (!file || file.largest === null) return;
  const day = shanghaiDay(at);
  const limits = await limitsOn(db, file.channel, day);
  const isLarge = limits.smallMaxFen !== null && file.largest > limits.smallMaxFen;
  const opening = demandOpening(limits, await calendarFrom(db, day), at, isLarge);
  const until = file.waitsUntil !== null && file.waitsUntil > opening ? file.waitsUntil : opening;
  if (until <= at) return;
  await db.query(
    `UPDATE channels.files SET waits_until = $2, waits_for = coalesce(waits_for, $3) WHERE message_id = $1 AND state = 'prepared'`,
    [messageId, until, isLarge ? 'large-window' : 'cut-off'],
  );
  throw new ChannelFault(
    'unavailable',
    file.channel,
    `${messageId} waits for its window, which opens at ${shanghaiMinute(until)} (Beijing time)`,
  );
}
