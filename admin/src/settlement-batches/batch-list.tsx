import { risksAwaited, type BatchRow } from '@linggong/settlement/api';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';

const columnsOf = (awaited: (row: BatchRow) => string): readonly Column<BatchRow>[] => [
  { source: 'number', kind: 'number', sortable: true, phone: 'title' },
  { source: 'enterpriseName', kind: 'text', phone: 'note' },
  { source: 'state', state: 'batch', phone: 'chip' },
  { source: 'awaitsRisk', render: awaited, text: awaited, phone: 'note' },
  { source: 'lineCount', kind: 'count' },
  { source: 'blockedCount', kind: 'count' },
  { source: 'grossFen', kind: 'money', sortable: true },
  { source: 'netFen', kind: 'money', sortable: true, phone: 'end' },
  { source: 'uploadedAt', kind: 'instant', sortable: true, phone: 'note' },
  { source: 'fileName', kind: 'text', hidden: true },
  { source: 'confirmedAt', kind: 'instant', hidden: true },
  { source: 'completedAt', kind: 'instant', hidden: true },
];

/** All batches that the reader may see. */
export default function BatchList(): ReactNode {
  const translate = useTranslate();
  const wordOf = (code: string): string => translate(`batch.awaitsRisk.${code}`);
  const columns = columnsOf(({ awaitsRisk }) => (awaitsRisk === null ? '' : wordOf(awaitsRisk)));
  const filters: readonly Filter[] = [
    { source: 'q', kind: 'text' },
    { source: 'state', kind: 'state', states: 'batch' },
    { source: 'awaitsRisk', kind: 'pick', options: risksAwaited.map((value) => ({ value, label: wordOf(value) })) },
    { source: 'uploadedAt_gte', kind: 'from' },
    { source: 'uploadedAt_lte', kind: 'until' },
  ];
  const upload = useMay()('settlement-batches', 'create');
  const button = upload ? (
    <Button variant="contained" color="primary" component={Link} to="/settlement-batches/create">
      {translate('batch.upload.action')}
    </Button>
  ) : undefined;
  return (
    <RecordList<BatchRow>
      resource="settlement-batches"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'uploadedAt', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.batch.quoted'), filter: { state: 'quoted' } },
        { label: translate('state.batch.confirmed'), filter: { state: 'confirmed' } },
        { label: translate('state.batch.paying'), filter: { state: 'paying' } },
        { label: translate('state.batch.completed'), filter: { state: 'completed' } },
      ]}
      actions={button}
      firstStep={button}
    />
  );
}
