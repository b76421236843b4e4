import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { LockedRow } from './locked-worker';

const columns: readonly Column<LockedRow>[] = [
  { source: 'number', kind: 'number', sortable: true, phone: 'title' },
  { source: 'state', state: 'worker', sortable: true, phone: 'chip' },
  { source: 'lockedAt', kind: 'instant', sortable: true },
  { source: 'keepsUntil', kind: 'instant', sortable: true, phone: 'note' },
  { source: 'erasedAt', kind: 'instant', sortable: true },
  { source: 'certificate' },
];

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'choice', choices: ['deregistered', 'erased'] },
  { source: 'keepsUntil_gte', kind: 'from' },
  { source: 'keepsUntil_lte', kind: 'until' },
];

/** People who have left (已注销人员): until when the law has them kept, and who is erased. */
export default function LockedList(): ReactNode {
  const translate = useTranslate();
  return (
    <RecordList<LockedRow>
      resource="locked-workers"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.worker.deregistered'), filter: { state: 'deregistered' } },
        { label: translate('state.worker.erased'), filter: { state: 'erased' } },
      ]}
    />
  );
}
