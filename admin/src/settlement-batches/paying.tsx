import type { BatchDetail } from '@linggong/settlement/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card, Cards } from '../parts/card';
import { BatchOrders } from './batch-orders';
import { StageList } from './checking';
import { OrderBar } from './order-bar';

/** Money on its way: how far, what failed and why in plain words, what happens next. */
export function Paying({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  return (
    <Cards>
      <Card title={translate('batch.paying.title')}>
        {batch.orders !== null && <OrderBar orders={batch.orders} />}
        <StageList
          batch={batch}
          stages={batch.progress.stages.filter(({ stage }) => stage === 'pay' || stage === 'book')}
        />
      </Card>
      <BatchOrders batch={batch} />
    </Cards>
  );
}
