import type { Command, Queryable, Tx } from '@linggong/core';
import { noSuchBatch, type Refusal } from '../problems';
import type { WorkerContractRequest } from '../sending/contract-request';
import type { ConsentMethod } from '../signing/consents';

export type BatchOrder =
  | { readonly act: 'send'; readonly request: WorkerContractRequest; readonly workerIds: readonly number[] }
  | {
      readonly act: 'sign';
      readonly method: ConsentMethod;
      readonly contractIds: readonly number[];
      /** The scan of the papers. */
      readonly signedFile?: bigint;
    }
  | { readonly act: 'request'; readonly contractIds: readonly number[] };

export type BatchAct = BatchOrder['act'];

interface BatchState {
  readonly id: number;
  readonly act: BatchAct;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  /** How many members were refused for which reason. */
  readonly reasons: Readonly<Partial<Record<Refusal, number>>>;
  readonly jobId: string | null;
  readonly enterpriseId: number | null;
}

/** Writes a batch and its members; gives its id. */
export async function insertBatch(tx: Tx, command: Command, order: BatchOrder): Promise<bigint> {
  const isSending = order.act === 'send';
  const members = [...new Set(isSending ? order.workerIds : order.contractIds)];
  const request = isSending ? order.request : undefined;
  const { id } = await tx.one<{ id: bigint }>(
    `INSERT INTO e_sign.batches (act, template_code, enterprise_id, scenarios, valid_from, valid_to, method, total, asked_by,
       created_at, signed_file)
     VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      order.act,
      request?.templateCode ?? null,
      request?.enterpriseId ?? null,
      request ? JSON.stringify(request.scenarios) : null,
      request?.validFrom ?? null,
      request?.validTo ?? null,
      order.act === 'sign' ? order.method : null,
      members.length,
      command.actor.name,
      command.at,
      order.act === 'sign' ? (order.signedFile ?? null) : null,
    ],
  );
  await tx.query(
    `INSERT INTO e_sign.batch_members (batch_id, place, ${isSending ? 'worker_id' : 'contract_id'})
     SELECT $1, place, member FROM unnest($2::int[]) WITH ORDINALITY AS m(member, place)`,
    [id, members],
  );
  return id;
}

interface BatchRow {
  act: BatchAct;
  template_code: string;
  enterprise_id: number | null;
  scenarios: string[];
  valid_from: string;
  valid_to: string | null;
  method: ConsentMethod;
  total: number;
  signed_file: bigint | null;
  file_sha256: string | null;
}

/** What a batch asks for. @throws Problem `not-found` */
export async function batchRow(db: Queryable, id: bigint): Promise<BatchRow> {
  const row = await db.maybeOne<BatchRow>(
    `SELECT b.act, b.template_code, b.enterprise_id, b.scenarios, b.valid_from, b.valid_to, b.method, b.total, b.signed_file,
       f.sha256 AS file_sha256
     FROM e_sign.batches b LEFT JOIN e_sign.signed_files f ON f.id = b.signed_file WHERE b.id = $1`,
    [id],
  );
  if (row === undefined) throw noSuchBatch();
  return row;
}

export interface OpenMember {
  place: number;
  worker_id: number | null;
  contract_id: number | null;
}

/** The next members without an outcome, locked. */
export function openMembers(tx: Tx, id: bigint, limit: number): Promise<OpenMember[]> {
  return tx.query<OpenMember>(
    `SELECT place, worker_id, contract_id FROM e_sign.batch_members WHERE batch_id = $1 AND done_at IS NULL
     ORDER BY place LIMIT $2 FOR UPDATE`,
    [id, limit],
  );
}

export interface Outcome {
  readonly place: number;
  readonly contractId: number | null;
  readonly refusal: Refusal | null;
}

export async function closeMembers(tx: Tx, id: bigint, at: Date, outcomes: readonly Outcome[]): Promise<void> {
  await tx.query(
    `UPDATE e_sign.batch_members m SET done_at = $2, contract_id = o.contract_id, refusal = o.refusal
     FROM unnest($3::int[], $4::int[], $5::text[]) AS o(place, contract_id, refusal)
     WHERE m.batch_id = $1 AND m.place = o.place`,
    [
      id,
      at,
      outcomes.map(({ place }) => place),
      outcomes.map(({ contractId }) => contractId),
      outcomes.map(({ refusal }) => refusal),
    ],
  );
}

/** How far a batch is. @throws Problem `not-found` */
export async function batchState(db: Queryable, id: bigint): Promise<BatchState> {
  const row = await db.maybeOne<Omit<BatchState, 'id'> & { id: bigint }>(
    `SELECT b.id, b.act, b.total, b.run_id AS "jobId", b.enterprise_id AS "enterpriseId", m.done::int AS done,
       m.refused::int AS refused, m.reasons
     FROM e_sign.batches b, LATERAL (
       SELECT sum(count)::int AS done, COALESCE(sum(count) FILTER (WHERE refusal IS NOT NULL), 0)::int AS refused,
         COALESCE(jsonb_object_agg(refusal, count) FILTER (WHERE refusal IS NOT NULL), '{}') AS reasons
       FROM (SELECT refusal, count(*) AS count FROM e_sign.batch_members
             WHERE batch_id = b.id AND done_at IS NOT NULL GROUP BY refusal) g
     ) m WHERE b.id = $1`,
    [id],
  );
  if (row === undefined) throw noSuchBatch();
  return { ...row, id: Number(row.id), done: row.done ?? 0 };
}
