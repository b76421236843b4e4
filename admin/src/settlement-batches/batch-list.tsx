import type { BatchRow } from '@linggong/settlement/api';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';

const columns: readonly Column<BatchRow>[] = [
  { source: 'number', kind: 'number', sortable: true, phone: 'title' },
  { source: 'enterpriseName', kind: 'text', phone: 'note' },
  { source: 'state', state: 'batch', phone: 'chip' },
  { source: 'lineCount', kind: 'count' },
  { source: 'blockedCount', kind: 'count' },
  { source: 'grossFen', kind: 'money', sortable: true },
  { source: 'netFen', kind: 'money', sortable: true, phone: 'end' },
  { source: 'uploadedAt', kind: 'instant', sortable: true, phone: 'note' },
  { source: 'fileName', kind: 'text', hidden: true },
  { source: 'confirmedAt', kind: 'instant', hidden: true },
  { source: 'completedAt', kind: 'instant', hidden: true },
];

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'batch' },
  { source: 'uploadedAt_gte', kind: 'from' },
  { source: 'uploadedAt_lte', kind: 'until' },
];

/** All batches that the reader may see. */
export default function BatchList(): ReactNode {
  const translate = useTranslate();
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
