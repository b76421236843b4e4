import { retentionClasses } from '@linggong/config/retention';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { DestructionRow } from '../destructions/destruction';
import { Card, Cards } from '../parts/card';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { startOf, today } from './days';
import { ListTiles, useNow, type ListQuestion } from './list-tiles';

/** Archivist (档案管理员): what is kept beyond its term and why, what is due to be destroyed, what was, and what failed. */
export default function ArchiveBoard(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const now = useNow();
  const questions = useMemo<ListQuestion[]>(
    () => [
      { key: 'holds', resource: 'legal-holds', filter: { state: 'standing' } },
      { key: 'ended', resource: 'locked-workers', filter: { state: 'deregistered', keepsUntil_lte: now } },
      { key: 'kept', resource: 'locked-workers', filter: { state: 'deregistered' } },
      { key: 'failed', resource: 'retention-runs', filter: { state: 'failed' } },
      {
        key: 'destroyed',
        resource: 'destructions',
        filter: { at_gte: startOf(`${today().slice(0, 4)}-01-01`) },
      },
      { key: 'requests', resource: 'data-requests', filter: { state: ['received', 'working'] } },
    ],
    [now],
  );
  const what = (row: DestructionRow): string => {
    const known = retentionClasses.find(({ name }) => name === row.class);
    return known ? text(known.what) : row.class;
  };
  const columns: readonly Column<DestructionRow>[] = [
    { source: 'number', kind: 'number', phone: 'title' },
    { source: 'class', render: what, text: what, phone: 'note' },
    { source: 'people', kind: 'count', phone: 'end' },
    { source: 'rows', kind: 'count' },
    { source: 'at', kind: 'instant', phone: 'note' },
  ];
  return (
    <>
      <ListTiles board="archive" questions={questions} />
      <Cards>
        <Card title={translate('boards.archive.last')}>
          <RecordList<DestructionRow>
            resource="destructions"
            columns={columns}
            sort={{ field: 'id', order: 'DESC' }}
            only={{}}
            none={translate('boards.archive.none')}
          />
        </Card>
      </Cards>
    </>
  );
}
