import type { Command, Tx } from '@linggong/core';
import { z } from 'zod';
import { tellNews } from '../news/tell-news';
import { EXPORT_JOB } from './ask-export';

const ended = z.object({ runId: z.uuid(), name: z.string() });

/** Who waits for a file of a list is told that it will not come; he may have left the page on which he asked. */
export async function tellFailedExport(tx: Tx, command: Command, payload: unknown): Promise<void> {
  const { runId, name } = ended.parse(payload);
  if (name !== EXPORT_JOB) return;
  const wished = await tx.maybeOne<{ id: string; accountId: number; list: string }>(
    'SELECT id, account_id AS "accountId", list FROM access.list_exports WHERE job_id = $1 AND file_id IS NULL',
    [runId],
  );
  if (!wished) return;
  const { id, accountId, list } = wished;
  await tellNews(tx, command, [{ kind: 'export-failed', to: { accountId }, page: list, id }]);
}
