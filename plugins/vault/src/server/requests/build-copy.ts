import type { Command, Database } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import { ownBytes } from '../intake/admitted';
import type { Vault } from '../vault';
import { lockRequest, moveRequest, noteStep } from './data-requests';
import { SECTION_ROWS_MAX, type PersonalData } from './personal-data';

interface CopyTools {
  readonly database: Database;
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly personalData: PersonalData;
}

/** Told with the ids of the request and of the worker: his copy waits to be taken. */
export const copyMade = 'vault.copy.made';

/**
 * Makes a person's copy of his data (PIPL art. 45; a structured, machine-readable file): what every owner has of him, written straight into a
 * sealed file, section by section, and never to disk in clear. With it the request is answered. Done before, it does nothing.
 */
export async function buildCopy(tools: CopyTools, command: Command, requestId: number): Promise<void> {
  await tools.database.transaction(async (tx) => {
    const request = await lockRequest(tx, requestId);
    if (request.state === 'answered' || request.state === 'refused') return;
    const about = { kind: 'data-copy', contentType: 'application/json', subject: `data-request:${requestId}` };
    const file = await tools.vault.putFile(tx, about, ownBytes(copyText(tools, request.workerId, command)));
    await tx.query('UPDATE vault.data_requests SET copy_file = $2 WHERE id = $1', [requestId, file.id]);
    await noteStep(tx, command, requestId, 'copied');
    await moveRequest(tx, command, request, 'answer');
    const payload = { requestId, workerId: request.workerId };
    await tools.jobs.emit(tx, { type: copyMade, key: `data-request-${requestId}`, payload }, command);
  });
}

async function* copyText(
  { database, personalData }: CopyTools,
  workerId: number,
  command: Command,
): AsyncGenerator<Buffer> {
  yield Buffer.from(`{"form":1,"madeAt":${JSON.stringify(command.at)}`);
  for (const [name, section] of personalData.sections()) {
    const rows = await section(database, workerId, command);
    const kept = rows.slice(0, SECTION_ROWS_MAX);
    yield Buffer.from(`,\n${JSON.stringify(name)}:${jsonOf(kept)}`);
    if (rows.length > kept.length) yield Buffer.from(`,\n${JSON.stringify(`${name}CutOff`)}:true`);
  }
  yield Buffer.from('}\n');
}

function jsonOf(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 1);
}
