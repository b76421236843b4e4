import type { Command, Queryable } from '@linggong/core';
import type { JobInHand } from '@linggong/jobs';
import type { ESignTools } from '../tools';
import { sealContracts, type Sealing } from './seal-contracts';
import { countUnsealed, dueContracts, unsealedAmong } from './unsealed';

/** Name of the job: seals what it is given, or everything that waits. */
export const sealJob = 'e-sign.seal';

/** Looks for what never sealed, and has it sealed. */
export const sweepJob = 'e-sign.sweep-documents';

/** Contracts looked for at once; after each such round the job tells how far it is. */
const roundSize = 100;

/** A run ends after so many rounds; the sweep places the next one. */
const roundsMax = 1_000;

/** Of a signature that touches so few, the documents are made at once; larger sets are the sweep's, one run at a time. */
const atOnceMax = 20;

/** What a job of sealing is given; nothing: everything that waits. */
export interface SealingPayload {
  readonly contractIds?: readonly number[];
  /** Somebody waits for them: they are tried even where their next try is not due. */
  readonly asked?: true;
}

/** After a signature: a person who has just signed wants his document; or one who asked for it. */
export async function placeSealing(
  tools: Pick<ESignTools, 'jobs'>,
  tx: Queryable,
  command: Command,
  contractIds: readonly number[],
  why: 'signed' | 'asked' = 'signed',
): Promise<void> {
  if (contractIds.length === 0 || contractIds.length > atOnceMax) return;
  const isAsked = why === 'asked';
  const payload = { contractIds, ...(isAsked ? { asked: true } : {}) };
  const job = { queue: 'sealing' as const, name: sealJob, payload };
  await tools.jobs.enqueue(tx, { ...job, key: `${isAsked ? 'asked' : 'contract'}-${contractIds[0]}` }, command);
}

/** The schedule: whatever was signed and is not sealed – large batches, faults, what a kill left – gets one run. */
export async function sweepDocuments(tools: ESignTools, command: Command): Promise<void> {
  const [due] = await dueContracts(tools.db, command.at, 1);
  if (due === undefined) return;
  const job = { queue: 'sealing' as const, name: sealJob, payload: {}, key: 'sweep' };
  await tools.jobs.enqueue(tools.db, job, command);
}

/** Works off a job as it was placed. */
export function runSealJob(
  tools: ESignTools,
  command: Command,
  { contractIds, asked }: SealingPayload,
  progress: JobInHand['progress'],
): Promise<Sealing & { [key: string]: number }> {
  return asked ? sealAsked(tools, command, contractIds ?? []) : runSealing(tools, command, contractIds, progress);
}

/** One try, whatever the table says about the next. */
async function sealAsked(
  tools: ESignTools,
  command: Command,
  asked: readonly number[],
): Promise<Sealing & { [key: string]: number }> {
  return { ...(await sealContracts(tools, command, await unsealedAmong(tools.db, asked))) };
}

/**
 * Seals until nothing is due. Contracts whose document is sealed are not touched again, so that it may be killed and repeated;
 * one that cannot be sealed is not due again in the same run.
 */
export async function runSealing(
  tools: ESignTools,
  command: Command,
  only: readonly number[] | undefined,
  progress: JobInHand['progress'],
): Promise<Sealing & { [key: string]: number }> {
  const total = only?.length ?? (await countUnsealed(tools.db)).waiting;
  let sealed = 0;
  let faulty = 0;
  for (let round = 0; round < roundsMax; round += 1) {
    const ids = await dueContracts(tools.db, command.at, roundSize, only);
    if (ids.length === 0) break;
    const outcome = await sealContracts(tools, command, ids);
    sealed += outcome.sealed;
    faulty += outcome.faulty;
    await progress({ stage: 'seal', done: Math.min(total, sealed + faulty), total });
  }
  return { sealed, faulty };
}
