import type { Command, Tx } from '@linggong/core';
import type { JobInHand } from '@linggong/jobs';
import type { ESignTools } from '../tools';
import type { Refusal } from '../problems';
import { sendToWorkers } from '../sending/send-to-workers';
import { requestSignatures } from '../requests/place-requests';
import { signContracts } from '../signing/sign-contracts';
import {
  batchRow,
  batchState,
  closeMembers,
  insertBatch,
  openMembers,
  type BatchAct,
  type BatchOrder,
  type OpenMember,
  type Outcome,
} from './batch-rows';

/** Name of the job. */
export const batchJob = 'e-sign.run-batch';

/** Members of one transaction: a kill loses at most the work of one, and locks are held for well under a second. */
const together = 500;

/** Places a batch on the queue. Gives its id and the id of the job (progress at `GET /jobs/{id}`). */
export async function placeBatch(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  order: BatchOrder,
): Promise<{ batchId: number; jobId: string }> {
  const id = await insertBatch(tx, command, order);
  const job = { queue: 'contracts' as const, name: batchJob, payload: { batchId: Number(id) }, key: `batch-${id}` };
  const jobId = await tools.jobs.enqueue(tx, job, command);
  await tx.query('UPDATE e_sign.batches SET run_id = $2 WHERE id = $1', [id, jobId]);
  return { batchId: Number(id), jobId };
}

/**
 * Works a batch off, five hundred members a transaction. It may be killed and called again: members that have an outcome are
 * not touched again.
 */
export async function runBatch(
  tools: ESignTools,
  command: Command,
  batchId: number,
  progress: JobInHand['progress'],
): Promise<{ done: number; refused: number }> {
  const id = BigInt(batchId);
  const { act, total } = await batchRow(tools.db, id);
  for (;;) {
    const count = await tools.db.transaction((tx) => workMembers(tools, tx, command, id));
    const { done, refused } = await batchState(tools.db, id);
    await progress({ stage: act, done, total });
    if (count === 0) return { done, refused };
  }
}

async function workMembers(tools: ESignTools, tx: Tx, command: Command, id: bigint): Promise<number> {
  const members = await openMembers(tx, id, together);
  if (members.length === 0) return 0;
  const { act } = await batchRow(tx, id);
  const outcomes = await works[act](tools, tx, command, id, members);
  await closeMembers(tx, id, command.at, outcomes);
  return members.length;
}

type Work = (
  tools: ESignTools,
  tx: Tx,
  command: Command,
  id: bigint,
  members: readonly OpenMember[],
) => Promise<Outcome[]>;

const send: Work = async (tools, tx, command, id, members) => {
  const { template_code, enterprise_id, scenarios, valid_from, valid_to } = await batchRow(tx, id);
  const request = {
    templateCode: template_code,
    enterpriseId: enterprise_id,
    scenarios,
    validFrom: valid_from,
    validTo: valid_to,
  };
  const workerIds = members.map(({ worker_id }) => worker_id ?? 0);
  const { sent, refused } = await sendToWorkers(tools, tx, command, request, workerIds);
  const contractOf = new Map(sent.map(({ workerId, contractId }) => [workerId, contractId]));
  const reasonOf = new Map<number, Refusal>(refused.map(({ workerId, reason }) => [workerId, reason]));
  return members.map(({ place, worker_id }) => ({
    place,
    contractId: contractOf.get(worker_id ?? 0) ?? null,
    refusal: reasonOf.get(worker_id ?? 0) ?? null,
  }));
};

const sign: Work = async (tools, tx, command, id, members) => {
  const { method, signed_file, file_sha256 } = await batchRow(tx, id);
  const contractIds = members.map(({ contract_id }) => contract_id ?? 0);
  const proof = signed_file === null ? {} : { signedFile: { id: signed_file, sha256: file_sha256 ?? '' } };
  const { refused } = await signContracts(tools, tx, command, contractIds, method, proof);
  return byContract(members, refused);
};

const request: Work = async (tools, tx, command, _id, members) => {
  const contractIds = members.map(({ contract_id }) => contract_id ?? 0);
  const { refused } = await requestSignatures(tools, tx, command, contractIds);
  return byContract(members, refused);
};

const works: Readonly<Record<BatchAct, Work>> = { send, sign, request };

function byContract(
  members: readonly OpenMember[],
  refused: readonly { contractId: number; reason: Refusal }[],
): Outcome[] {
  const reasonOf = new Map<number, Refusal>(refused.map(({ contractId, reason }) => [contractId, reason]));
  return members.map(({ place, contract_id }) => ({
    place,
    contractId: contract_id,
    refusal: reasonOf.get(contract_id ?? 0) ?? null,
  }));
}
