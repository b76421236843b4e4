import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Empty } from '../parts/states-of-page';
import { isRecord } from '../provider/problem';
import type { Sort } from './view';

/** The server could not read by what the address sorts or narrows the list; asking once more is refused once more. */
export const isUnread = (error: unknown): boolean => isRecord(error) && error['status'] === 400;

/** Says so, and opens the list as it is without it. The address has the whole of it, so that nothing kept from before is taken up again. */
export function UnreadAddress({ resource, sort }: { resource: string; sort: Sort }): ReactNode {
  const translate = useTranslate();
  const { perPage } = useListContext();
  const name = translate(`resources.${resource}.name`, { smart_count: 2 });
  const search = new URLSearchParams({
    sort: sort.field,
    order: sort.order,
    page: '1',
    perPage: String(perPage),
    filter: '{}',
  });
  return (
    <Empty
      title={translate('list.unread')}
      why={translate('list.unreadWhy')}
      action={
        <Button component={Link} to={`/${resource}?${search.toString()}`}>
          {translate('list.openPlain', { name })}
        </Button>
      }
    />
  );
}
