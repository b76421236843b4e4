import { recordRead } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { problem, shanghaiDay } from '@linggong/core/domain';
import { contractKinds, renderContract, type ContractKind } from '../../domain';
import { textHash } from '../text/text-hash';
import { pinText, textInForce, type StoredTemplate } from '../templates/template-rows';
import type { ESignTools } from '../tools';
import { noSuchTemplate, type Refusal } from '../problems';
import { announce } from './announce';
import { factsOf } from './contract-facts';
import { takeNumbers } from './contract-numbers';
import type { WorkerContractRequest } from './contract-request';
import { enterpriseOf } from './enterprise-facts';
import { insertContracts, type NewContract } from './insert-contracts';
import { addressees, type Addressee } from './addressees';

export interface Sending {
  readonly sent: readonly { workerId: number; contractId: number }[];
  readonly refused: readonly { workerId: number; reason: Refusal }[];
}

/**
 * Sends one contract each to workers, set-based: a fixed number of statements for any number (a call of 1,000 takes well
 * under a second). Workers who have such a contract already, or may not have one, are refused with the reason.
 * @throws Problem `not-found` for template or enterprise, `contract-template-kind` for one that workers do not sign
 */
export async function sendToWorkers(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  request: WorkerContractRequest,
  workerIds: readonly number[],
): Promise<Sending> {
  const stored = await textInForce(tx, command, demandWorkerKind(request.templateCode));
  // Two sendings to the same worker must not both find that he has no contract yet.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('e-sign.send'))`);
  const { ready, refused } = await addressees(tx, stored.template.kind, request, workerIds);
  const contracts = await composed(tools, tx, command, request, stored, ready);
  const ids = await insertContracts(tx, command, contracts);
  await pinText(tx, command, stored, ids);
  await announce(tools, tx, command, { act: 'send', kind: stored.template.kind, contractIds: ids });
  const sent = ready.map(({ workerId }, index) => ({ workerId, contractId: ids[index] ?? 0 }));
  return { sent, refused };
}

function demandWorkerKind(code: string): ContractKind {
  const kind = contractKinds.find((one) => one === code);
  if (kind === undefined) throw noSuchTemplate();
  if (kind !== 'enterprise-cooperation') return kind;
  throw problem(
    422,
    'contract-template-kind',
    { zh: '该模板不由灵活用工人员签署', en: 'Workers do not sign this template' },
    { field: 'templateCode' },
  );
}

async function composed(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  request: WorkerContractRequest,
  { id: templateId, template }: StoredTemplate,
  ready: readonly Addressee[],
): Promise<NewContract[]> {
  if (ready.length === 0) return [];
  const isService = template.kind === 'worker-service';
  const enterprise = isService && request.enterpriseId !== null ? await enterpriseOf(tx, request.enterpriseId) : null;
  const numbers = await takeNumbers(tx, shanghaiDay(command.at), ready.length);
  const { validFrom, validTo, scenarios } = request;
  const titleOf = await tools.scenarioTitles(tx);
  const reading = await recordRead(tx, command, {
    purpose: 'contract-sending',
    kinds: ['name', 'identity-number'],
    subject: { kind: 'workers', id: 'contract-sending' },
    ids: ready.map(({ workerId }) => workerId),
  });
  return ready.map(({ workerId, subject, nameSealed, identitySealed }, index) => {
    const number = numbers[index] ?? '';
    const facts = factsOf(tools, { number, validFrom, validTo, ...(isService && { scenarios, titleOf, enterprise }) });
    const name = tools.vault.open('name', subject, Buffer.from(nameSealed, 'base64'), reading);
    const identity = tools.vault.open('identity-number', subject, Buffer.from(identitySealed, 'base64'), reading);
    const personal = { workerName: { zh: name, en: name }, workerIdentity: { zh: identity, en: identity } };
    return {
      number,
      kind: template.kind,
      templateId,
      enterpriseId: isService ? request.enterpriseId : null,
      workerId,
      scenarios: isService ? scenarios : null,
      validFrom,
      validTo,
      textSha256: textHash(renderContract(template, { ...facts, ...personal })),
      facts,
      subject,
      nameSealed,
      identitySealed,
    };
  });
}
