import { instantOutput, instantText, reasonText } from '@linggong/access/api';
import { z } from 'zod';

/** `POST /backups/{id}/restore` */
export const restoreBody = z.strictObject({
  to: z
    .union([z.literal('latest'), instantText])
    .meta({ description: '恢复到的时刻，或 latest · instant of the restore, or latest' }),
  reason: reasonText,
});

/** What the command that restores takes; shown once. */
export const restoreGrantAnswer = z
  .strictObject({
    grant: z.string().meta({ description: '授权文本，存为文件 · the grant as text, to be kept in a file' }),
    backup: z.string().meta({ description: '备份编号 · code of the backup' }),
    expiresAt: instantOutput,
  })
  .meta({ id: 'RestoreGrant' });
