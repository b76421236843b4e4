import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { SetLimits } from './set-limits';
import { useChannelWord } from './use-channel-word';

/** A row of `/api/console/channel-limits`. */
interface ChannelLimitRow {
  id: number;
  channel: string;
  lineMaxFen: number | null;
  smallMaxFen: number | null;
  dayMaxFen: number | null;
  hours: string | null;
  largeHours: string | null;
  workingDaysOnly: boolean;
  validFrom: string;
  validTo: string | null;
  reference: string;
}

/** What each channel takes and when; a change is a new row from a day on. */
export default function ChannelLimitList(): ReactNode {
  const translate = useTranslate();
  const channel = useChannelWord();
  const days = ({ workingDaysOnly }: ChannelLimitRow): string => translate(`ra.boolean.${String(workingDaysOnly)}`);
  const columns: readonly Column<ChannelLimitRow>[] = [
    { source: 'channel', render: channel, text: channel, sortable: true, phone: 'title' },
    { source: 'lineMaxFen', kind: 'money', phone: 'end' },
    { source: 'smallMaxFen', kind: 'money', phone: 'note' },
    { source: 'dayMaxFen', kind: 'money', phone: 'note' },
    { source: 'hours' },
    { source: 'largeHours' },
    { source: 'workingDaysOnly', render: days, text: days },
    { source: 'validFrom', kind: 'day', sortable: true },
    { source: 'validTo', kind: 'day' },
    { source: 'reference', kind: 'text', hidden: true },
  ];
  return (
    <RecordList<ChannelLimitRow>
      resource="channel-limits"
      columns={columns}
      sort={{ field: 'id', order: 'DESC' }}
      actions={<SetLimits />}
      linkOf={() => undefined}
    />
  );
}
