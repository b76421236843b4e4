import type { ScenarioContent } from '@linggong/studio/domain';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useGetList, type RaRecord } from 'react-admin';
import { call, isRecord } from '../../provider';
import type { FieldProps } from './field-props';
import { ChoiceInput } from './pick-inputs';
import { TextInput } from './text-inputs';

type Scenario = ScenarioContent['scenarios'][number];

/** The kinds of work (业务场景) that the catalogue in force knows; empty while it is read, and for whoever may not read it. */
export function useKindsOfWork(): readonly Pick<Scenario, 'id' | 'title'>[] {
  const { data } = useGetList<RaRecord & { inForceId: number | null }>('configurations', {
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
    filter: { kind: 'scenario', isInForce: true },
  });
  const id = data?.[0]?.inForceId ?? undefined;
  const { data: content } = useQuery({
    queryKey: ['kinds-of-work', id],
    queryFn: async ({ signal }): Promise<unknown> =>
      contentIn((await call(`/api/v1/configuration-versions/${String(id)}`, { signal })).json),
    enabled: id !== undefined,
    staleTime: 60_000,
  });
  // What the kind has accepted has its shape.
  return isRecord(content) && Array.isArray(content['scenarios']) ? (content['scenarios'] as readonly Scenario[]) : [];
}

const contentIn = (version: unknown): unknown => (isRecord(version) ? version['content'] : undefined);

/** A kind of work, picked by its name. A code that the catalogue does not know (any more) stays to be seen. */
export function KindOfWorkInput(props: FieldProps & { max: number }): ReactNode {
  const kinds = useKindsOfWork();
  if (kinds.length === 0) return <TextInput {...props} lines="one" />;
  const { value } = props;
  const known = kinds.map(({ id, title }) => [id, title] as const);
  const other = typeof value === 'string' && value !== '' && !kinds.some(({ id }) => id === value);
  const choices = Object.fromEntries([...known, ...(other ? [[value, { zh: value, en: value }] as const] : [])]);
  return <ChoiceInput {...props} choices={choices} />;
}
