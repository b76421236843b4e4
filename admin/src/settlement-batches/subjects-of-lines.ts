import type { BlockerCode, SettlementLine } from '@linggong/settlement/api';
import { batchApi } from './batch-api';

/** What a remedy is done to: the workers of lines, or the cards that lines name. */
export type LineSubject = 'worker' | 'bank-card';

const idOf: Readonly<Record<LineSubject, (line: SettlementLine) => number | null>> = {
  worker: ({ workerId }) => workerId,
  'bank-card': ({ cardId }) => cardId,
};

/** The workers or cards of all lines that carry a blocker; a line whose worker is not known has none. */
export async function subjectsOf(batchId: string, blocker: BlockerCode, subject: LineSubject): Promise<number[]> {
  const ids = new Set<number>();
  for (let cursor: string | undefined; ;) {
    const page = await batchApi.lines(batchId, { blocker }, cursor);
    for (const line of page.items) {
      const id = idOf[subject](line);
      if (id !== null) ids.add(id);
    }
    if (page.nextCursor == null || page.items.length === 0) return [...ids];
    cursor = page.nextCursor;
  }
}
