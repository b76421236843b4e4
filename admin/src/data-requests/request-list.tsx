import { requestKinds } from '@linggong/vault/domain';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { dayOf } from '../parts/time-text';
import { useMay, useMe } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { AskSheet } from './ask-sheet';
import { daysLeft, nearDay } from './clock';
import type { RequestRow } from './data-request';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'kind', kind: 'choice', choices: requestKinds },
  { source: 'state', kind: 'state', states: 'dataRequest' },
  { source: 'receivedAt_gte', kind: 'from' },
  { source: 'receivedAt_lte', kind: 'until' },
];

const open = ['received', 'working'];

/** What people asked about their own data (个人信息请求), with the clock of each: what is due first stands first. */
export default function RequestList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const may = useMay();
  const self = useMe()?.account.workerId !== undefined;
  const [asking, setAsking] = useState(false);
  const today = dayOf(new Date());
  const kind = (row: RequestRow): string => translate(`choice.kind.${row.kind}`);
  const clock = ({ dueOn, endedAt }: RequestRow): string => {
    const days = daysLeft(dueOn, endedAt !== null, today);
    if (days === undefined) return dueOn;
    const left = Math.abs(days);
    return `${dueOn} · ${translate(days < 0 ? 'requests.late' : 'requests.left', { smart_count: left })}`;
  };
  const columns: readonly Column<RequestRow>[] = [
    { source: 'number', kind: 'number', sortable: true, phone: 'note' },
    { source: 'kind', render: kind, text: kind, sortable: true, phone: 'title' },
    { source: 'state', state: 'dataRequest', sortable: true, phone: 'chip' },
    { source: 'dueOn', render: clock, text: clock, sortable: true, phone: 'end' },
    { source: 'workerNumber' },
    { source: 'workerName' },
    {
      source: 'channel',
      render: ({ channel }) => translate(`choice.channelOfRequest.${channel}`),
      text: ({ channel }) => translate(`choice.channelOfRequest.${channel}`),
    },
    { source: 'receivedAt', kind: 'instant', sortable: true },
    { source: 'endedAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'keepsUntil', kind: 'instant', hidden: true },
  ];
  return (
    <>
      <RecordList<RequestRow>
        resource="data-requests"
        columns={columns}
        filters={filters}
        searchBy="q"
        sort={{ field: 'dueOn', order: 'ASC' }}
        first={{ state: open }}
        views={[
          { label: translate('requests.open'), filter: { state: open } },
          { label: translate('requests.near'), filter: { state: open, dueOn_lte: nearDay(today) } },
          { label: translate('views.all'), filter: {} },
        ]}
        actions={
          may('data-requests', 'create') &&
          !self && (
            <Button
              variant="contained"
              color="primary"
              onClick={() => {
                setAsking(true);
              }}
            >
              {translate('requests.take')}
            </Button>
          )
        }
      />
      <AskSheet
        open={asking}
        onClose={() => {
          setAsking(false);
          refresh();
        }}
      />
    </>
  );
}
