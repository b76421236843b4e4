import { randomUUID } from 'node:crypto';
import { record } from '@linggong/audit';
import type { Manifest } from '@linggong/continuity';
import { createDatabase, systemCommand } from '@linggong/core';
import type { Allowed } from './authority';

/**
 * Writes into the audit log of the restored copy that it is one, by whose word and why. A log of an older release may not take it: the
 * restore is not undone for that. @returns whether it was written
 */
export async function noteRestore(url: string, { code }: Manifest, allowed: Allowed, at: Date): Promise<boolean> {
  const { reason, ...by } = allowed;
  const db = createDatabase({ connectionString: url, max: 1 });
  try {
    const command = { ...systemCommand('restore', at, randomUUID()), reason };
    await db.transaction((tx) =>
      record(tx, command, { action: 'backup.restore', subject: { kind: 'backup', id: code }, after: { ...by } }),
    );
    return true;
  } catch {
    return false;
  } finally {
    await db.close();
  }
}
