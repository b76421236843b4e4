import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDataProvider, type RaRecord } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';

export interface Hit {
  resource: string;
  title: string;
  note?: string;
  to: string;
}

interface Source {
  resource: string;
  filter: (text: string) => Record<string, string>;
  title: (row: RaRecord) => string;
  note?: (row: RaRecord) => string | undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const worker = (row: RaRecord): string => `${textOf(row['name'])} ${textOf(row['number'])}`.trim();

/** Where a text is looked for. Personal numbers go by POST (the data provider sees to it) and match exactly, by blind index. */
const sources: readonly Source[] = [
  {
    resource: 'enterprises',
    filter: (q) => ({ q }),
    title: (row) => textOf(row['name']),
    note: (row) => textOf(row['number']),
  },
  {
    resource: 'settlement-batches',
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['enterpriseName']),
  },
  {
    resource: 'orders',
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['workerNameMasked']),
  },
  {
    resource: 'tasks',
    filter: (q) => ({ q }),
    title: (row) => textOf(row['number']),
    note: (row) => textOf(row['title']),
  },
  { resource: 'workers', filter: (q) => ({ q }), title: worker },
];

/** What a personal number is: `identityNumber`, `phone`, `cardNumber`; undefined for an ordinary text. */
export function personalKind(text: string): 'identityNumber' | 'phone' | 'cardNumber' | undefined {
  const bare = text.replace(/\s/g, '');
  if (/^\d{17}[\dXx]$/.test(bare)) return 'identityNumber';
  if (/^1\d{10}$/.test(bare)) return 'phone';
  if (/^\d{13,19}$/.test(bare)) return 'cardNumber';
  return undefined;
}

function sourcesFor(text: string): readonly Source[] {
  const kind = personalKind(text);
  if (kind === undefined) return sources;
  const bare = text.replace(/\s/g, '').toUpperCase();
  const byKind = (name: string): Source => ({ resource: 'workers', filter: () => ({ [name]: bare }), title: worker });
  // Eighteen digits may be a card as well as an identity number.
  return kind === 'identityNumber' && /^\d+$/.test(bare)
    ? [byKind('identityNumber'), byKind('cardNumber')]
    : [byKind(kind)];
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

/** Looks in every source at once, three rows each; what one source refuses does not hide the others. */
export function useSearch(text: string): { hits: readonly Hit[]; state: 'idle' | 'searching' | 'done' | 'failed' } {
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay();
  const wanted = useSettled(text.trim(), 200);
  const asked = wanted.length > 1;
  const { data, isFetching, isError } = useQuery({
    queryKey: ['search', wanted],
    queryFn: async ({ signal }) => {
      const found = await Promise.allSettled(
        sourcesFor(wanted)
          .filter(({ resource }) => may(resource, 'list'))
          .map((source) => look(provider, source, wanted, signal)),
      );
      return found.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    },
    enabled: asked,
    // A search text may be somebody's number: it does not stay in memory.
    gcTime: 0,
    retry: false,
  });
  if (!asked) return { hits: [], state: 'idle' };
  if (isError) return { hits: [], state: 'failed' };
  return { hits: data ?? [], state: isFetching && data === undefined ? 'searching' : 'done' };
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
      to: `/${source.resource}/${String(row.id)}/show`,
      ...(note === undefined || note === '' ? {} : { note }),
    };
  });
}
