import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorColumn } from '../table/actor-column';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { ListImportRow } from './entry';

const filters: readonly Filter[] = [
  { source: 'number', kind: 'text' },
  { source: 'state', kind: 'state', states: 'riskListImport' },
];

/** Sheets of entries (名单导入) that were read, taken or given up. */
export default function ListImportList(): ReactNode {
  const translate = useTranslate();
  const actor = useActorColumn();
  const columns: readonly Column<ListImportRow>[] = [
    { source: 'number', kind: 'number', sortable: true, phone: 'title' },
    { source: 'rowsRead', kind: 'count' },
    { source: 'rowsGood', kind: 'count', phone: 'end' },
    { source: 'rowsRefused', kind: 'count' },
    actor('createdName', { phone: 'note' }),
    { source: 'createdAt', kind: 'instant', sortable: true },
    { source: 'state', state: 'riskListImport', phone: 'chip' },
  ];
  return (
    <RecordList<ListImportRow>
      resource="risk-list-imports"
      columns={columns}
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.riskListImport.read'), filter: { state: 'read' } },
      ]}
    />
  );
}
