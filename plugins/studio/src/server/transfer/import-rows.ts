import type { Queryable } from '@linggong/core';
import { notFound, type Text2 } from '@linggong/core/domain';
import type { ItemState } from '../../api';
import { openStates, type Fault, type Json, type KindName, type TestCase } from '../../domain';

export interface ImportRow {
  readonly id: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly fingerprint: string;
  readonly exportedAt: Date;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly keyName: string | null;
  readonly keyAcceptedAt: Date | null;
  readonly keyAcceptedBy: string | null;
}

/** @throws Problem 404 */
export async function readImportRow(db: Queryable, id: number): Promise<ImportRow> {
  const row = await db.maybeOne<ImportRow>(
    `SELECT i.id, i.file_name AS "fileName", i.file_sha256 AS "fileSha256", i.fingerprint, i.exported_at AS "exportedAt",
            i.created_at AS "createdAt", i.created_name AS "createdBy", k.name AS "keyName", k.accepted_at AS "keyAcceptedAt",
            k.accepted_name AS "keyAcceptedBy"
       FROM studio.imports i LEFT JOIN studio.transfer_keys k ON k.fingerprint = i.fingerprint WHERE i.id = $1`,
    [id],
  );
  if (row === undefined) throw notFound({ zh: '配置引入', en: 'import of configurations' });
  return row;
}

/** One configuration of a file beside what stands here under its kind and key. */
export interface ImportItem {
  readonly place: number;
  /** May be one that this installation does not know; then there are faults. */
  readonly kind: KindName;
  readonly key: string;
  readonly name: Text2;
  readonly description: Text2;
  readonly reviewBy: string | null;
  readonly versionNo: number;
  readonly content: Json;
  readonly cases: readonly TestCase[];
  readonly faults: readonly Fault[];
  readonly takenId: number | null;
  readonly configurationId: number | null;
  readonly inForceNo: number | null;
  readonly inForce: Json;
  readonly isSame: boolean;
  readonly openId: number | null;
}

/** The configurations of a file in its order, or one of them. */
export function importItems(db: Queryable, importId: number, place?: number): Promise<ImportItem[]> {
  return db.query<ImportItem>(
    `SELECT i.place, i.kind, i.key, jsonb_build_object('zh', i.name_zh, 'en', i.name_en) AS name,
            jsonb_build_object('zh', i.description_zh, 'en', i.description_en) AS description, i.review_by AS "reviewBy",
            i.version_no AS "versionNo", i.content, i.cases, i.faults, i.version_id AS "takenId", c.id AS "configurationId",
            f.version_no AS "inForceNo", f.content AS "inForce", o.id AS "openId",
            coalesce(f.content = i.content AND f.cases = i.cases, false) AS "isSame"
       FROM studio.import_items i
       LEFT JOIN studio.configurations c ON c.kind = i.kind AND c.key = i.key
       LEFT JOIN studio.versions f ON f.configuration_id = c.id AND f.state = 'in-force'
       LEFT JOIN studio.versions o ON o.configuration_id = c.id AND o.state = ANY ($2)
      WHERE i.import_id = $1 AND ($3::int IS NULL OR i.place = $3) ORDER BY i.place`,
    [importId, openStates, place ?? null],
  );
}

/** What can be done with it. */
export function stateOf(item: ImportItem): ItemState {
  if (item.takenId !== null) return 'taken';
  if (item.faults.length > 0) return 'unreadable';
  if (item.isSame) return 'same';
  if (item.openId !== null) return 'open';
  return item.inForceNo === null ? 'new' : 'changed';
}

export const isTakeable = (item: ImportItem): boolean => ['new', 'changed'].includes(stateOf(item));
