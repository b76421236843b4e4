import type { ReactNode } from 'react';
import { useRowLife } from '../parts/row-life';
import { useText2, type Text2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';

/** A row of `/api/console/event-deliveries`. */
interface DeliveryRow {
  id: number;
  type: string;
  key: string;
  hearer: string;
  attempt: number;
  problem: Text2 | null;
  toldAt: string;
  failedAt: string;
  /** Not a fact of the row: the place of its button. */
  repeat?: never;
}

/** Events that one of their hearers could not take: each may be delivered again. */
export default function DeliveryList(): ReactNode {
  const text = useText2();
  const repeat = useMay()('event-deliveries', 'repeat');
  const { buttons, sheet } = useRowLife<DeliveryRow>({
    kind: 'eventDelivery',
    resource: 'event-deliveries',
    actions: () => (repeat ? [{ name: 'repeat', reason: 'none' }] : []),
  });
  const words = ({ problem }: DeliveryRow): string => (problem === null ? '—' : text(problem));
  const columns: readonly Column<DeliveryRow>[] = [
    { source: 'type', sortable: true, phone: 'title' },
    { source: 'key' },
    { source: 'hearer', sortable: true },
    { source: 'problem', kind: 'text', render: words, text: words, phone: 'note' },
    { source: 'attempt', kind: 'count', hidden: true },
    { source: 'toldAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'failedAt', kind: 'instant', sortable: true },
    {
      source: 'repeat',
      render: buttons,
      kind: 'act',
      text: () => '',
      phone: 'end',
    },
  ];
  return (
    <>
      <RecordList<DeliveryRow>
        resource="event-deliveries"
        columns={columns}
        sort={{ field: 'id', order: 'ASC' }}
        linkOf={() => undefined}
      />
      {sheet}
    </>
  );
}
