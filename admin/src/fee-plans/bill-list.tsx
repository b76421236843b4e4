import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { IssueBill } from './issue-bill';
import type { FeeBillRow } from './plan';

const columns: readonly Column<FeeBillRow>[] = [
  { source: 'number', kind: 'number', sortable: true, phone: 'note' },
  { source: 'enterpriseName', kind: 'text', sortable: true, phone: 'title' },
  { source: 'month', sortable: true, phone: 'note' },
  { source: 'accruedFen', kind: 'money' },
  { source: 'shortfallFen', kind: 'money', hidden: 'zero' },
  { source: 'totalFen', kind: 'money', sortable: true, phone: 'end' },
  { source: 'state', state: 'feeBill', phone: 'chip' },
  { source: 'issuedAt', kind: 'instant', sortable: true },
  { source: 'settledAt', kind: 'instant', sortable: true },
];

const filters: readonly Filter[] = [
  { source: 'number', kind: 'text' },
  { source: 'month', kind: 'month' },
  { source: 'state', kind: 'state', states: 'feeBill' },
];

/** Bills of fees that are charged after the trade, and of what is missing to a month's minimum. */
export default function FeeBillList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const issue = useMay()('fee-bills', 'create');
  const [open, setOpen] = useState(false);
  const button = issue ? (
    <Button
      variant="contained"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('feeBill.issue')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<FeeBillRow>
        resource="fee-bills"
        columns={columns}
        filters={filters}
        sort={{ field: 'id', order: 'DESC' }}
        actions={button}
        firstStep={button}
      />
      <IssueBill
        open={open}
        onClose={() => {
          setOpen(false);
          refresh();
        }}
      />
    </>
  );
}
