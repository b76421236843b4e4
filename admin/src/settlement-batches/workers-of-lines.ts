import type { BlockerCode } from '@linggong/settlement/api';
import { batchApi } from './batch-api';

/** The workers of all lines that carry a blocker; a line whose worker is not known has none. */
export async function workersOf(batchId: string, blocker: BlockerCode): Promise<number[]> {
  const ids = new Set<number>();
  for (let cursor: string | undefined; ;) {
    const page = await batchApi.lines(batchId, { blocker }, cursor);
    for (const { workerId } of page.items) if (workerId !== null) ids.add(workerId);
    if (page.nextCursor == null || page.items.length === 0) return [...ids];
    cursor = page.nextCursor;
  }
}
