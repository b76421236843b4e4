import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { TransactionRow } from './ledger';
import { postingKindKey } from './posting-words';
import { Reference } from './reference';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'occurredAt_gte', kind: 'from' },
  { source: 'occurredAt_lte', kind: 'until' },
];

/** Entries of the ledger (记账凭证): what business booked, and what two persons of finance did. */
export default function TransactionList(): ReactNode {
  const translate = useTranslate();
  const kind = (row: TransactionRow): string =>
    translate(postingKindKey(row.kind), { _: translate('choice.postingKind.other') });
  const columns: readonly Column<TransactionRow>[] = [
    { source: 'occurredAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'kind', render: kind, text: kind, phone: 'note' },
    {
      source: 'reference',
      // What people booked by hand rests on no business of its own.
      render: ({ reference, referenceNumber, key }) =>
        reference === null ? key : <Reference reference={reference} number={referenceNumber} />,
      text: ({ referenceNumber, key }) => referenceNumber ?? key,
      phone: 'title',
    },
    { source: 'movedFen', kind: 'money', phone: 'end' },
    { source: 'memo', kind: 'text' },
    { source: 'key', kind: 'text' },
    { source: 'reversesKey', kind: 'text', hidden: true },
  ];
  return (
    <RecordList<TransactionRow>
      resource="ledger-transactions"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('choice.postingKind.adjustment'), filter: { kind: 'adjustment' } },
        { label: translate('choice.postingKind.reversal'), filter: { kind: 'reversal' } },
      ]}
    />
  );
}
