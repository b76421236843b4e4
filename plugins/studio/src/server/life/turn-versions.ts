import { record } from '@linggong/audit';
import type { Command, Database, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { lockVersion } from '../versions/version-rows';
import { putInForce } from './put-in-force';

/** Versions that one round turns; the next round takes the rest. */
const roundMax = 200;

/**
 * Puts in force what was scheduled and whose day has come, each in a commit of its own.
 * @param told called for each in the transaction that puts it in force
 * @returns how many
 */
export async function turnVersions(
  db: Database,
  command: Command,
  told: (tx: Tx, id: number) => Promise<void> = async () => undefined,
): Promise<number> {
  const today = shanghaiDay(command.at);
  const due = await db.query<{ id: number }>(
    `SELECT id FROM studio.versions WHERE state = 'scheduled' AND effective_from <= $1 ORDER BY effective_from, id LIMIT $2`,
    [today, roundMax],
  );
  let turned = 0;
  for (const { id } of due) turned += await db.transaction((tx) => turnOne(tx, command, id, told));
  return turned;
}

async function turnOne(
  tx: Tx,
  command: Command,
  id: number,
  told: (tx: Tx, id: number) => Promise<void>,
): Promise<0 | 1> {
  const row = await lockVersion(tx, id);
  // Another process turned it, or it was discarded, while this one waited.
  if (row.state !== 'scheduled') return 0;
  await putInForce(tx, command, row);
  await record(tx, command, {
    action: 'configuration-version.take-effect',
    subject: { kind: 'configuration-version', id },
    before: { state: 'scheduled' },
    after: { state: 'in-force', effectiveFrom: row.effectiveFrom },
  });
  await told(tx, id);
  return 1;
}
