import type { BatchRow } from '@linggong/settlement/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';

const columns: readonly Column<BatchRow>[] = [
  { source: 'number', kind: 'number', phone: 'title' },
  { source: 'fileName', kind: 'text', phone: 'note' },
  { source: 'lineCount', kind: 'count' },
  { source: 'netFen', kind: 'money', phone: 'end' },
  { source: 'state', state: 'batch', phone: 'chip' },
  { source: 'uploadedAt', kind: 'instant' },
];

/** The enterprise's latest sheets, against sending the same one twice. */
export function RecentSheets({ enterpriseId }: { enterpriseId: number }): ReactNode {
  const translate = useTranslate();
  return (
    <Card title={translate('batch.upload.recent')}>
      <RecordList<BatchRow>
        key={enterpriseId}
        resource="settlement-batches"
        columns={columns}
        sort={{ field: 'uploadedAt', order: 'DESC' }}
        only={{ enterpriseId }}
      />
    </Card>
  );
}
