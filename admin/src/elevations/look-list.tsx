import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { nothing } from '../parts/money-text';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import type { LookRow } from './elevation';

/** Every look under one elevation (查看记录), newest first: which page, which row, how many rows it showed. */
export function LookList({ elevationId }: { elevationId: string }): ReactNode {
  const translate = useTranslate();
  const outcome = ({ status }: LookRow): string => translate(`elevation.look.${status < 400 ? 'shown' : 'refused'}`);
  const field = ({ clearField }: LookRow): string =>
    clearField === null ? nothing : translate(`unmask.field.${clearField}`, { _: clearField });
  const columns: readonly Column<LookRow>[] = [
    { source: 'at', kind: 'instant', sortable: true, phone: 'title' },
    { source: 'route', phone: 'note' },
    { source: 'subjectId', render: (row) => row.subjectId ?? nothing, text: (row) => row.subjectId ?? '' },
    { source: 'clearField', render: field, text: field },
    { source: 'rows', kind: 'count', phone: 'end' },
    { source: 'status', render: outcome, text: outcome, phone: 'chip' },
  ];
  return (
    <Card title={translate('elevation.looks')}>
      <RecordList<LookRow>
        resource="elevation-looks"
        columns={columns}
        sort={{ field: 'at', order: 'DESC' }}
        only={{ elevationId }}
        linkOf={() => undefined}
      />
    </Card>
  );
}
