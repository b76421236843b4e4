import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { nothing } from '../parts/money-text';
import { Reveal } from '../parts/reveal';
import { Chip, StateChip } from '../parts/state-chip';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { RecordLine } from './record-line';

/** A row of `/api/console/statement-lines`. */
interface StatementLineRow {
  id: number;
  account: string;
  bankSerial: string;
  bookedAt: string;
  direction: string;
  amountFen: number;
  meaning: string;
  payerName: string | null;
  endToEndId: string | null;
  remark: string;
  depositNumber: string | null;
}

/** Money that came in and is no deposit yet. */
const isUnregistered = ({ meaning, depositNumber }: StatementLineRow): boolean =>
  meaning === 'deposit' && depositNumber === null;

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'meaning', kind: 'state', states: 'lineMeaning' },
  { source: 'bookedAt_gte', kind: 'from' },
  { source: 'bookedAt_lte', kind: 'until' },
];

/** @param reveals whoever books deposits may ask who a person is that paid */
function payerColumn(reveals: boolean, label: string): Column<StatementLineRow> {
  return {
    source: 'payerName',
    render: ({ id, payerName }) =>
      reveals && payerName?.includes('*') ? (
        <Reveal of={{ kind: 'statement-line', id, field: 'payerName' }} label={label}>
          {payerName}
        </Reveal>
      ) : (
        (payerName ?? nothing)
      ),
    text: ({ payerName }) => payerName ?? '',
    phone: 'note',
  };
}

/** Lines of banks' statements; money that came in can be recorded as a deposit. */
export default function StatementLineList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const may = useMay()('deposits', 'record-line');
  const [line, setLine] = useState<number | undefined>(undefined);
  const direction = (row: StatementLineRow): string => translate(`choice.direction.${row.direction}`);
  const columns: readonly Column<StatementLineRow>[] = [
    { source: 'bankSerial', phone: 'title' },
    { source: 'account' },
    { source: 'bookedAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'direction', render: direction, text: direction, phone: 'note' },
    { source: 'amountFen', kind: 'money', sortable: true, phone: 'end' },
    {
      source: 'meaning',
      // A credit that nobody has recorded waits: it is no good news yet.
      render: (row) =>
        isUnregistered(row) ? (
          <Chip tone="wait">{translate('bank.unregistered')}</Chip>
        ) : (
          <StateChip kind="lineMeaning" state={row.meaning} />
        ),
      text: (row) => translate(isUnregistered(row) ? 'bank.unregistered' : `state.lineMeaning.${row.meaning}`),
      phone: 'chip',
    },
    payerColumn(may, translate('unmask.field.payerName')),
    {
      source: 'depositNumber',
      render: (row) =>
        may && isUnregistered(row) ? (
          <Button
            size="small"
            onClick={() => {
              setLine(row.id);
            }}
          >
            {translate('bank.deposit')}
          </Button>
        ) : (
          (row.depositNumber ?? nothing)
        ),
      text: (row) => row.depositNumber ?? (isUnregistered(row) ? translate('bank.unregistered') : ''),
      phone: 'note',
    },
    { source: 'endToEndId', hidden: true },
    { source: 'remark', kind: 'text', hidden: true },
  ];
  return (
    <>
      <RecordList<StatementLineRow>
        resource="statement-lines"
        columns={columns}
        filters={filters}
        searchBy="q"
        sort={{ field: 'bookedAt', order: 'DESC' }}
        linkOf={() => undefined}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('bank.unregistered'), filter: { unregistered: true } },
          { label: translate('state.lineMeaning.deposit'), filter: { meaning: 'deposit' } },
          { label: translate('state.lineMeaning.return'), filter: { meaning: 'return' } },
        ]}
      />
      <RecordLine
        lineId={line}
        onClose={() => {
          setLine(undefined);
          refresh();
        }}
      />
    </>
  );
}
