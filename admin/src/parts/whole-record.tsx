import type { ReactNode } from 'react';
import { useGetOne, useGetRecordId, type RaRecord } from 'react-admin';
import { NoRecord } from './record-page';
import { PageSkeleton } from './states-of-page';
import { whole } from './whole';

/** A page about one row that is no detail page: its form, once the whole of it is there. */
export function WholeRecord<R extends RaRecord>({
  resource,
  children,
}: {
  resource: string;
  children: (record: R) => ReactNode;
}): ReactNode {
  const id = useGetRecordId();
  const { data, error, refetch } = useGetOne<R>(resource, { id, meta: whole });
  if (data !== undefined) return children(data);
  if (error === null || error === undefined) return <PageSkeleton />;
  const retry = (): void => {
    void refetch();
  };
  return <NoRecord error={error} resource={resource} retry={retry} />;
}
