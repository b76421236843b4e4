import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import { ListCard } from '../table/list-card';
import { Card } from '../parts/card';
import { AskSheet } from './ask-sheet';
import type { RequestRow } from './data-request';

/** What I asked about my data, and asking anew. */
export function OwnRequestsCard({ workerId }: { workerId: number }): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const kind = (row: RequestRow): string => translate(`choice.kind.${row.kind}`);
  const columns: readonly Column<RequestRow>[] = [
    { source: 'number', kind: 'number', phone: 'note' },
    { source: 'kind', render: kind, text: kind, phone: 'title' },
    { source: 'state', state: 'dataRequest', phone: 'chip' },
    { source: 'dueOn', kind: 'day', phone: 'end' },
    { source: 'receivedAt', kind: 'instant' },
  ];
  return (
    <>
      <Card
        title={translate('requests.mine')}
        action={
          <Button
            size="small"
            onClick={() => {
              setAsking(true);
            }}
          >
            {translate('requests.ask')}
          </Button>
        }
      >
        {translate('requests.rights')}
      </Card>
      <ListCard<RequestRow>
        title={translate('requests.mineList')}
        resource="data-requests"
        columns={columns}
        sort={{ field: 'id', order: 'DESC' }}
        only={{ workerId }}
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
