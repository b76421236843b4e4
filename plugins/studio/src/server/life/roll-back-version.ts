import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { mayStart } from '../../domain';
import { cannot, nothingBefore } from '../problems';
import { moveVersion } from '../versions/move-version';
import { lockVersion, type VersionRow } from '../versions/version-rows';

/** The version that would be in force again. @throws Problem 409 `nothing-to-roll-back-to` */
export async function versionBefore(
  db: Queryable,
  { configurationId }: Pick<VersionRow, 'configurationId'>,
): Promise<{ readonly id: number; readonly versionNo: number }> {
  const before = await db.maybeOne<{ id: number; versionNo: number }>(
    `SELECT id, version_no AS "versionNo" FROM studio.versions WHERE configuration_id = $1 AND state = 'superseded'
      ORDER BY in_force_to DESC, id DESC LIMIT 1`,
    [configurationId],
  );
  if (before === undefined) throw nothingBefore();
  return before;
}

/**
 * Takes the version in force back (回退): the one that it superseded is in force again, in one instant and transaction.
 * @returns the version that is in force now
 * @throws Problem 404; 409 `configuration-state`, `nothing-to-roll-back-to`
 */
export async function rollBackVersion(
  tx: Queryable,
  command: Command,
  id: number,
): Promise<{ readonly id: number; readonly versionNo: number }> {
  const row = await lockVersion(tx, id);
  if (!mayStart('roll-back', row.state)) throw cannot('roll-back', row.state);
  const before = await versionBefore(tx, row);
  await moveVersion(tx, command, id, 'rolled-back', { in_force_to: command.at });
  await moveVersion(tx, command, before.id, 'in-force', { in_force_from: command.at, in_force_to: null });
  await record(tx, command, [
    {
      action: 'configuration-version.roll-back',
      subject: { kind: 'configuration-version', id },
      before: { state: 'in-force' },
      after: { state: 'rolled-back', restored: before.id },
    },
    {
      action: 'configuration-version.restore',
      subject: { kind: 'configuration-version', id: before.id },
      before: { state: 'superseded' },
      after: { state: 'in-force', rolledBack: id },
    },
  ]);
  return before;
}
