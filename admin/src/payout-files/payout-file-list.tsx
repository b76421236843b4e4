import type { ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { DownloadButton } from './download';
import { RoutingWord, useRoutingText, type RoutingFields } from './routing-word';
import { useChannelWord } from './use-channel-word';

/** A row of `/api/console/payout-files`. */
interface PayoutFileRow extends RoutingFields {
  id: number;
  messageId: string;
  channel: string;
  state: string;
  lines: number;
  totalFen: number;
  preparedAt: string;
  handedOverAt: string | null;
  confirmedAt: string | null;
  waitsUntil: string | null;
  waitsFor: string | null;
  bankFileId: number | null;
  downloads: number;
  /** Not facts of the row: the places of a word and a button. */
  routing?: never;
  take?: never;
}

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'payoutFile' },
];

/** Files of payments, as they go to banks; those of file channels can be taken. */
export default function PayoutFileList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const channel = useChannelWord();
  const routing = useRoutingText();
  const waits = ({ waitsFor }: PayoutFileRow): string =>
    waitsFor === null ? '—' : translate(`choice.waitsFor.${waitsFor}`);
  const columns: readonly Column<PayoutFileRow>[] = [
    { source: 'messageId', phone: 'title' },
    { source: 'channel', render: channel, text: channel, phone: 'note' },
    { source: 'state', state: 'payoutFile', phone: 'chip' },
    { source: 'lines', kind: 'count' },
    { source: 'totalFen', kind: 'money', sortable: true, phone: 'end' },
    { source: 'routing', hidden: true, render: (row) => <RoutingWord row={row} />, text: routing },
    { source: 'preparedAt', kind: 'instant', sortable: true },
    { source: 'handedOverAt', kind: 'instant', sortable: true },
    { source: 'confirmedAt', kind: 'instant', hidden: true },
    { source: 'waitsFor', render: waits, text: waits },
    { source: 'waitsUntil', kind: 'instant' },
    { source: 'downloads', kind: 'count', hidden: true },
    {
      source: 'take',
      render: ({ bankFileId, messageId }) =>
        bankFileId === null ? null : <DownloadButton id={bankFileId} name={messageId} onDone={refresh} />,
      kind: 'act',
      text: () => '',
    },
  ];
  return (
    <RecordList<PayoutFileRow>
      resource="payout-files"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      linkOf={() => undefined}
    />
  );
}
