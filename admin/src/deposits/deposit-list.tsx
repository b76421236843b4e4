import type { DepositRow } from '@linggong/settlement/api';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { Reveal } from '../parts/reveal';
import { Chip } from '../parts/state-chip';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { DepositHow } from './deposit-how';
import { RecordDeposit } from './record-deposit';

/** @param reveals whoever books deposits may ask who a person is that paid one */
const columnsOf = (translate: (key: string) => string, reveals: boolean): readonly Column<DepositRow>[] => [
  { source: 'number', sortable: true, phone: 'title' },
  { source: 'enterpriseName', kind: 'text', phone: 'note' },
  { source: 'amountFen', kind: 'money', sortable: true, phone: 'end' },
  {
    source: 'payerName',
    render: ({ id, payerName, payerReason }) => (
      <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', flexWrap: 'wrap' }}>
        {reveals && payerName.includes('*') ? (
          <Reveal of={{ kind: 'deposit', id, field: 'payerName' }} label={translate('unmask.field.payerName')}>
            {payerName}
          </Reveal>
        ) : (
          payerName
        )}
        {payerReason !== null && <Chip tone="wait">{translate('deposit.payer.mark')}</Chip>}
      </Box>
    ),
    text: ({ payerName }) => payerName,
  },
  { source: 'payerReason', kind: 'text', hidden: true },
  { source: 'bankSerial' },
  { source: 'subAccountNumber', hidden: true },
  { source: 'state', state: 'deposit', phone: 'chip' },
  { source: 'receivedAt', kind: 'instant', sortable: true, phone: 'note' },
];

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'bankSerial', kind: 'text', digits: true },
  { source: 'receivedAt_gte', kind: 'from' },
  { source: 'receivedAt_lte', kind: 'until' },
];

/** Money that arrived for enterprises (来账); an entry is never changed, only answered by another. */
export default function DepositList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const record = useMay()('deposits', 'create');
  const [open, setOpen] = useState(false);
  const button = record ? (
    <Button
      variant="contained"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('deposit.record')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<DepositRow>
        resource="deposits"
        columns={columnsOf(translate, record)}
        filters={filters}
        searchBy="q"
        sort={{ field: 'id', order: 'DESC' }}
        actions={
          <>
            <DepositHow />
            {button}
          </>
        }
        firstStep={button ?? <DepositHow />}
        linkOf={() => undefined}
      />
      <RecordDeposit
        open={open}
        onClose={() => {
          setOpen(false);
          refresh();
        }}
      />
    </>
  );
}
