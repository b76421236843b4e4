import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { continuityLimits } from '@linggong/config';
import { problem } from '@linggong/core/domain';
import { isMissing } from '../missing';

/**
 * A base backup or a drill that fills the disk stops the platform for the sake of its own safety.
 * @param bytes that are to be written into the folder, which may not be there yet
 * @throws Problem 409 `continuity.no-room`
 */
export async function refuseWithoutRoom(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(path.resolve(folder));
  const needed = bytes + continuityLimits.roomMarginBytes;
  if (free >= needed) return;
  const [has, needs] = [free, needed].map((one) => Math.round(one / 1_048_576));
  throw problem(
    409,
    'continuity.no-room',
    {
      zh: `磁盘空间不足：需要 ${needs} MB，可用 ${has} MB`,
      en: `Not enough room on the disk: ${needs} MB are needed, ${has} MB are free`,
    },
    {
      fix: {
        zh: '请清理磁盘、扩容，或把备份放到别的磁盘或 S3（BACKUP_FOLDER、S3_BUCKET）',
        en: 'Make room, or keep backups on another disk or in S3 (BACKUP_FOLDER, S3_BUCKET)',
      },
    },
  );
}

async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    const parent = path.dirname(folder);
    if (!isMissing(error) || parent === folder) throw error;
    return freeBytes(parent);
  }
}
