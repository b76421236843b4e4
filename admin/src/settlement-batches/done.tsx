import type { BatchDetail } from '@linggong/settlement/api';
import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card, Cards } from '../parts/card';
import { instantText } from '../parts/time-text';
import { useMay } from '../session/use-me';
import { BatchOrders } from './batch-orders';
import { SheetFacts } from './checking';
import { OrderBar } from './order-bar';
import { BatchReceipts } from '../papers/batch-receipts';
import { TakePaper } from '../papers/take-paper';

/** Paid and booked (or cancelled): the result, the papers that came of it, and what still comes back days later. */
export function Done({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const cancelled = batch.state === 'cancelled';
  return (
    <Cards>
      <Card title={translate(cancelled ? 'batch.done.cancelled' : 'batch.done.title')}>
        <Typography variant="body2" sx={{ color: 'tokens.ink2', mb: 1.5 }}>
          {cancelled
            ? translate('batch.done.cancelledWhy', { reason: batch.stateReason ?? '—' })
            : translate('batch.done.at', { at: instantText(batch.completedAt) })}
        </Typography>
        {batch.orders !== null && <OrderBar orders={batch.orders} />}
        {!cancelled && <Papers batch={batch} />}
      </Card>
      {batch.orders !== null && <BatchOrders batch={batch} />}
      {cancelled && <SheetFacts batch={batch} />}
    </Cards>
  );
}

/** What the bank paid, also where it came back later: each has a receipt, which says so. */
const madePayments = ({ orders }: BatchDetail): number => (orders?.paid.count ?? 0) + (orders?.returned.count ?? 0);

function Papers({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const filter = (values: Record<string, unknown>): string => encodeURIComponent(JSON.stringify(values));
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {may('payment-papers', 'statement') && (
        <TakePaper
          path={`/api/v1/settlement-batches/${batch.id.toString()}/statement`}
          label={translate('batch.done.statementFile')}
        />
      )}
      {may('payment-papers', 'batch-receipts') && <BatchReceipts batchId={batch.id} payments={madePayments(batch)} />}
      <Button size="small" component={Link} to={`/orders?filter=${filter({ batchId: batch.id, state: 'paid' })}`}>
        {translate('batch.done.receipts')}
      </Button>
      {may('tax-records', 'list') && batch.quote !== null && (
        <Button
          size="small"
          component={Link}
          to={`/tax-records?filter=${filter({ enterpriseId: batch.enterpriseId, taxMonth: batch.quote.day.slice(0, 7) })}`}
        >
          {translate('batch.done.taxRecords')}
        </Button>
      )}
      {may('ledger-postings', 'list') && (
        <Button
          size="small"
          component={Link}
          to={`/ledger-postings?filter=${filter({ enterpriseId: batch.enterpriseId })}`}
        >
          {translate('batch.done.statement')}
        </Button>
      )}
    </Box>
  );
}
