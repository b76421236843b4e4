import type { Command, Tx } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import { readVersion } from '../versions/version-rows';

/** Told in the transaction that puts a version in force: by approval, on its day, or by rolling back the one after it. */
export const IN_FORCE = 'studio.version.in-force';

/**
 * Tells that a version is in force, where it is; of one that only waits for its day nothing is told.
 * @throws Problem 404
 */
export async function tellInForce(jobs: Pick<Jobs, 'emit'>, tx: Tx, command: Command, id: number): Promise<void> {
  const { state, configurationId, kind, key, versionNo } = await readVersion(tx, id);
  if (state !== 'in-force') return;
  const payload = { configurationId, kind, key, versionId: id, versionNo };
  await jobs.emit(tx, { type: IN_FORCE, key: `${kind}-${key}`, payload }, command);
}
