import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDataProvider, type RaRecord } from 'react-admin';
import { ProblemError, type ConsoleDataProvider } from '../provider';
import { halfWidth } from '../parts/personal-number';
import { useMay } from '../session/use-me';
import { isName, sourcesFor, type Source } from './search-sources';

export interface Hit {
  resource: string;
  title: string;
  note?: string;
  to: string;
}

function useSettled(text: string, milliseconds: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [text, milliseconds]);
  return settled;
}

export type SearchState = 'idle' | 'part' | 'searching' | 'done' | 'name' | 'failed';

/** Looks in every source at once, three rows each; what one source refuses does not hide the others. */
export function useSearch(text: string): { hits: readonly Hit[]; state: SearchState; why?: string } {
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay();
  const wanted = useSettled(halfWidth(text).trim(), 200);
  const asked = wanted.length > 1;
  const { data, isFetching, error } = useQuery({
    queryKey: ['search', wanted],
    queryFn: async ({ signal }) => {
      const found = await Promise.allSettled(
        sourcesFor(wanted)
          .filter(({ resource }) => may(resource, 'list'))
          .map((source) => look(provider, source, wanted, signal)),
      );
      const rows = found.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
      // Nothing found where a source has refused is not nobody: a mistyped number is told as such.
      const refused = found.find((result) => result.status === 'rejected');
      if (rows.length === 0 && refused !== undefined) throw refused.reason;
      // A complaint is a record of a form as well; one page stands once.
      return rows.filter((row, place) => rows.findIndex(({ to }) => to === row.to) === place);
    },
    enabled: asked,
    // A search text may be somebody's number: it does not stay in memory.
    gcTime: 0,
    retry: false,
  });
  // A lone sign stands in no number and no name.
  if (!asked) return { hits: [], state: /^[^\p{L}\p{N}]$/u.test(wanted) ? 'done' : 'idle' };
  if (sourcesFor(wanted).length === 0) return { hits: [], state: 'part' };
  if (error !== null)
    return { hits: [], state: 'failed', ...(error instanceof ProblemError ? { why: error.message } : {}) };
  if (isFetching && data === undefined) return { hits: [], state: 'searching' };
  return { hits: data ?? [], state: isName(wanted) ? 'name' : 'done' };
}

async function look(provider: ConsoleDataProvider, source: Source, text: string, signal: AbortSignal): Promise<Hit[]> {
  const { data } = await provider.getList(source.resource, {
    pagination: { page: 1, perPage: 3 },
    sort: { field: 'id', order: 'DESC' },
    filter: source.filter(text),
    signal,
  });
  return data.map((row: RaRecord) => {
    const note = source.note?.(row);
    return {
      resource: source.resource,
      title: source.title(row),
      to: source.to?.(row) ?? `/${source.resource}/${String(row.id)}/show`,
      ...(note === undefined || note === '' ? {} : { note }),
    };
  });
}
