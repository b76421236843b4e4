import type { BlockerCode, SettlementLine } from '@linggong/settlement/api';
import type { ConsoleDataProvider } from '../provider';
import { batchApi } from './batch-api';

/** What a remedy is done to: the workers of lines, the cards that lines name, their engagements. */
export type LineSubject = 'worker' | 'bank-card';

const idOf: Readonly<Record<LineSubject | 'engagement', (line: SettlementLine) => number | null>> = {
  worker: ({ workerId }) => workerId,
  'bank-card': ({ cardId }) => cardId,
  engagement: ({ engagementId }) => engagementId,
};

/** What all lines that carry a blocker say of themselves, each once; a line that does not know it says nothing. */
async function valuesOf<T>(
  batchId: string,
  blocker: BlockerCode,
  valueOf: (line: SettlementLine) => T | null,
): Promise<T[]> {
  const values = new Set<T>();
  for (let cursor: string | undefined; ;) {
    const page = await batchApi.lines(batchId, { blocker }, cursor);
    for (const line of page.items) {
      const value = valueOf(line);
      if (value !== null) values.add(value);
    }
    if (page.nextCursor == null || page.items.length === 0) return [...values];
    cursor = page.nextCursor;
  }
}

/** The workers, cards or engagements of all lines that carry a blocker. */
export function subjectsOf(
  batchId: string,
  blocker: BlockerCode,
  subject: LineSubject | 'engagement',
): Promise<number[]> {
  return valuesOf(batchId, blocker, idOf[subject]);
}

/** The tasks that the lines name: a line knows the number only. */
export async function tasksOf(provider: ConsoleDataProvider, batchId: string, blocker: BlockerCode): Promise<number[]> {
  const numbers = await valuesOf(batchId, blocker, ({ taskNumber }) => taskNumber);
  const found = await Promise.all(
    numbers.slice(0, 20).map(async (number) => {
      const { data } = await provider.getList('tasks', {
        pagination: { page: 1, perPage: 5 },
        sort: { field: 'id', order: 'ASC' },
        filter: { number },
      });
      // The filter takes whatever begins so.
      return data.filter((row) => row['number'] === number).map(({ id }) => Number(id));
    }),
  );
  return found.flat();
}
