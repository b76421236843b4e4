import type { Command, Queryable } from '@linggong/core';
import { record } from '../record';

/**
 * Tells in the audit log that somebody takes the slot of the witness (旁证复制槽) away on purpose, and why: what the witness will record as a gap
 * is then explained. Before it is done: what cannot be told is not done.
 * @param slot name of the slot
 */
export async function noteSlot(
  db: Queryable,
  act: 'drop' | 'recreate',
  slot: string,
  reason: string,
  command: Command,
): Promise<void> {
  const subject = { kind: 'witness-slot', id: slot };
  if (act === 'drop') await record(db, command, { action: 'witness-slot.drop', subject, reason });
  else await record(db, command, { action: 'witness-slot.recreate', subject, reason });
}
