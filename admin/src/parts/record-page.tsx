import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetOne, useGetRecordId, useRefresh, useTranslate, type RaRecord } from 'react-admin';
import { Link } from 'react-router-dom';
import { PageHeader } from './page-header';
import { Cards, WithAside } from './card';
import { isNothing } from '../provider/problem';
import { kindOfPage } from '../timeline/story';
import { StoryLink } from '../timeline/story-link';
import { Empty, PageSkeleton, Trouble } from './states-of-page';
import { whole } from './whole';

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

/** What is not there will not be there a moment later: the way leads back to the list, not once more to the server. */
export function NoRecord({
  error,
  resource,
  retry,
}: {
  error: unknown;
  resource: string;
  retry: () => void;
}): ReactNode {
  const translate = useTranslate();
  if (!isNothing(error)) return <Trouble error={error} retry={retry} />;
  const name = translate(`resources.${resource}.name`, { smart_count: 2 });
  return (
    <Empty
      page
      title={translate('problem.notFound')}
      action={
        <Button component={Link} to={`/${resource}`}>
          {translate('problem.backTo', { name })}
        </Button>
      }
    />
  );
}

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
  // What is decided here may have been changed by somebody else a moment ago: it is read anew whenever it is opened.
  const { data, error, refetch } = useGetOne<R>(resource, { id, meta: whole }, { refetchOnMount: 'always' });
  if (data === undefined) {
    return error === null || error === undefined ? (
      <PageSkeleton />
    ) : (
      <NoRecord
        error={error}
        resource={resource}
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
      {aside === undefined && kindOfPage(resource) === undefined ? (
        <Cards>{children(data, refresh)}</Cards>
      ) : (
        <WithAside
          aside={
            <>
              {aside?.(data)}
              <StoryLink resource={resource} id={data.id} />
            </>
          }
        >
          <Cards>{children(data, refresh)}</Cards>
        </WithAside>
      )}
    </>
  );
}
