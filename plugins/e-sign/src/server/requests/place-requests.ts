import type { Command, Tx } from '@linggong/core';
import { record, singleEntriesMax } from '@linggong/audit';
import { shanghaiDay } from '@linggong/core/domain';
import type { Refusal } from '../problems';
import { noProvider } from '../problems';
import type { ESignTools } from '../tools';

/** Name of the job that opens flows; one run at a time, so that its pace is that of all processes. */
export const openJob = 'e-sign.open-requests';

const DAY_MS = 86_400_000;

export interface Requesting {
  readonly requested: readonly number[];
  readonly refused: readonly { contractId: number; reason: Refusal }[];
}

interface Row {
  contract_id: number;
  number: string | null;
  state: string;
  valid_to: string | null;
  worker_id: number | null;
  verified: boolean;
  worker_state: string | null;
  standing: boolean;
  attempts: number;
}

/**
 * Asks the configured e-signature service for signatures of workers, set-based: requests are written here, and flows are opened by
 * a job at a bounded pace. Contracts that cannot be signed, or are asked for already, are refused with the reason.
 * @throws Problem 409 `signature-service-missing`
 */
export async function requestSignatures(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  contractIds: readonly number[],
): Promise<Requesting> {
  const provider = tools.signing.current;
  if (provider === undefined) throw noProvider();
  const today = shanghaiDay(command.at);
  const rows = await lockedRows(tx, contractIds);
  const judged = rows.map((row) => ({ row, reason: refusalOf(row, today) }));
  const ready = judged.filter(({ reason }) => reason === undefined).map(({ row }) => row);
  const requested = ready.map(({ contract_id }) => contract_id);
  if (ready.length > 0) {
    await insertRequests(tools, tx, command, provider.name, ready);
    await recordAsked(tx, command, provider.name, requested);
    await tools.jobs.enqueue(
      tx,
      { queue: 'contracts', name: openJob, payload: { provider: provider.name }, key: provider.name },
      command,
    );
  }
  return {
    requested,
    refused: judged.flatMap(({ row, reason }) => (reason ? [{ contractId: row.contract_id, reason }] : [])),
  };
}

async function lockedRows(tx: Tx, contractIds: readonly number[]): Promise<Row[]> {
  const ids = [...new Set(contractIds)];
  // The contract's row guards its requests: two askings at once must not both find none.
  await tx.query('SELECT id FROM public.contracts WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE', [ids]);
  return tx.query<Row>(
    `SELECT a.contract_id, c.number, c.state, c.valid_to, c.worker_id, w.real_name_state = 'verified' AS verified,
       w.state AS worker_state, coalesce(r.standing, false) AS standing, coalesce(r.attempts, 0)::int AS attempts
     FROM unnest($1::int[]) WITH ORDINALITY AS a(contract_id, place)
     LEFT JOIN public.contracts c ON c.id = a.contract_id
     LEFT JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id
     LEFT JOIN LATERAL (
       SELECT bool_or(state IN ('waiting', 'opening', 'open')) AS standing, count(*) AS attempts
       FROM e_sign.signature_requests WHERE contract_id = a.contract_id) r ON true
     ORDER BY a.place`,
    [ids],
  );
}

function refusalOf(row: Row, today: string): Refusal | undefined {
  if (row.number === null) return 'contract-unknown';
  if (row.worker_id === null) return 'not-of-a-worker';
  if (row.state !== 'sent') return 'not-sent';
  if (row.valid_to !== null && row.valid_to < today) return 'term-over';
  if (!['active', 'registered'].includes(row.worker_state ?? '')) return 'worker-inactive';
  if (!row.verified) return 'not-verified';
  return row.standing ? 'already-requested' : undefined;
}

/** The reference is the contract's number and which asking it is: the same for every try of one request. */
const referenceOf = ({ number, attempts }: Row): string =>
  attempts === 0 ? (number ?? '') : `${number ?? ''}-${attempts + 1}`;

async function insertRequests(
  { signing }: ESignTools,
  tx: Tx,
  { actor, at, traceId }: Command,
  provider: string,
  rows: readonly Row[],
): Promise<void> {
  await tx.query(
    `INSERT INTO e_sign.signature_requests (contract_id, reference, provider, next_try_at, created_at, expires_at, asked_by, trace_id)
     SELECT contract_id, reference, $3, $4, $4, $5, $6, $7 FROM unnest($1::int[], $2::text[]) AS a(contract_id, reference)`,
    [
      rows.map(({ contract_id }) => contract_id),
      rows.map(referenceOf),
      provider,
      at,
      new Date(at.getTime() + signing.settings.requestDays * DAY_MS),
      actor.name,
      traceId,
    ],
  );
}

async function recordAsked(tx: Tx, command: Command, provider: string, contractIds: readonly number[]): Promise<void> {
  const action = 'contract.request-signature';
  const entries =
    contractIds.length <= singleEntriesMax
      ? contractIds.map((id) => ({ action, subject: { kind: 'contract', id }, after: { provider } }))
      : [{ action, subject: { kind: 'contracts', id: provider }, ids: contractIds, after: { provider } }];
  await record(tx, command, entries);
}
