import { record } from '@linggong/audit';
import type { Command, Database, Queryable, Tx } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import type { FileStore } from '../files/file-store';

/** Files whose bytes are removed in one round. */
const FILES_A_ROUND = 200;
const ROUNDS_MAX = 500;

/** 410: the file was here, its term is over. */
export function filePurged(): Problem {
  return problem(
    410,
    'file-purged',
    { zh: '该文件保存期限已满，已按规定清除', en: 'The term of this file is over; it was purged' },
    {
      fix: {
        zh: '其编号、校验值和清除时间仍可在保存期限页查询',
        en: 'Its checksum and the time of its purge are still on record',
      },
    },
  );
}

/** Notes files as purged; from this commit on nobody reads them. @returns how many were not yet */
export async function purgeFiles(
  tx: Queryable,
  fileIds: readonly string[],
  className: string,
  at: Date,
): Promise<number> {
  if (fileIds.length === 0) return 0;
  const rows = await tx.query(
    `UPDATE vault.files SET purged_at = $2, purge_class = $3 WHERE id = ANY($1::uuid[]) AND purged_at IS NULL RETURNING 1`,
    [fileIds, at, className],
  );
  return rows.length;
}

/**
 * Removes the bytes of purged files from the store. The commit that noted them came first: a process killed between leaves bytes that
 * nobody reads, and the next run takes them. @returns how many
 */
export async function removePurgedBytes(db: Database, store: FileStore, command: Command): Promise<number> {
  let removed = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const going = await db.query<Going>(
      `SELECT id, purge_class FROM vault.files WHERE purged_at IS NOT NULL AND bytes_gone_at IS NULL ORDER BY id LIMIT ${FILES_A_ROUND}`,
    );
    for (const { id } of going) await store.remove(id);
    if (going.length > 0) await db.transaction((tx) => noteGone(tx, going, command));
    removed += going.length;
    if (going.length < FILES_A_ROUND) break;
  }
  return removed;
}

interface Going {
  readonly id: string;
  readonly purge_class: string;
}

async function noteGone(tx: Tx, going: readonly Going[], command: Command): Promise<void> {
  await tx.query('UPDATE vault.files SET bytes_gone_at = $2 WHERE id = ANY($1::uuid[])', [
    going.map(({ id }) => id),
    command.at,
  ]);
  for (const name of new Set(going.map(({ purge_class }) => purge_class))) {
    const ids = going.filter(({ purge_class }) => purge_class === name).map(({ id }) => id);
    await record(tx, command, {
      action: 'retention.remove-bytes',
      subject: { kind: 'retention-class', id: name },
      ids,
      after: { files: ids.length },
    });
  }
}
