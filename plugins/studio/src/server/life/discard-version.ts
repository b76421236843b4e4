import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { mayStart } from '../../domain';
import { cannot } from '../problems';
import { moveVersion } from '../versions/move-version';
import { lockVersion } from '../versions/version-rows';

/** Gives a version up that is not submitted and not in force (放弃). @throws Problem 404; 409 `configuration-state` */
export async function discardVersion(tx: Queryable, command: Command, id: number): Promise<void> {
  const row = await lockVersion(tx, id);
  if (!mayStart('discard', row.state)) throw cannot('discard', row.state);
  await moveVersion(tx, command, id, 'discarded');
  await record(tx, command, {
    action: 'configuration-version.discard',
    subject: { kind: 'configuration-version', id },
    before: { state: row.state },
    after: { state: 'discarded' },
  });
}
