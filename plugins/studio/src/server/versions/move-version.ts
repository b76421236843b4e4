import type { Command, Queryable } from '@linggong/core';
import type { VersionState } from '../../domain';

/** Columns that a move writes beside the state; names are those of the table and come from this plugin alone. */
export type MoveColumns = Readonly<Record<string, unknown>>;

/** Moves a version; the database holds who, when and why as a step, and refuses what the table of moves does not know. */
export async function moveVersion(
  tx: Queryable,
  { actor, at, reason }: Command,
  id: number,
  to: VersionState,
  columns: MoveColumns = {},
): Promise<void> {
  const values: Record<string, unknown> = {
    state: to,
    moved_at: at,
    moved_by: actor.accountId ?? null,
    moved_name: actor.name,
    state_reason: reason ?? null,
    ...columns,
  };
  const names = Object.keys(values);
  await tx.query(
    `UPDATE studio.versions SET ${names.map((name, n) => `${name} = $${n + 2}`).join(', ')} WHERE id = $1`,
    [id, ...names.map((name) => values[name])],
  );
}
