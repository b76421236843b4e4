import type { Queryable } from '@linggong/core';
import { notFound, type Day, type Text2 } from '@linggong/core/domain';
import type { Authors, CheckReport, Json, KindName, TestCase, VersionState } from '../../domain';

/** A report as it is kept: for which content, and when. */
export interface KeptCheck extends CheckReport {
  readonly at: string;
  readonly sha256: string;
}

/** A version without its content, with the configuration that it belongs to. */
export interface VersionRow {
  readonly id: number;
  readonly configurationId: number;
  readonly kind: KindName;
  readonly key: string;
  readonly name: Text2;
  readonly versionNo: number;
  readonly state: VersionState;
  readonly revision: number;
  readonly sha256: string;
  readonly note: string;
  readonly basedOn: number | null;
  readonly effectiveFrom: Day | null;
  readonly shadowFrom: Day | null;
  readonly stateReason: string | null;
  readonly createdAt: Date;
  readonly createdBy: number | null;
  readonly createdName: string;
  readonly updatedAt: Date;
  readonly updatedBy: number | null;
  readonly updatedName: string;
  readonly submittedAt: Date | null;
  readonly submittedBy: number | null;
  readonly submittedName: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: number | null;
  readonly decidedName: string | null;
  readonly inForceFrom: Date | null;
  readonly inForceTo: Date | null;
}

export const versionColumns = `v.id, v.configuration_id AS "configurationId", c.kind, c.key,
  jsonb_build_object('zh', c.name_zh, 'en', c.name_en) AS name, v.version_no AS "versionNo", v.state, v.revision, v.sha256, v.note,
  v.based_on AS "basedOn", v.effective_from AS "effectiveFrom", v.shadow_from AS "shadowFrom", v.state_reason AS "stateReason",
  v.created_at AS "createdAt", v.created_by AS "createdBy", v.created_name AS "createdName",
  v.updated_at AS "updatedAt", v.updated_by AS "updatedBy", v.updated_name AS "updatedName",
  v.submitted_at AS "submittedAt", v.submitted_by AS "submittedBy", v.submitted_name AS "submittedName",
  v.decided_at AS "decidedAt", v.decided_by AS "decidedBy", v.decided_name AS "decidedName",
  v.in_force_from AS "inForceFrom", v.in_force_to AS "inForceTo"`;

export const versionsFrom = `studio.versions v JOIN studio.configurations c ON c.id = v.configuration_id`;

export interface VersionContent {
  /** The hash of just this content and these cases. */
  readonly sha256: string;
  readonly content: Json;
  readonly cases: readonly TestCase[];
  readonly check: KeptCheck | null;
}

/** @throws Problem 404 */
export async function readVersion(db: Queryable, id: number): Promise<VersionRow> {
  const row = await db.maybeOne<VersionRow>(`SELECT ${versionColumns} FROM ${versionsFrom} WHERE v.id = $1`, [id]);
  if (row === undefined) throw noSuchVersion();
  return row;
}

export function noSuchVersion(): Error {
  return notFound({ zh: '配置版本', en: 'configuration version' });
}

/** Content, cases and what the last check found. */
export function readContentOf(db: Queryable, id: number): Promise<VersionContent> {
  return db.one<VersionContent>(
    'SELECT sha256, content, cases, check_report AS "check" FROM studio.versions WHERE id = $1',
    [id],
  );
}

/**
 * Takes the lock of a configuration and reads one of its versions under it: whoever moves a version of it waits for the other.
 * @throws Problem 404
 */
export async function lockVersion(tx: Queryable, id: number): Promise<VersionRow> {
  const { configurationId } = await readVersion(tx, id);
  await lockConfiguration(tx, configurationId);
  return readVersion(tx, id);
}

/** The advisory lock that stands for all versions of a configuration. */
export async function lockConfiguration(tx: Queryable, configurationId: number): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('studio.configuration', $1))`, [configurationId]);
}

/** Who wrote or submitted a version, ever. */
export async function authorsOf(db: Queryable, row: VersionRow): Promise<Authors> {
  const { writers } = await db.one<{ writers: number[] }>(
    `SELECT coalesce(array_agg(DISTINCT by_account), '{}') AS writers FROM studio.steps
      WHERE version_id = $1 AND by_account IS NOT NULL AND (wrote OR after_state = 'submitted')`,
    [row.id],
  );
  return { createdBy: row.createdBy, updatedBy: row.updatedBy, submittedBy: row.submittedBy, writers };
}
