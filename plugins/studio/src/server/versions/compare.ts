import type { Queryable } from '@linggong/core';
import type { AnyKind, Change, Json } from '../../domain';
import type { StudioTools } from '../tools';
import { readContentOf, type VersionRow } from './version-rows';

/** A version that another is compared with. */
export interface Beside {
  readonly id: number;
  readonly versionNo: number;
}

/**
 * The version in force beside this one; of the one in force itself, the one that it superseded; of one that was rolled back, the last before it that
 * was not: what came back in its place holds anew, from a later instant.
 */
export function inForceBeside(
  db: Queryable,
  { id, configurationId, inForceFrom, state, versionNo }: VersionRow,
): Promise<Beside | undefined> {
  const columns = 'SELECT id, version_no AS "versionNo" FROM studio.versions WHERE configuration_id = $1 AND id <> $2';
  if (state === 'rolled-back')
    return db.maybeOne<Beside>(
      `${columns} AND version_no < $3 AND in_force_from IS NOT NULL AND state <> 'rolled-back' ORDER BY version_no DESC LIMIT 1`,
      [configurationId, id, versionNo],
    );
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
  row: Pick<VersionRow, 'id' | 'kind'>,
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

/** Lines of changes that a second person is shown with a request; the page of the version has them all. */
const shownChangesMax = 40;

const changeWords = { added: '新增', removed: '删除', changed: '修改', moved: '移动' } as const;

/** Changes in lines that a person reads, as they stand and as they would stand. */
export function changeLines(changes: readonly Change[]): { before: string[]; after: string[] } {
  const lines = changes.slice(0, shownChangesMax);
  return {
    before: lines.flatMap(({ where, before: text }) => (text ? [`${where.zh}：${text.zh}`] : [])),
    after: lines.map(({ where, after: text, change }) =>
      text ? `${where.zh}：${text.zh}` : `${where.zh}（${changeWords[change]}）`,
    ),
  };
}
