import { moneyText } from '../parts/money-text';
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

/** A worker reads his own: the month first, then what came in and what was withheld, each by its name. */
export function ownTaxColumns(phone: boolean, label: (field: string) => string): readonly Column<TaxRecordRow>[] {
  const month: Column<TaxRecordRow> = { source: 'taxMonth', kind: 'day', sortable: true, phone: 'title' };
  const rest = taxRecordColumns.filter(({ source }) => source !== 'workerNameMasked' && source !== 'workerNumber');
  if (!phone) return [month, ...rest];
  const named = (source: 'grossFen' | 'incomeTaxFen', place: 'note' | 'end'): Column<TaxRecordRow> => {
    const words = (row: TaxRecordRow): string => `${label(source)} ${moneyText(row[source])}`;
    return { source, render: words, text: words, phone: place };
  };
  return [
    month,
    named('incomeTaxFen', 'end'),
    named('grossFen', 'note'),
    { source: 'taxDay', kind: 'day', phone: 'note' },
    { source: 'state', state: 'taxRecord', phone: 'chip' },
  ];
}
