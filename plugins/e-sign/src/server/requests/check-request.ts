import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { servicePdf, type Admitted } from '@linggong/vault';
import type { FlowState, SignatureProvider, SignedFile } from '../providers/signature-provider';
import { recordEvidence } from '../signing/evidence';
import { insertFile } from '../signing/signed-files';
import { signContracts } from '../signing/sign-contracts';
import type { ESignTools } from '../tools';
import { reportJob } from './order-report';
import { endRequest, markChecked, requestById, type RequestRow } from './request-rows';

/** Name of the job that asks a service how one flow stands. */
export const checkJob = 'e-sign.check-request';

const signal = (): AbortSignal => AbortSignal.timeout(120_000);

/**
 * Asks the service how a flow stands, and acts on that – never on what a call-back said. A signed one: its file is fetched, its
 * signatures verified, file and evidence stored and the contract signed, in one transaction. Harmless to repeat.
 */
export async function checkRequest(tools: ESignTools, command: Command, requestId: bigint): Promise<void> {
  const request = await requestById(tools.db, requestId);
  const provider = request && tools.signing.providers.get(request.provider);
  if (request?.state !== 'open' || request.flow_id === null || provider === undefined) return;
  const answer = await provider.flowState(request.flow_id, { signal: signal() });
  if (!answer.ok) return markChecked(tools.db, request.id, command, answer.code);
  await follow(tools, command, provider, request, answer.value);
}

async function follow(
  tools: ESignTools,
  command: Command,
  provider: SignatureProvider,
  request: RequestRow,
  { state, code }: FlowState,
): Promise<void> {
  if (state === 'signed') return takeSignature(tools, command, provider, request);
  if (state !== 'open') return tell(tools, command, request, state, code);
  if (request.expires_at > command.at) return markChecked(tools.db, request.id, command);
  // The service is late with what is over; it is closed there, so that nobody signs any more.
  const revoked = await provider.revokeFlow(request.flow_id ?? '', { signal: signal() });
  if (!revoked.ok) return markChecked(tools.db, request.id, command, revoked.code);
  return tell(tools, command, request, 'expired', code);
}

/** Refused, expired or revoked there: the contract stays as it is, and may be signed another way. */
async function tell(
  { db }: ESignTools,
  command: Command,
  { id, contract_id, provider }: RequestRow,
  state: 'refused' | 'expired' | 'revoked',
  code: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await endRequest(tx, id, { state, at: command.at, code }))) return;
    await record(tx, command, {
      action: `contract.signature-${state}`,
      subject: { kind: 'contract', id: contract_id },
      after: { provider, request: Number(id) },
    });
  });
}

async function takeSignature(
  tools: ESignTools,
  command: Command,
  provider: SignatureProvider,
  request: RequestRow,
): Promise<void> {
  const flowId = request.flow_id ?? '';
  const file = await provider.signedFile(flowId, { signal: signal() });
  if (!file.ok) return markChecked(tools.db, request.id, command, file.code);
  // What a service gives comes from outside as well: scripts, attached files and what hangs on it are refused (R9.3).
  const pdf = servicePdf(file.value.bytes);
  if (!pdf.ok) return markChecked(tools.db, request.id, command, `file-pdf-${pdf.fault}`);
  // The service speaks for the signer; nobody of ours does.
  const { at, traceId } = command;
  const own: Command = { actor: { kind: 'system', name: provider.name }, at, traceId };
  await tools.db.transaction((tx) =>
    keepSignature(tools, tx, own, request, { content: pdf.content, signatures: file.value.signatures }),
  );
}

interface GatedFile extends Pick<SignedFile, 'signatures'> {
  readonly content: Admitted;
}

async function keepSignature(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  request: RequestRow,
  { content, signatures }: GatedFile,
): Promise<void> {
  // The last signature is the one that made the file what it is.
  const signature = signatures.at(-1);
  if (signature === undefined) throw new Error('a signed file without a signature');
  await tx.query('SELECT id FROM public.contracts WHERE id = $1 FOR UPDATE', [request.contract_id]);
  const ended = await endRequest(tx, request.id, { state: 'signed', at: command.at });
  if (!ended) return;
  if (tools.signing.settings.orderReports) await placeReport(tools, tx, command, request.id);
  const contentType = 'application/pdf';
  const subject = `contract:${request.contract_id}`;
  const stored = await tools.vault.putFile(tx, { kind: 'signed-contract', contentType, subject }, content);
  const signedFile = await insertFile(tx, command, { ...stored, kind: 'provider', contentType });
  const proof = {
    signedFile,
    provider: {
      name: request.provider,
      flowId: request.flow_id ?? '',
      requestId: request.id,
      sourceSha256: request.file_sha256,
      signature,
    },
  };
  const { refused } = await signContracts(tools, tx, command, [request.contract_id], 'provider', proof);
  const refusal = refused[0]?.reason;
  if (refusal === undefined) return;
  // Signed there, but no longer to be signed here: what is known is kept, and a person decides.
  await tx.query('UPDATE e_sign.signature_requests SET refusal = $2 WHERE id = $1', [request.id, refusal]);
  await recordRefused(tx, command, request, refusal, proof);
}

/** The signature comes first: a report that is not to be had must not keep it from being written down. */
async function placeReport({ jobs }: ESignTools, tx: Tx, command: Command, id: bigint): Promise<void> {
  const payload = { requestId: Number(id) };
  await jobs.enqueue(tx, { queue: 'contracts', name: reportJob, payload, key: `report-${id}` }, command);
}

async function recordRefused(
  tx: Tx,
  command: Command,
  request: RequestRow,
  refusal: string,
  proof: Parameters<typeof recordEvidence>[4],
): Promise<void> {
  await recordEvidence(tx, command, [request.contract_id], 'provider', proof);
  await record(tx, command, {
    action: 'contract.signature-not-taken',
    subject: { kind: 'contract', id: request.contract_id },
    after: { provider: request.provider, request: Number(request.id), refusal },
  });
}
