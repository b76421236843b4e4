import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Prepared, Tx } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { Decided, Facts } from './decide';

const zip = promisify(gzip);

/** Approvals of one row of `risk.approvals`. */
const approvalsMax = 1_000;

/** Days whose months the first migration made: nobody has to ask for them at each decision. */
const migrated: { readonly from: Day; readonly to: Day } = { from: '2026-01-01', to: '2028-12-31' };

interface Placed {
  readonly index: number;
  readonly id: bigint;
}

/**
 * Keeps decisions, in the transaction of what follows from them. Whatever was stopped has a row of its own, and so has a single approval;
 * approvals of many are kept together (`risk.approvals`).
 * @returns ids of the rows of what was not approved, in the order of the subjects
 */
export async function appendDecisions(tx: Tx, decided: Decided): Promise<bigint[]> {
  const { request, verdicts } = decided;
  if (request.day < migrated.from || request.day > migrated.to)
    await tx.query('SELECT risk.ensure_decision_months($1::date, $1::date)', [request.day]);
  const places = request.subjects.map(({ id }, index) => ({ index, id: BigInt(id) }));
  const isApproved = ({ index }: Placed): boolean => verdicts[index]?.outcome === 'approve';
  const approved = places.filter(isApproved);
  if (places.length === 1) await insertDecisions(tx, decided, approved);
  else await insertApprovals(tx, decided, approved);
  return insertDecisions(
    tx,
    decided,
    places.filter((place) => !isApproved(place)),
  );
}

const INSERT_DECISIONS: Prepared = {
  name: 'risk-append-decisions',
  sql: `WITH told AS (
    SELECT * FROM unnest($1::bigint[], $2::int[], $3::int[], $4::text[], $5::int[], $6::jsonb[], $7::jsonb[])
      WITH ORDINALITY AS t (subject_id, worker_id, enterprise_id, outcome, score, hits, input, place)
  ), kept AS (
    INSERT INTO risk.decisions (day, at, moment, subject_kind, subject_id, worker_id, enterprise_id, run_kind, run_id, run_no, version_id, outcome,
      score, hits, input, microseconds)
    SELECT $8::date, $9::timestamptz, $10, $11, subject_id, nullif(worker_id, 0), nullif(enterprise_id, 0), $12, $13::bigint, $14::int, $15::bigint,
           outcome, score, ARRAY(SELECT jsonb_array_elements_text(hits)), input, $16::int
      FROM told ORDER BY place
    RETURNING id
  )
  SELECT array_agg(id ORDER BY id) AS ids FROM kept`,
};

async function insertDecisions(tx: Tx, decided: Decided, places: readonly Placed[]): Promise<bigint[]> {
  if (places.length === 0) return [];
  const { request, verdicts, inputs } = decided;
  const keys = places.map(({ index }) => request.subjects[index]?.keys);
  const kept = await tx.prepared<{ ids: bigint[] }>(INSERT_DECISIONS, [
    places.map(({ id }) => id),
    keys.map((each) => each?.workerId ?? 0),
    keys.map((each) => each?.enterpriseId ?? 0),
    places.map(({ index }) => verdicts[index]?.outcome),
    places.map(({ index }) => verdicts[index]?.score),
    places.map(({ index }) => JSON.stringify(verdicts[index]?.hits)),
    places.map(({ index }) => JSON.stringify(inputs[index])),
    request.day,
    request.at,
    request.moment,
    request.subjectKind,
    ...runOf(decided),
    decided.policy.versionId,
    decided.microseconds,
  ]);
  return kept?.ids ?? [];
}

async function insertApprovals(tx: Tx, decided: Decided, approved: readonly Placed[]): Promise<void> {
  const sorted = approved.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  for (let start = 0; start < sorted.length; start += approvalsMax) {
    await insertApproval(tx, decided, sorted.slice(start, start + approvalsMax));
  }
}

async function insertApproval(tx: Tx, decided: Decided, places: readonly Placed[]): Promise<void> {
  const { request, inputs, verdicts } = decided;
  const fields = [...new Set(places.flatMap(({ index }) => Object.keys(inputs[index] ?? {})))];
  const rows = places.map(({ index }) => [
    ...fields.map((field) => (inputs[index] as Facts)[field] ?? null),
    verdicts[index]?.hits,
  ]);
  const payers = new Set(places.map(({ index }) => request.subjects[index]?.keys.enterpriseId));
  const [enterpriseId] = payers;
  await tx.query(
    `INSERT INTO risk.approvals (day, at, moment, subject_kind, subject_ids, first_id, last_id, enterprise_id, run_kind, run_id, run_no, version_id,
       fields, packed, microseconds)
     VALUES ($1::date, $2::timestamptz, $3, $4, $5::bigint[], $6::bigint, $7::bigint, $8::int, $9, $10::bigint, $11::int, $12::bigint, $13::text[],
       $14::bytea, $15::int)`,
    [
      request.day,
      request.at,
      request.moment,
      request.subjectKind,
      places.map(({ id }) => id),
      places[0]?.id,
      places.at(-1)?.id,
      payers.size === 1 && enterpriseId ? enterpriseId : null,
      ...runOf(decided),
      decided.policy.versionId,
      fields,
      await zip(JSON.stringify(rows), { level: 1 }),
      decided.microseconds,
    ],
  );
}

function runOf({ request: { run } }: Decided): unknown[] {
  return [run?.kind ?? null, run?.id ?? null, run?.no ?? null];
}
