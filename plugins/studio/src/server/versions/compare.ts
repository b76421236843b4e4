import type { Queryable } from '@linggong/core';
import type { AnyKind, Change, Json } from '../../domain';
import type { StudioTools } from '../tools';
import { readContentOf, type VersionRow } from './version-rows';

/** A version that another is compared with. */
export interface Beside {
  readonly id: number;
  readonly versionNo: number;
}

/** The version in force beside this one; of the one in force itself, the one that it superseded. */
export function inForceBeside(
  db: Queryable,
  { id, configurationId, inForceFrom }: VersionRow,
): Promise<Beside | undefined> {
  const columns = 'SELECT id, version_no AS "versionNo" FROM studio.versions WHERE configuration_id = $1 AND id <> $2';
  return inForceFrom === null
    ? db.maybeOne<Beside>(`${columns} AND state = 'in-force'`, [configurationId, id])
    : db.maybeOne<Beside>(`${columns} AND in_force_to <= $3 ORDER BY in_force_to DESC, id DESC LIMIT 1`, [
        configurationId,
        id,
        inForceFrom,
      ]);
}

/** What a reader sees changed from one version to another; nothing where either is of a shape that its kind does not read any more. */
export async function changesOf(
  tools: Pick<StudioTools, 'kinds' | 'readings'>,
  db: Queryable,
  row: VersionRow,
  beside: Beside | undefined,
): Promise<readonly Change[]> {
  const kind = tools.kinds.of(row.kind);
  const after = await readable(tools, kind, db, row.id);
  if (after === undefined) return [];
  const before = beside && (await readable(tools, kind, db, beside.id));
  return beside !== undefined && before === undefined ? [] : kind.changes(before, after);
}

async function readable(
  { readings }: Pick<StudioTools, 'readings'>,
  kind: AnyKind,
  db: Queryable,
  id: number,
): Promise<Json | undefined> {
  const { read } = readings.of(kind, await readContentOf(db, id));
  return read.ok ? read.content : undefined;
}
