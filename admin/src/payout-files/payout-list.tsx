import { bankReasonOf } from '@linggong/channels/api';
import type { ReactNode } from 'react';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { RoutingWord, useRoutingText, type RoutingFields } from './routing-word';
import { useChannelWord } from './use-channel-word';

/** A row of `/api/console/payouts`. */
interface PayoutRow extends RoutingFields {
  id: number;
  number: string;
  orderId: number;
  channel: string;
  payerAccount: string;
  amountFen: number;
  state: string;
  reasonCode: string | null;
  bankReference: string | null;
  instructionFile: string;
  sentAt: string | null;
  settledAt: string | null;
  returnedAt: string | null;
  /** Not a fact of the row: the place of its words. */
  routing?: never;
}

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'payout' },
];

/** Payouts of orders, and what the bank said of each. */
export default function PayoutList(): ReactNode {
  const text = useText2();
  const channel = useChannelWord();
  const routing = useRoutingText();
  const reason = ({ reasonCode }: PayoutRow): string =>
    reasonCode === null ? '—' : text(bankReasonOf(reasonCode).text);
  const columns: readonly Column<PayoutRow>[] = [
    { source: 'number', sortable: true, phone: 'title' },
    { source: 'channel', render: channel, text: channel },
    { source: 'payerAccount', hidden: true },
    { source: 'amountFen', kind: 'money', sortable: true, phone: 'end' },
    { source: 'state', state: 'payout', phone: 'chip' },
    { source: 'reasonCode', render: reason, text: reason, phone: 'note' },
    { source: 'bankReference' },
    { source: 'instructionFile' },
    { source: 'routing', hidden: true, render: (row) => <RoutingWord row={row} />, text: routing },
    { source: 'sentAt', kind: 'instant', sortable: true },
    { source: 'settledAt', kind: 'instant', sortable: true },
    { source: 'returnedAt', kind: 'instant', sortable: true, hidden: true },
  ];
  return (
    <RecordList<PayoutRow>
      resource="payouts"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      linkOf={({ orderId }) => `/orders/${orderId.toString()}/show`}
    />
  );
}
