import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { BulkRow } from './bulk';
import { StartBulk } from './start-bulk';

const filters: readonly Filter[] = [{ source: 'state', kind: 'state', states: 'bulkCheck' }];

/** Bulk checks (批量核验): what runs, what came of those that ran. */
export default function BulkList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const actor = useActorText();
  const [open, setOpen] = useState(false);
  const button = useMay()('real-name-bulk-checks', 'start') ? (
    <Button
      variant="contained"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('bulkCheck.start')}
    </Button>
  ) : undefined;
  const columns: readonly Column<BulkRow>[] = [
    { source: 'id', kind: 'number', phone: 'title' },
    { source: 'state', state: 'bulkCheck', phone: 'chip' },
    { source: 'total', kind: 'count', phone: 'end' },
    { source: 'open', kind: 'count' },
    { source: 'matched', kind: 'count' },
    { source: 'failed', kind: 'count' },
    { source: 'unanswered', kind: 'count', hidden: true },
    { source: 'askedBy', render: ({ askedBy }) => actor(askedBy), text: ({ askedBy }) => actor(askedBy) },
    { source: 'createdAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'finishedAt', kind: 'instant', sortable: true },
  ];
  return (
    <>
      <RecordList<BulkRow>
        resource="real-name-bulk-checks"
        columns={columns}
        filters={filters}
        sort={{ field: 'createdAt', order: 'DESC' }}
        actions={button}
        firstStep={button}
      />
      <StartBulk
        open={open}
        onClose={() => {
          setOpen(false);
          refresh();
        }}
      />
    </>
  );
}
