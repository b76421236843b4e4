import type { ReactNode } from 'react';
import type { RaRecord } from 'react-admin';
import { Card } from '../parts/card';
import { useMay } from '../session/use-me';
import type { Row } from './column';
import { RecordList, type RecordListProps } from './record-list';

type ListCardProps<R extends Row> = RecordListProps<R> & Required<Pick<RecordListProps<R>, 'only'>> & { title: string };

/**
 * The list of related things inside a detail page. A reader who may not list them does not see it: react-admin would take
 * him away from the page that he may read.
 */
export function ListCard<R extends RaRecord & Row>({ title, ...list }: ListCardProps<R>): ReactNode {
  const may = useMay();
  if (!may(list.resource, 'list')) return null;
  return (
    <Card title={title}>
      <RecordList<R> {...list} />
    </Card>
  );
}
