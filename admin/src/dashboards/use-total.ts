import { useQueries } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { isRecord, type ConsoleDataProvider } from '../provider';
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

/** Lists whose rows are in no order by their ids are asked in one of their own. */
const unnumbered: Readonly<Record<string, string>> = {
  approvals: 'askedAt',
  'audit-bypasses': 'at',
  elevations: 'fromAt',
  jobs: 'createdAt',
};

/** Counts and sums of several filtered lists at once; each is one row read and one count, so a dashboard stays cheap. */
export function useTotals(wishes: readonly TotalWish[]): Total[] {
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay();
  const answers = useQueries({
    queries: wishes.map(({ resource, filter }) => ({
      queryKey: ['total', resource, filter],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const { total = 0, meta } = await provider.getList(resource, {
          pagination: { page: 1, perPage: 1 },
          sort: { field: unnumbered[resource] ?? 'id', order: 'DESC' as const },
          filter,
          signal,
        });
        const sums: unknown = isRecord(meta) ? meta['sums'] : undefined;
        return { count: total, sums: isRecord(sums) ? sums : {} };
      },
      enabled: may(resource, 'list'),
      retry: false,
      refetchInterval: 60_000,
    })),
  });
  return answers.map(({ data, isError }, index) => ({
    allowed: may(wishes[index]?.resource ?? '', 'list'),
    count: data?.count,
    sums: data?.sums ?? {},
    failed: isError,
  }));
}

/** One sum out of a total, in fen. */
export function sumOf(total: Total | undefined, column: string): number | undefined {
  const sum = total?.sums[column];
  if (typeof sum === 'number') return sum;
  // No rows, no header: the sum of nothing is nothing.
  return total?.count === 0 ? 0 : undefined;
}
