import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { SetRoute } from './set-route';
import { useChannelWord } from './use-channel-word';

/** A row of `/api/console/channel-routes`. */
interface ChannelRouteRow {
  id: number;
  bankCode: string;
  channel: string;
  validFrom: string;
  validTo: string | null;
}

/** Which channel the sub-accounts of a bank pay through, and from when on. */
export default function ChannelRouteList(): ReactNode {
  const translate = useTranslate();
  const channel = useChannelWord();
  const bank = ({ bankCode }: ChannelRouteRow): string => (bankCode === '' ? translate('bank.allBanks') : bankCode);
  const columns: readonly Column<ChannelRouteRow>[] = [
    { source: 'bankCode', render: bank, text: bank, phone: 'title' },
    { source: 'channel', render: channel, text: channel, phone: 'note' },
    { source: 'validFrom', kind: 'day', sortable: true, phone: 'end' },
    { source: 'validTo', kind: 'day' },
  ];
  return (
    <RecordList<ChannelRouteRow>
      resource="channel-routes"
      columns={columns}
      sort={{ field: 'id', order: 'DESC' }}
      actions={<SetRoute />}
      linkOf={() => undefined}
    />
  );
}
