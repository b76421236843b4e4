import { tellNews } from '@linggong/access';
import type { Command, Tx } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import { copyMade } from '@linggong/vault';
import { z } from 'zod';

/** Whose data it is about is told that there is an answer. */
export async function tellAsker(
  tx: Tx,
  command: Command,
  { id, workerId }: { readonly id: number; readonly workerId: number },
  kind: 'data-request-answered' | 'data-request-refused',
): Promise<void> {
  await tellNews(tx, command, [{ kind, to: { workerId }, page: 'data-requests', id }]);
}

const made = z.object({ requestId: z.int().min(1), workerId: z.int().min(1) });

/** A copy answers by itself once it is made: vault makes it and does not know of news. */
export function hearCopies(jobs: Jobs): void {
  jobs.on(copyMade, 'parties.tell-copy', async ({ payload }, command, tx) => {
    const { requestId: id, workerId } = made.parse(payload);
    await tellAsker(tx, command, { id, workerId }, 'data-request-answered');
  });
}
