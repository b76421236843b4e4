import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { ListEntryAnswer } from '../../api';
import { readEntry } from './entry-rows';
import { notInForce, standsOnMeasure } from './list-problems';

/**
 * Ends an entry before its last day; a second person approved it. Somebody who was denied may be paid again from now on.
 * @throws Problem 404; 409 `list-entry-not-in-force`, `list-entry-of-measure`
 */
export async function endEntry(tx: Tx, command: Command, id: number): Promise<ListEntryAnswer> {
  const today = shanghaiDay(command.at);
  await tx.query('SELECT FROM risk.list_entries WHERE id = $1 FOR UPDATE', [id]);
  const before = await readEntry(tx, id, today);
  if (before.state !== 'in-force') throw notInForce();
  if (before.measureId !== null) throw standsOnMeasure();
  await endEntries(tx, command, [id]);
  return readEntry(tx, id, today);
}

/** Ends entries that the caller locked and found in force, with an entry of the log for each. */
export async function endEntries(tx: Tx, command: Command, ids: readonly number[]): Promise<void> {
  await tx.query(
    `UPDATE risk.list_entries SET state = 'ended', ended_at = $2::timestamptz, ended_by = $3, ended_name = $4, end_reason = $5
      WHERE id = ANY ($1::int[])`,
    [ids, command.at, command.actor.accountId ?? null, command.actor.name, command.reason ?? null],
  );
  for (const id of ids) {
    await record(tx, command, {
      action: 'risk-list-entry.end',
      subject: { kind: 'risk-list-entry', id },
      before: { state: 'in-force' },
      after: { state: 'ended' },
    });
  }
}
