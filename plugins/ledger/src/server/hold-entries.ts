import { record, singleEntriesMax, type AuditEntry } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { outstandingOf } from '../domain';
import type { LockedHold } from './hold-rows';

/** What stands aside in each hold, by key. */
export type StandingFen = ReadonlyMap<string, Fen>;

export function standingOf(holds: ReadonlyMap<string, LockedHold>): StandingFen {
  return new Map([...holds].map(([key, hold]) => [key, outstandingOf(hold)]));
}

/** Tells the log what was and is aside in every hold that a call moved: each by itself, or hundreds of them as a set. */
export async function tellHolds(
  tx: Queryable,
  command: Command,
  action: string,
  before: StandingFen,
  after: StandingFen,
): Promise<void> {
  const moved = [...after].filter(([key, heldFen]) => heldFen !== (before.get(key) ?? 0n));
  if (moved.length <= singleEntriesMax) {
    const entries = moved.map(([key, heldFen]): AuditEntry => ({
      action,
      subject: { kind: 'ledger-hold', id: key },
      before: { heldFen: before.get(key) ?? 0n },
      after: { heldFen },
    }));
    return record(tx, command, entries);
  }
  const keys = moved.map(([key]) => key);
  const sum = (fen: StandingFen): Fen => keys.reduce((total, key) => total + (fen.get(key) ?? 0n), 0n);
  await record(tx, command, {
    action,
    subject: { kind: 'ledger-hold', id: keys[0] ?? '' },
    ids: keys,
    before: { heldFen: sum(before) },
    after: { heldFen: sum(after) },
  });
}
