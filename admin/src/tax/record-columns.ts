import type { Column } from '../table/column';
import type { TaxRecordRow } from './tax';

export const taxRecordColumns: readonly Column<TaxRecordRow>[] = [
  { source: 'orderNumber', kind: 'number', phone: 'note' },
  { source: 'workerName', phone: 'title' },
  { source: 'enterpriseName', kind: 'text', hidden: true },
  { source: 'taxDay', kind: 'day', sortable: true, phone: 'note' },
  { source: 'months', kind: 'count' },
  { source: 'grossFen', kind: 'money', sortable: true },
  { source: 'vatFen', kind: 'money' },
  { source: 'taxableFen', kind: 'money', hidden: true },
  { source: 'incomeTaxFen', kind: 'money', sortable: true, phone: 'end' },
  { source: 'netFen', kind: 'money', hidden: true },
  { source: 'state', state: 'taxRecord', phone: 'chip' },
];
