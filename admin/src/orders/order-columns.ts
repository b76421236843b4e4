import type { OrderRow } from '@linggong/settlement/api';
import type { Column } from '../table/column';

/** To a worker a payment is one for a task; his own name tells him nothing. */
export function ownOrderColumns(columns: readonly Column<OrderRow>[]): Column<OrderRow>[] {
  return columns
    .filter(({ source }) => source !== 'workerNameMasked')
    .map((column): Column<OrderRow> => {
      if (column.source === 'number') return { ...column, phone: 'note' };
      return column.source === 'taskTitle' ? { ...column, phone: 'title', hidden: false } : column;
    });
}

/** Orders wherever they are listed: on their own page, in a batch, with a worker. */
export const orderColumns: readonly Column<OrderRow>[] = [
  { source: 'number', kind: 'number', sortable: true, phone: 'title' },
  { source: 'workerNameMasked', phone: 'note' },
  { source: 'enterpriseName', kind: 'text', phone: 'note' },
  { source: 'taskTitle', kind: 'text', hidden: true },
  { source: 'batchNumber', hidden: true },
  { source: 'amountFen', kind: 'money', hidden: true },
  { source: 'grossFen', kind: 'money', sortable: true },
  { source: 'feeFen', kind: 'money', hidden: true },
  { source: 'vatFen', kind: 'money', hidden: 'zero' },
  { source: 'surchargeFen', kind: 'money', hidden: 'zero' },
  { source: 'incomeTaxFen', kind: 'money' },
  { source: 'collectedFen', kind: 'money', hidden: 'zero' },
  { source: 'netFen', kind: 'money', sortable: true, phone: 'end' },
  { source: 'state', state: 'order', phone: 'chip' },
  { source: 'payeeAccountMasked', kind: 'masked', hidden: true },
  { source: 'taxDay', kind: 'day', hidden: true },
  { source: 'paidAt', kind: 'instant', sortable: true, phone: 'note' },
];
