import type { Column } from '../table/column';
import type { TaxRecordRow } from './tax';

export const taxRecordColumns: readonly Column<TaxRecordRow>[] = [
  { source: 'taxDay', kind: 'day', sortable: true, phone: 'note' },
  { source: 'workerNameMasked', phone: 'title' },
  { source: 'workerNumber' },
  { source: 'months', kind: 'count' },
  { source: 'grossFen', kind: 'money', sortable: true },
  { source: 'vatFen', kind: 'money', sortable: true },
  { source: 'surchargeFen', kind: 'money', hidden: true },
  { source: 'incomeFen', kind: 'money', sortable: true, hidden: true },
  { source: 'incomeTaxFen', kind: 'money', sortable: true, phone: 'end' },
  { source: 'receivableFen', kind: 'money', hidden: true },
  { source: 'collectedFen', kind: 'money', hidden: true },
  { source: 'netFen', kind: 'money', sortable: true },
  { source: 'state', state: 'taxRecord', phone: 'chip' },
];
