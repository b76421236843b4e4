import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { ContractKind } from '../../domain';
import type { Refusal } from '../problems';
import { closeRequests } from '../requests/close-requests';
import { announce } from '../sending/announce';
import type { ESignTools } from '../tools';
import { recordConsents, type ConsentMethod } from './consents';
import { recordEvidence, type Proof } from './evidence';

export interface Signing {
  readonly signed: readonly number[];
  readonly refused: readonly { contractId: number; reason: Refusal }[];
}

interface Row {
  contract_id: number;
  kind: ContractKind | null;
  state: string;
  valid_from: string;
  valid_to: string | null;
  worker_id: number | null;
  verified: boolean;
  /** null for a contract of an enterprise. */
  worker_state: string | null;
  /** A request at an e-signature service is not decided yet. */
  at_provider: boolean;
}

/**
 * Signs contracts, set-based: consents and evidence are recorded, tax authorizations take effect in parties, events are told, all
 * in the caller's transaction. Contracts that cannot be signed are refused with the reason. What is open at an e-signature service
 * is signed there, or on paper, which ends the request.
 */
export async function signContracts(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  contractIds: readonly number[],
  method: ConsentMethod,
  proof: Proof = {},
): Promise<Signing> {
  const today = shanghaiDay(command.at);
  const rows = await lockedRows(tx, contractIds);
  const judged = rows.map((row) => ({ row, reason: refusalOf(row, today) ?? elsewhere(row, method) }));
  const ready = judged.filter(({ reason }) => reason === undefined).map(({ row }) => row);
  const signed = ready.map(({ contract_id }) => contract_id);
  if (ready.length > 0) {
    await tx.query(
      `UPDATE public.contracts SET state = 'signed', signed_at = $2::timestamptz, consent_method = $3,
         consent_address = $4, updated_at = $2::timestamptz WHERE id = ANY($1::int[])`,
      [signed, command.at, method, command.address ?? null],
    );
    await recordConsents(tx, command, signed, 'sign', method);
    await recordEvidence(tx, command, signed, method, proof);
    if (method !== 'provider') await closeRequests(tools, tx, command, signed);
    await takeEffect(tools, tx, command, ready, method);
  }
  return {
    signed,
    refused: judged.flatMap(({ row, reason }) => (reason ? [{ contractId: row.contract_id, reason }] : [])),
  };
}

async function lockedRows(tx: Tx, contractIds: readonly number[]): Promise<Row[]> {
  const ids = [...new Set(contractIds)];
  await tx.query('SELECT id FROM public.contracts WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE', [ids]);
  return tx.query<Row>(
    `SELECT a.contract_id, c.kind, c.state, c.valid_from, c.valid_to, c.worker_id,
       (c.worker_id IS NULL OR w.real_name_state = 'verified') AS verified,
       w.state AS worker_state,
       EXISTS (SELECT 1 FROM e_sign.signature_requests r WHERE r.contract_id = a.contract_id
         AND r.state IN ('waiting', 'opening', 'open')) AS at_provider
     FROM unnest($1::int[]) WITH ORDINALITY AS a(contract_id, place)
     LEFT JOIN public.contracts c ON c.id = a.contract_id
     LEFT JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id ORDER BY a.place`,
    [ids],
  );
}

function refusalOf({ kind, state, valid_to, verified, worker_state }: Row, today: string): Refusal | undefined {
  if (kind === null) return 'contract-unknown';
  if (state !== 'sent') return 'not-sent';
  if (valid_to !== null && valid_to < today) return 'term-over';
  // Who has left or is stopped takes on nothing new; who waits for his first check is told of that instead.
  if (worker_state !== null && !['active', 'registered'].includes(worker_state)) return 'worker-inactive';
  return verified ? undefined : 'not-verified';
}

/** Two signatures of one contract in two places would be two contracts. */
function elsewhere({ at_provider }: Row, method: ConsentMethod): Refusal | undefined {
  return at_provider && (method === 'click' || method === 'sms-code') ? 'at-provider' : undefined;
}

async function takeEffect(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  rows: readonly Row[],
  method: ConsentMethod,
): Promise<void> {
  const grants = rows.flatMap(({ contract_id, kind, worker_id, valid_from, valid_to }) =>
    kind === 'tax-agency' && worker_id !== null
      ? [{ workerId: worker_id, contractId: contract_id, from: valid_from, to: valid_to, method }]
      : [],
  );
  await tools.parties.authorizeAgency(tx, command, grants);
  for (const kind of new Set(rows.map((row) => row.kind))) {
    if (kind === null) continue;
    const contractIds = rows.filter((row) => row.kind === kind).map(({ contract_id }) => contract_id);
    await announce(tools, tx, command, { act: 'sign', kind, contractIds, before: 'sent' });
  }
}
