import type { ReactNode } from 'react';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { PostingRow } from './ledger';
import { usePostingColumns } from './posting-columns';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'reference', kind: 'text' },
  { source: 'source', kind: 'text' },
  { source: 'destination', kind: 'text' },
  { source: 'occurredAt_gte', kind: 'from' },
  { source: 'occurredAt_lte', kind: 'until' },
];

/** Every posting of the ledger: append-only; each leads to its entry. */
export default function PostingList(): ReactNode {
  return (
    <RecordList<PostingRow>
      resource="ledger-postings"
      columns={usePostingColumns()}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      linkOf={({ transactionId }) => `/ledger-transactions/${transactionId.toString()}/show`}
    />
  );
}
