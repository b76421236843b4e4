import { systemCommand, type Command, type Tx } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';

/** Tells on whom a list named (`risk.list.hit`), in the transaction in which it was noted. */
export async function tellHits(
  jobs: Jobs,
  tx: Tx,
  command: Command,
  of: { readonly moment: string; readonly subjectKind: 'worker' | 'enterprise' },
  hits: readonly { readonly entryId: number; readonly subjectId: number }[],
): Promise<void> {
  if (hits.length === 0) return;
  await jobs.emitAll(
    tx,
    hits.map(({ entryId, subjectId }) => ({
      type: 'risk.list.hit',
      key: `list-${entryId}`,
      payload: { entryId, moment: of.moment, subjectKind: of.subjectKind, subjectId },
    })),
    systemCommand('risk', command.at, command.traceId),
  );
}
