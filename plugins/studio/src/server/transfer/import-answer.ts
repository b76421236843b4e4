import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { changesMax, type ImportAnswer } from '../../api';
import { readContent, type Change } from '../../domain';
import type { StudioTools } from '../tools';
import { importItems, readImportRow, stateOf, type ImportItem, type ImportRow } from './import-rows';

/**
 * A file of configurations: who signed it, and of each of them how it stands beside what is in force here.
 * @param own fingerprint of the key of this installation, where it has one
 * @throws Problem 404
 */
export async function importAnswerOf(
  tools: Pick<StudioTools, 'kinds'>,
  db: Queryable,
  id: number,
  own: string | undefined,
): Promise<ImportAnswer> {
  const row = await readImportRow(db, id);
  const items = await importItems(db, id);
  return {
    id,
    fileName: row.fileName,
    fileSha256: row.fileSha256,
    exportedAt: row.exportedAt,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    signedBy: signedByOf(row, own),
    items: items.map((item) => ({
      place: item.place,
      kind: item.kind,
      key: item.key,
      name: item.name,
      versionNo: item.versionNo,
      state: stateOf(item),
      faults: [...item.faults],
      inForceNo: item.inForceNo,
      changesTotal: changesOfItem(tools, item).length,
      configurationId: item.configurationId,
      versionId: item.takenId ?? item.openId,
    })),
  };
}

function signedByOf(row: ImportRow, own: string | undefined): ImportAnswer['signedBy'] {
  const { fingerprint, keyName, keyAcceptedAt, keyAcceptedBy } = row;
  const isOwn = fingerprint === own;
  return { fingerprint, name: keyName, isOwn, acceptedAt: keyAcceptedAt, acceptedBy: keyAcceptedBy };
}

/** @throws Problem 404 */
export async function itemAnswerOf(
  tools: Pick<StudioTools, 'kinds'>,
  db: Queryable,
  id: number,
  place: number,
): Promise<{ changes: Change[]; changesTotal: number }> {
  const [item] = await importItems(db, id, place);
  if (item === undefined) throw notFound({ zh: '引入的配置', en: 'configuration of this import' });
  const changes = changesOfItem(tools, item);
  return { changes: changes.slice(0, changesMax), changesTotal: changes.length };
}

/** What a reader would see changed by it; nothing where it or what stands here cannot be read by its kind. */
function changesOfItem({ kinds }: Pick<StudioTools, 'kinds'>, item: ImportItem): readonly Change[] {
  if (item.faults.length > 0 || item.isSame) return [];
  const kind = kinds.of(item.kind);
  const after = readContent(kind, item.content);
  if (!after.ok) return [];
  if (item.inForceNo === null) return kind.changes(undefined, after.content);
  const before = readContent(kind, item.inForce);
  return before.ok ? kind.changes(before.content, after.content) : [];
}
