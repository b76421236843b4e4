import { Link } from 'react-router-dom';
import type { Column } from '../table/column';
import type { PostingRow } from './ledger';
import { PostingKind, Reference } from './posting-words';

/** Postings (分录); source is credited, destination debited. */
export const postingColumns: readonly Column<PostingRow>[] = [
  { source: 'occurredAt', kind: 'instant', sortable: true, phone: 'note' },
  { source: 'kind', render: (row) => <PostingKind kind={row.kind} />, text: ({ kind }) => kind },
  {
    source: 'reference',
    phone: 'title',
    render: (row) => <Reference reference={row.reference} />,
    text: ({ reference }) => reference ?? '',
  },
  {
    source: 'destination',
    render: (row) => <Link to={`/ledger-accounts/${row.destinationId.toString()}/show`}>{row.destination}</Link>,
    text: ({ destination }) => destination,
  },
  {
    source: 'source',
    render: (row) => <Link to={`/ledger-accounts/${row.sourceId.toString()}/show`}>{row.source}</Link>,
    text: ({ source }) => source,
  },
  { source: 'amountFen', kind: 'money', sortable: true, phone: 'end' },
  { source: 'transactionKey', kind: 'text', hidden: true },
];
