import type { ReactNode } from 'react';
import { useGetOne, useGetRecordId, useRefresh, useTranslate, type RaRecord } from 'react-admin';
import { PageHeader } from './page-header';
import { Cards, WithAside } from './card';
import { PageSkeleton, Trouble } from './states-of-page';

interface RecordPageProps<R extends RaRecord> {
  resource: string;
  title: (record: R) => string;
  chips?: (record: R) => ReactNode;
  facts?: (record: R) => readonly ReactNode[];
  actions?: (record: R, refresh: () => void) => ReactNode;
  /** The facts in sections: cards. */
  children: (record: R, refresh: () => void) => ReactNode;
  /** Guide, timeline, related things. */
  aside?: (record: R) => ReactNode;
}

/** A list leaves its rows in react-admin's cache as records; they lack what only the detail has. Under this mark it keeps apart. */
const whole = { whole: true };

/** The detail page of a resource: head with state and next actions, facts at the left, history at the right. */
export function RecordPage<R extends RaRecord>({
  resource,
  title,
  chips,
  facts,
  actions,
  children,
  aside,
}: RecordPageProps<R>): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const id = useGetRecordId();
  const { data, error, refetch } = useGetOne<R>(resource, { id, meta: whole });
  if (data === undefined) {
    return error === null || error === undefined ? (
      <PageSkeleton />
    ) : (
      <Trouble
        error={error}
        retry={() => {
          void refetch();
        }}
      />
    );
  }
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate(`resources.${resource}.name`, { smart_count: 2 }), to: `/${resource}` }]}
        title={title(data)}
        chips={chips?.(data)}
        facts={facts?.(data) ?? []}
        actions={actions?.(data, refresh)}
      />
      {aside === undefined ? (
        <Cards>{children(data, refresh)}</Cards>
      ) : (
        <WithAside aside={aside(data)}>
          <Cards>{children(data, refresh)}</Cards>
        </WithAside>
      )}
    </>
  );
}
