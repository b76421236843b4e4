import type { DepositAnswer } from '@linggong/settlement/api';
import { Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { Facts } from '../parts/facts';
import { Money } from '../parts/money';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';

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
  /** Not a fact of the row: the place of its button. */
  record?: never;
}

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'meaning', kind: 'state', states: 'lineMeaning' },
  { source: 'bookedAt_gte', kind: 'from' },
  { source: 'bookedAt_lte', kind: 'until' },
];

/** Lines of banks' statements; money that came in can be recorded as a deposit. */
export default function StatementLineList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const may = useMay()('deposits', 'create');
  const [line, setLine] = useState<StatementLineRow | undefined>(undefined);
  const direction = (row: StatementLineRow): string => translate(`choice.direction.${row.direction}`);
  const columns: readonly Column<StatementLineRow>[] = [
    { source: 'bankSerial', phone: 'title' },
    { source: 'account' },
    { source: 'bookedAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'direction', render: direction, text: direction, phone: 'note' },
    { source: 'amountFen', kind: 'money', sortable: true, phone: 'end' },
    { source: 'meaning', state: 'lineMeaning', phone: 'chip' },
    { source: 'depositNumber', kind: 'number', phone: 'note' },
    { source: 'payerName', kind: 'text', phone: 'note' },
    { source: 'endToEndId' },
    { source: 'remark', kind: 'text', hidden: true },
    {
      source: 'record',
      render: (row) =>
        may && row.meaning === 'deposit' && row.depositNumber === null ? (
          <Button
            size="small"
            onClick={() => {
              setLine(row);
            }}
          >
            {translate('bank.deposit')}
          </Button>
        ) : null,
      text: () => '',
    },
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
          { label: translate('state.lineMeaning.deposit'), filter: { meaning: 'deposit' } },
          { label: translate('state.lineMeaning.return'), filter: { meaning: 'return' } },
        ]}
      />
      <RecordLine
        line={line}
        onClose={() => {
          setLine(undefined);
          refresh();
        }}
      />
    </>
  );
}

function RecordLine({ line, onClose }: { line: StatementLineRow | undefined; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [payer, setPayer] = useState('');
  const asks = line !== undefined && line.payerName === null;
  return (
    <EffectSheet<DepositAnswer>
      open={line !== undefined}
      onClose={onClose}
      title={translate('bank.deposit')}
      lead={translate('bank.depositLead')}
      effects={
        line === undefined
          ? []
          : [
              { label: translate('resources.statement-lines.fields.account'), value: line.account },
              { label: translate('bank.payer'), value: line.payerName ?? '—' },
              {
                label: translate('resources.statement-lines.fields.amountFen'),
                value: <Money fen={line.amountFen} total />,
                strong: true,
              },
            ]
      }
      ready={!asks || payer.trim() !== ''}
      confirm={translate('bank.deposit')}
      run={async ({ key }) =>
        // The route answers with the schema `depositAnswer`.
        (await provider.command(
          'statement-lines',
          line?.id,
          'deposit',
          asks ? { payerName: payer } : {},
          key,
        )) as DepositAnswer
      }
      done={(deposit) => (
        <Facts
          columns={1}
          facts={[
            { label: translate('resources.deposits.fields.number'), value: deposit.number },
            { label: translate('deposit.available'), value: <Money fen={deposit.availableFen} total /> },
          ]}
        />
      )}
    >
      {asks && (
        <TextField
          required
          label={translate('bank.payer')}
          value={payer}
          onChange={(event) => {
            setPayer(event.target.value);
          }}
        />
      )}
    </EffectSheet>
  );
}
