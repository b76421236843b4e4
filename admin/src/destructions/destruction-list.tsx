import { retentionClasses } from '@linggong/config/retention';
import type { ReactNode } from 'react';
import { useActorText } from '../parts/actor';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { DestructionRow } from './destruction';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'at_gte', kind: 'from' },
  { source: 'at_lte', kind: 'until' },
];

/** Certificates of destruction (销毁证明): how many people were erased when, by which rule, and of how many rows. */
export default function DestructionList(): ReactNode {
  const text = useText2();
  const actor = useActorText();
  const what = (row: DestructionRow): string => {
    const known = retentionClasses.find(({ name }) => name === row.class);
    return known ? text(known.what) : row.class;
  };
  const columns: readonly Column<DestructionRow>[] = [
    { source: 'number', kind: 'number', sortable: true, phone: 'title' },
    { source: 'class', render: what, text: what },
    { source: 'people', kind: 'count', sortable: true, phone: 'end' },
    { source: 'rows', kind: 'count' },
    { source: 'actor', render: (row) => actor(row.actor), text: (row) => actor(row.actor) },
    { source: 'at', kind: 'instant', sortable: true, phone: 'note' },
  ];
  return (
    <RecordList<DestructionRow>
      resource="destructions"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
    />
  );
}
