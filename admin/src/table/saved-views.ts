import type { SavedView } from '@linggong/access/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dropPreference, readPreference } from '../parts/preference';
import { call } from '../provider/http';
import { ProblemError, isRecord } from '../provider/problem';
import { sortOf, type View } from './view';

/** A view that its reader keeps; it follows him to every computer. */
export interface OwnView extends View {
  id: string;
}

const root = '/api/v1/me/views';

async function ask(path: string, options: Parameters<typeof call>[1] = {}): Promise<OwnView[]> {
  // The routes answer with the schema `savedViewsAnswer`.
  const { items } = (await call(path, options)).json as { items: SavedView[] };
  return items.map(ownView);
}

/** A view as the server keeps it, read. */
export function ownView({ id, viewName, filter, sort, shownColumns }: SavedView): OwnView {
  const [field, order] = (sort === null ? [] : JSON.parse(sort)) as string[];
  const read: unknown = JSON.parse(filter);
  return {
    id,
    label: viewName,
    filter: isRecord(read) ? read : {},
    ...(field === undefined ? {} : { sort: sortOf({ field, order: order ?? '' }) }),
    ...(shownColumns === null ? {} : { columns: shownColumns }),
  };
}

/** What is sent to keep a view. */
export const bodyOf = (listName: string, { label, filter, sort, columns }: View): object => ({
  listName,
  viewName: label,
  filter: JSON.stringify(filter),
  ...(sort === undefined ? {} : { sort: JSON.stringify([sort.field, sort.order]) }),
  ...(columns === undefined || Object.keys(columns).length === 0 ? {} : { shownColumns: columns }),
});

const isViews = (value: unknown): value is View[] =>
  Array.isArray(value) &&
  value.every((view) => isRecord(view) && typeof view['label'] === 'string' && isRecord(view['filter']));

/** Undefined for one that the list does not take any more: a column went, or there are as many as it keeps. */
async function handedOver(resource: string, view: View): Promise<OwnView[] | undefined> {
  try {
    return await ask(root, { method: 'PUT', body: bodyOf(resource, view) });
  } catch (error) {
    if (error instanceof ProblemError && [400, 409, 422].includes(error.status)) return undefined;
    throw error;
  }
}

/** Views that were kept in this browser before the platform kept them: handed over once, those of a name that is there already left. */
async function takeOver(resource: string, own: readonly OwnView[]): Promise<OwnView[] | undefined> {
  const name = `views.${resource}`;
  const kept = readPreference(name, [], isViews);
  if (kept.length === 0) return undefined;
  let views: OwnView[] | undefined;
  for (const view of kept.filter(({ label }) => !own.some((one) => one.label === label)))
    views = (await handedOver(resource, view)) ?? views;
  dropPreference(name);
  return views;
}

interface SavedViews {
  own: readonly OwnView[];
  /** Keeps it, in the place of one of its name. @throws ProblemError */
  keep: (view: View) => Promise<void>;
  /** @throws ProblemError */
  remove: (view: OwnView) => Promise<void>;
}

/** One's own views of a list. */
export function useSavedViews(resource: string): SavedViews {
  const client = useQueryClient();
  const queryKey = ['saved-views', resource];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(`${root}?listName=${encodeURIComponent(resource)}`, { signal }),
    retry: false,
  });
  const take = (views: OwnView[]): void => {
    client.setQueryData(queryKey, views);
  };
  useEffect(() => {
    if (data === undefined) return;
    // What cannot be handed over now stays where it is, and is on the next look.
    takeOver(resource, data).then(
      (views) => {
        if (views !== undefined) client.setQueryData(['saved-views', resource], views);
      },
      () => undefined,
    );
  }, [client, data, resource]);
  return {
    own: data ?? [],
    keep: async (view) => {
      take(await ask(root, { method: 'PUT', body: bodyOf(resource, view) }));
    },
    remove: async ({ id }) => {
      take(await ask(`${root}/${id}`, { method: 'DELETE' }));
    },
  };
}
