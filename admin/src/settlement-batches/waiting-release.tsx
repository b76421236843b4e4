import type { BatchDetail } from '@linggong/settlement/api';
import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card, Cards } from '../parts/card';
import { Facts } from '../parts/facts';
import { Instant } from '../parts/time';
import { BatchOrders } from './batch-orders';

/** Confirmed: the money is held, a second person of the platform releases it. */
export function WaitingRelease({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  return (
    <Cards>
      <Card title={translate('batch.release.title')}>
        <Typography variant="body2" sx={{ color: 'tokens.ink2', mb: 1 }}>
          {translate(batch.releaseRule === 'automatic' ? 'batch.release.automatic' : 'batch.release.approver')}
        </Typography>
        <Facts
          facts={[
            {
              label: translate('resources.settlement-batches.fields.confirmedAt'),
              value: <Instant at={batch.confirmedAt} />,
            },
            {
              label: translate('batch.release.quote'),
              value: translate('batch.release.version', { version: batch.quoteVersion }),
            },
          ]}
        />
      </Card>
      <BatchOrders batch={batch} />
    </Cards>
  );
}
