import type { Tx } from '@linggong/core';
import type { ContractKind } from '../../domain';
import type { Refusal } from '../problems';
import type { WorkerContractRequest } from './contract-request';

/** A worker who may be sent a contract, with the ciphertexts that go into it. */
export interface Addressee {
  readonly workerId: number;
  readonly subject: string;
  readonly nameSealed: string;
  readonly identitySealed: string;
}

interface Addressees {
  readonly ready: readonly Addressee[];
  readonly refused: readonly { workerId: number; reason: Refusal }[];
}

interface Row {
  worker_id: number;
  state: string | null;
  subject: string;
  name_sealed: string;
  identity_sealed: string;
  standing: 'sent' | 'signed' | null;
}

/** State of the standing contract of that kind and enterprise that holds for the whole time and work; signed before sent. */
const standingContract = `
  SELECT max(c.state) AS state FROM public.contracts c
  WHERE c.worker_id = a.worker_id AND c.kind = $2 AND c.enterprise_id IS NOT DISTINCT FROM $3
    AND c.state IN ('sent', 'signed') AND c.valid_from <= $4::date
    AND (c.valid_to IS NULL OR ($5::date IS NOT NULL AND c.valid_to >= $5::date))
    AND (c.scenarios IS NULL OR c.scenarios ? '*' OR c.scenarios @> $6::jsonb)`;

/** Sorts workers into those who are sent a contract and those who are not, in the order asked; each worker once. */
export async function addressees(
  tx: Tx,
  kind: ContractKind,
  { enterpriseId, scenarios, validFrom, validTo }: WorkerContractRequest,
  workerIds: readonly number[],
): Promise<Addressees> {
  const isService = kind === 'worker-service';
  const rows = await tx.query<Row>(
    `SELECT a.worker_id, w.state, w.subject, w.name_sealed, w.identity_sealed, s.state AS standing
     FROM unnest($1::int[]) WITH ORDINALITY AS a(worker_id, place)
     LEFT JOIN parties.published_worker_facts w ON w.worker_id = a.worker_id
     LEFT JOIN LATERAL (${standingContract}) s ON true
     ORDER BY a.place`,
    [[...new Set(workerIds)], kind, isService ? enterpriseId : null, validFrom, validTo, JSON.stringify(scenarios)],
  );
  const judged = rows.map((row) => ({ row, reason: refusalOf(row) }));
  return {
    ready: judged.filter(({ reason }) => reason === undefined).map(({ row }) => addressee(row)),
    refused: judged.flatMap(({ row, reason }) => (reason ? [{ workerId: row.worker_id, reason }] : [])),
  };
}

function refusalOf({ state, standing }: Row): Refusal | undefined {
  if (state === null) return 'worker-unknown';
  if (state === 'blocked' || state === 'deregistered' || state === 'erased') return 'worker-inactive';
  if (standing === 'signed') return 'already-signed';
  return standing === 'sent' ? 'already-sent' : undefined;
}

function addressee({ worker_id, subject, name_sealed, identity_sealed }: Row): Addressee {
  return { workerId: worker_id, subject, nameSealed: name_sealed, identitySealed: identity_sealed };
}
