import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { nameOfRow, relationOf } from './relation';

/** What a link has narrowed a list to, by its name: a company, a batch, a task. Its row number where it may not be read. */
export function RelationWord({ source, text }: { source: string; text: string }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const resource = relationOf(source);
  const may = useMay();
  const single = /^\d+$/.test(text);
  const { data } = useQuery({
    queryKey: ['relation', resource, text],
    queryFn: async ({ signal }) => {
      const { data: row } = await provider.getOne(resource ?? '', { id: text, signal });
      return nameOfRow(row) ?? null;
    },
    enabled: single && resource !== undefined && may(resource, 'show'),
    staleTime: Infinity,
    retry: false,
  });
  if (!single) return translate('list.several', { count: text.split(',').length });
  return data ?? `#${text}`;
}
