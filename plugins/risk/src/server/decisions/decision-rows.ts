import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Queryable } from '@linggong/core';
import type { Moment, Outcome } from '../../domain/decide';
import type { Facts } from './decide';

const unzip = promisify(gunzip);

/** A decision as it was kept, whether in a row of its own or among the approvals of many. */
export interface StoredDecision {
  /** Absent where it was approved together with others. */
  readonly id?: bigint;
  readonly at: Date;
  readonly moment: Moment;
  readonly subjectKind: string;
  readonly subjectId: bigint;
  readonly workerId: number | null;
  readonly enterpriseId: number | null;
  readonly runKind: string | null;
  readonly runId: bigint | null;
  readonly runNo: number | null;
  readonly versionId: number;
  readonly outcome: Outcome;
  readonly score: number;
  readonly hits: readonly string[];
  readonly input: Facts;
  readonly microseconds: number;
}

const SHARED = `at, moment, subject_kind AS "subjectKind", enterprise_id AS "enterpriseId", run_kind AS "runKind", run_id AS "runId",
  run_no AS "runNo", version_id::int AS "versionId", microseconds`;
const ROW = `id, ${SHARED}, subject_id AS "subjectId", worker_id AS "workerId", outcome, score, hits, input`;

export function decisionById(db: Queryable, id: bigint): Promise<StoredDecision | undefined> {
  return db.maybeOne<StoredDecision>(`SELECT ${ROW} FROM risk.decisions WHERE id = $1::bigint`, [id]);
}

/** Decisions that have a row of their own, in the order of their ids. */
export function decisionsByIds(db: Queryable, ids: readonly bigint[]): Promise<StoredDecision[]> {
  return db.query<StoredDecision>(`SELECT ${ROW} FROM risk.decisions WHERE id = ANY ($1::bigint[]) ORDER BY id`, [ids]);
}

/** Of the decisions about one subject, the newest. */
const subjectMax = 50;

type ApprovalRow = Omit<StoredDecision, 'id' | 'subjectId' | 'workerId' | 'outcome' | 'score' | 'hits' | 'input'> & {
  readonly place: number;
  readonly fields: readonly string[];
  readonly packed: Buffer;
};

/** What was decided about one subject, newest first: at most 50. */
export async function decisionsAbout(db: Queryable, subjectKind: string, subjectId: bigint): Promise<StoredDecision[]> {
  const rows = await db.query<StoredDecision>(
    `SELECT ${ROW} FROM risk.decisions WHERE subject_kind = $1 AND subject_id = $2::bigint ORDER BY id DESC LIMIT ${subjectMax}`,
    [subjectKind, subjectId],
  );
  const approvals = await db.query<ApprovalRow>(
    `SELECT ${SHARED}, fields, packed, array_position(subject_ids, $2::bigint) AS place FROM risk.approvals
      WHERE subject_kind = $1 AND last_id >= $2::bigint AND first_id <= $2::bigint AND $2::bigint = ANY (subject_ids)
      ORDER BY id DESC LIMIT ${subjectMax}`,
    [subjectKind, subjectId],
  );
  const unpacked = await Promise.all(approvals.map((row) => unpack(row, subjectId)));
  return [...rows, ...unpacked].toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, subjectMax);
}

async function unpack({ place, fields, packed, ...row }: ApprovalRow, subjectId: bigint): Promise<StoredDecision> {
  // As `appendDecisions` packed it: an array for each subject, its hits last.
  const all = JSON.parse((await unzip(packed)).toString('utf8')) as (Facts[string] | string[] | null)[][];
  const values = all[place - 1] ?? [];
  const hits = values[fields.length];
  const input: Record<string, Facts[string]> = {};
  fields.forEach((field, index) => {
    const value = values[index];
    if (value !== null && value !== undefined && !Array.isArray(value)) input[field] = value;
  });
  return {
    ...row,
    subjectId,
    workerId: null,
    outcome: 'approve',
    score: 0,
    hits: Array.isArray(hits) ? hits : [],
    input,
  };
}
