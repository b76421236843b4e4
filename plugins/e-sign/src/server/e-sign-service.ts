import type { Command, Queryable, Tx } from '@linggong/core';
import { placeBatch } from './batches/run-batch';
import { makeSlip, type SlipWish } from './documents/slips/make-slip';
import { coveredWorkers, type CoverageQuestion } from './coverage';
import { expireContracts } from './ending/expire-contracts';
import { revokeContract } from './ending/revoke-contracts';
import type { WorkerContractRequest } from './sending/contract-request';
import { sendToEnterprise, type CooperationRequest } from './sending/send-to-enterprise';
import { sendToWorkers, type Sending } from './sending/send-to-workers';
import type { ConsentMethod } from './signing/consents';
import { signContracts, type Signing } from './signing/sign-contracts';
import { requestSignatures, type Requesting } from './requests/place-requests';
import { contractText, type ContractText } from './text/contract-text';
import type { ESignTools, KnowsAll, ScenarioTitles } from './tools';

/** What other plugins may ask of e-sign. Writes happen in the caller's transaction; expected refusals are Problems. */
export interface ESign {
  /** Set-based, up to a few thousand workers a call; larger sets by `placeSending`. */
  sendToWorkers(
    tx: Tx,
    command: Command,
    request: WorkerContractRequest,
    workerIds: readonly number[],
  ): Promise<Sending>;
  sendToEnterprise(tx: Tx, command: Command, request: CooperationRequest): Promise<number>;
  /** Set-based. */
  sign(tx: Tx, command: Command, contractIds: readonly number[], method: ConsentMethod): Promise<Signing>;
  /** Asks the configured e-signature service for signatures of workers. Set-based; flows are opened by a job. */
  requestSignatures(tx: Tx, command: Command, contractIds: readonly number[]): Promise<Requesting>;
  revoke(tx: Tx, command: Command, contractId: number): Promise<void>;
  /** Ends what is past its last day; gives the number. */
  expire(command: Command): Promise<number>;
  /** On the queue, any number. */
  placeSending(
    tx: Tx,
    command: Command,
    request: WorkerContractRequest,
    workerIds: readonly number[],
  ): Promise<{ batchId: number; jobId: string }>;
  placeSigning(
    tx: Tx,
    command: Command,
    contractIds: readonly number[],
    method: ConsentMethod,
  ): Promise<{ batchId: number; jobId: string }>;
  placeRequests(tx: Tx, command: Command, contractIds: readonly number[]): Promise<{ batchId: number; jobId: string }>;
  /** For each pair of worker and kind of work, in order, the contract that covers the payment, or null. Set-based. */
  coveredWorkers(db: Queryable, question: CoverageQuestion): Promise<(number | null)[]>;
  text(db: Queryable, command: Command, contractId: number, audience: 'party' | 'staff'): Promise<ContractText>;
  /** A receipt or statement as PDF, sealed. @throws Problem 422, 503 */
  makeSlip(wish: SlipWish): Promise<Buffer>;
  /** tasks hands in the titles of its scenarios, so that texts name kinds of work in words. */
  useScenarioTitles(titles: ScenarioTitles): void;
  /** tasks says whom an enterprise knows: to everybody else it sends nothing, and learns nothing of him. */
  useAcquaintance(knowsAll: KnowsAll): void;
}

export function createESign(tools: ESignTools): ESign {
  return {
    sendToWorkers: (tx, command, request, workerIds) => sendToWorkers(tools, tx, command, request, workerIds),
    sendToEnterprise: (tx, command, request) => sendToEnterprise(tools, tx, command, request),
    sign: (tx, command, contractIds, method) => signContracts(tools, tx, command, contractIds, method),
    requestSignatures: (tx, command, contractIds) => requestSignatures(tools, tx, command, contractIds),
    revoke: (tx, command, contractId) => revokeContract(tools, tx, command, contractId),
    expire: (command) => expireContracts(tools, command),
    placeSending: (tx, command, request, workerIds) =>
      placeBatch(tools, tx, command, { act: 'send', request, workerIds }),
    placeSigning: (tx, command, contractIds, method) =>
      placeBatch(tools, tx, command, { act: 'sign', method, contractIds }),
    placeRequests: (tx, command, contractIds) => placeBatch(tools, tx, command, { act: 'request', contractIds }),
    coveredWorkers,
    text: (db, command, contractId, audience) => contractText(tools, db, command, contractId, audience),
    makeSlip: (wish) => makeSlip(tools, wish),
    useScenarioTitles: (titles) => void (tools.scenarioTitles = titles),
    useAcquaintance: (knowsAll) => void (tools.knowsAll = knowsAll),
  };
}
