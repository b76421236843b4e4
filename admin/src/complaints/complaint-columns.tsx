import type { ComplaintRow } from '@linggong/risk/api';
import { useTranslate } from 'react-admin';
import { nothing } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { instantText } from '../parts/time-text';
import { Clock } from '../risk-cases/clock';
import type { Column } from '../table/column';

/** The page of the record in which the complaint was told. */
export const recordOf = ({ recordId }: ComplaintRow): string | undefined =>
  recordId === null ? undefined : `/form-records/${recordId.toString()}/show`;

/** Complaints by their clock; what is answered has none any more. */
export function useComplaintColumns(): readonly Column<ComplaintRow>[] {
  const translate = useTranslate();
  const text = useText2();
  const title = (row: ComplaintRow): string => text(row.title);
  const kept = ({ inTime }: ComplaintRow): string =>
    inTime === null ? nothing : translate(inTime ? 'complaints.inTime' : 'complaints.late');
  return [
    { source: 'number', kind: 'number', phone: 'note' },
    { source: 'title', kind: 'text', render: title, text: title, phone: 'title' },
    { source: 'state', state: 'complaint', phone: 'chip' },
    {
      source: 'dueAt',
      sortable: true,
      render: (row) =>
        row.state === 'answered' ? nothing : <Clock dueAt={row.dueAt} late={Date.parse(row.dueAt) < Date.now()} />,
      text: ({ dueAt }) => instantText(dueAt, true),
      phone: 'note',
    },
    { source: 'toldAt', kind: 'instant', sortable: true },
    { source: 'takenAt', kind: 'instant', hidden: true },
    { source: 'firstAnsweredAt', kind: 'instant', hidden: true },
    { source: 'closedAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'inTime', render: kept, text: kept, hidden: true },
  ];
}
