import type { ListTotal } from '@linggong/access/api';
import { TOTALS_MAX } from '@linggong/access/domain';
import { useQueries } from '@tanstack/react-query';
import { call } from '../provider/http';
import { useMay } from '../session/use-me';

/** What is asked of a list: how many rows, and the sums of their money. */
export interface TotalWish {
  resource: string;
  filter: Readonly<Record<string, unknown>>;
}

export interface Total {
  /** False where the reader may not see the list: the tile then leaves itself out. */
  allowed: boolean;
  count: number | undefined;
  sums: Readonly<Record<string, unknown>>;
  failed: boolean;
}

/** Counts and sums of several filtered lists, one question for a whole board; asked again after so many ms. */
export function useTotals(wishes: readonly TotalWish[], again: number | false = 60_000): Total[] {
  const may = useMay();
  const asked = wishes.filter(({ resource }) => may(resource, 'list'));
  const text = JSON.stringify(asked.map(({ resource, filter }) => ({ list: resource, filter })));
  // One question where a board asks after no more lists than fit into it, which all do.
  const parts = inParts(text);
  const answers = useQueries({
    queries: parts.map((lists) => ({
      queryKey: ['total', lists],
      queryFn: ({ signal }: { signal: AbortSignal }) => askTotals(lists, signal),
      retry: false,
      refetchInterval: again,
    })),
  });
  return wishes.map((wish) => {
    const index = asked.indexOf(wish);
    if (index < 0) return { allowed: false, count: undefined, sums: {}, failed: false };
    const answer = answers[Math.floor(index / TOTALS_MAX)];
    return totalOf(answer?.data?.[index % TOTALS_MAX], answer?.isError ?? false);
  });
}

function inParts(text: string): string[] {
  // Written a few lines above.
  const wishes = JSON.parse(text) as unknown[];
  const count = Math.ceil(wishes.length / TOTALS_MAX);
  return Array.from({ length: count }, (_, part) =>
    JSON.stringify(wishes.slice(part * TOTALS_MAX, (part + 1) * TOTALS_MAX)),
  );
}

async function askTotals(lists: string, signal: AbortSignal): Promise<readonly ListTotal[]> {
  const { json } = await call(`/api/v1/me/totals?${new URLSearchParams({ lists }).toString()}`, { signal });
  // The shape is the server's own schema (`totalsAnswer`).
  return (json as { items: readonly ListTotal[] }).items;
}

function totalOf(told: ListTotal | undefined, failed: boolean): Total {
  if (told?.state === 'counted') return { allowed: true, count: told.count, sums: told.sums, failed: false };
  return { allowed: told?.state !== 'hidden', count: undefined, sums: {}, failed: failed || told?.state === 'failed' };
}

/** One sum out of a total, in fen. */
export function sumOf(total: Total | undefined, column: string): number | undefined {
  const sum = total?.sums[column];
  if (typeof sum === 'number') return sum;
  // No rows, no header: the sum of nothing is nothing.
  return total?.count === 0 ? 0 : undefined;
}
