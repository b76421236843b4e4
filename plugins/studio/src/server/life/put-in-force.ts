import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { moveVersion, type MoveColumns } from '../versions/move-version';
import type { VersionRow } from '../versions/version-rows';

/**
 * Puts a version in force, and ends the one before it in the same instant and transaction. The caller holds the lock of the
 * configuration, and tells the log about this version; the one that ends is told here.
 */
export async function putInForce(
  tx: Queryable,
  command: Command,
  { id, configurationId }: Pick<VersionRow, 'id' | 'configurationId'>,
  columns: MoveColumns = {},
): Promise<void> {
  const before = await tx.maybeOne<{ id: number }>(
    `SELECT id FROM studio.versions WHERE configuration_id = $1 AND state = 'in-force'`,
    [configurationId],
  );
  if (before) {
    await moveVersion(tx, command, before.id, 'superseded', { in_force_to: command.at });
    await record(tx, command, {
      action: 'configuration-version.supersede',
      subject: { kind: 'configuration-version', id: before.id },
      before: { state: 'in-force' },
      after: { state: 'superseded', by: id },
    });
  }
  await moveVersion(tx, command, id, 'in-force', { in_force_from: command.at, in_force_to: null, ...columns });
}
