import { planWords } from '@linggong/billing/api';
import type { OrderDetail } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { CopyButton } from '../parts/copy-button';
import { Facts } from '../parts/facts';
import { Figures } from '../parts/figures';
import { Guide } from '../parts/guide';
import { Masked } from '../parts/masked';
import { Money } from '../parts/money';
import { moneyText, nothing } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Day, Instant } from '../parts/time';
import { Timeline, type TimelineItem } from '../parts/timeline';
import { TakePaper } from '../papers/take-paper';
import { useMay } from '../session/use-me';
import { TraceTable } from '../tax/trace-table';
import { OrderWays } from './order-ways';

const moments = ['confirmedAt', 'sentAt', 'paidAt', 'failedAt', 'returnedAt'] as const;

/** One order, whole: who pays whom for what, the deductions as a sum, and the tax line by line. */
export default function OrderShow(): ReactNode {
  const translate = useTranslate();
  const items = (order: OrderDetail): TimelineItem[] =>
    moments.flatMap((moment) => {
      const at = order[moment];
      return at === null ? [] : [{ at, text: translate(`order.moment.${moment}`) }];
    });
  return (
    <RecordPage<OrderDetail>
      resource="orders"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="order" state={state} />}
      facts={(order) => [
        <Link key="batch" to={`/settlement-batches/${order.batchId.toString()}/show`}>
          {order.batchNumber}
        </Link>,
        <Link key="enterprise" to={`/enterprises/${order.enterpriseId.toString()}/show`}>
          {order.enterpriseName}
        </Link>,
        <Link key="worker" to={`/workers/${order.workerId.toString()}/show`}>
          {order.workerNameMasked}
        </Link>,
      ]}
      actions={(order) => <Receipt order={order} />}
      aside={(order) => (
        <>
          <Guide name="order" steps={3} />
          <Timeline items={items(order).reverse()} />
          <OrderWays order={order} />
        </>
      )}
    >
      {(order) => (
        <>
          {order.failure !== null && order.failure !== undefined && <Failure failure={order.failure} />}
          <OrderFigures order={order} />
          <Card title={translate('order.tax')}>
            <TraceTable entries={order.trace} hidden={order.traceHidden} />
          </Card>
          <OrderFacts order={order} />
        </>
      )}
    </RecordPage>
  );
}

/** Of what the bank paid, also where it came back later: the receipt says so. */
function Receipt({ order }: { order: OrderDetail }): ReactNode {
  const translate = useTranslate();
  const may = useMay()('payment-papers', 'receipt');
  if (!may || order.paidAt === null) return null;
  return <TakePaper path={`/api/v1/orders/${order.id.toString()}/receipt`} label={translate('batch.done.receipt')} />;
}

function OrderFigures({ order }: { order: OrderDetail }): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.orders.fields.${field}`);
  return (
    <Figures
      label={translate('resources.orders.name', { smart_count: 1 })}
      figures={[
        {
          label: label('grossFen'),
          value: <Money fen={order.grossFen} total sign={false} />,
          note:
            order.feeFen === undefined
              ? undefined
              : translate(order.feeMode === 'inside' ? 'order.feeInside' : 'order.fee', {
                  amount: moneyText(order.feeFen),
                }),
        },
        {
          label: label('vatTotalFen'),
          value: <Money fen={order.vatFen + order.surchargeFen} total sign={false} />,
          note: translate('order.surcharge', {
            vat: moneyText(order.vatFen),
            surcharge: moneyText(order.surchargeFen),
          }),
        },
        {
          label: label('incomeTaxFen'),
          value: <Money fen={order.incomeTaxFen} total sign={false} />,
          note:
            order.collectedFen > 0
              ? translate('order.collected', { amount: moneyText(order.collectedFen) })
              : order.collectedFen < 0
                ? translate('order.givenBack', { amount: moneyText(-order.collectedFen) })
                : undefined,
        },
        {
          label: label('netFen'),
          value: <Money fen={order.netFen} total sign={false} />,
          note:
            order.receivableFen > 0
              ? translate('order.receivable', { amount: moneyText(order.receivableFen) })
              : undefined,
        },
      ]}
    />
  );
}

function Failure({ failure }: { failure: NonNullable<OrderDetail['failure']> }): ReactNode {
  const text = useText2();
  return (
    <Box
      role="alert"
      sx={{ bgcolor: 'tokens.badBg', color: 'tokens.bad', borderRadius: '8px', p: '10px 14px', fontSize: 13 }}
    >
      <Box sx={{ fontWeight: 600 }}>{text(failure.text)}</Box>
      {text(failure.next)}
    </Box>
  );
}

function OrderFacts({ order }: { order: OrderDetail }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = (field: string): string => translate(`resources.orders.fields.${field}`);
  return (
    <Card title={translate('order.facts')}>
      <Facts
        facts={[
          {
            label: label('taskTitle'),
            value: (
              <Link to={`/tasks/${order.taskId.toString()}/show`}>{`${order.taskNumber} ${order.taskTitle}`}</Link>
            ),
          },
          { label: label('rowNo'), value: order.rowNo },
          { label: label('amountFen'), value: <Money fen={order.amountFen} total /> },
          ...(order.feeMode === undefined
            ? []
            : [{ label: label('feeMode'), value: text(planWords.bearing[order.feeMode]) }]),
          ...(order.feeTiming === undefined
            ? []
            : [{ label: label('feeTiming'), value: text(planWords.chargedWhen[order.feeTiming]) }]),
          { label: label('taxBearer'), value: text(planWords.taxBearer[order.taxBearer]) },
          ...(order.payerAccountMasked === undefined
            ? []
            : [{ label: label('payerAccountMasked'), value: <Masked text={order.payerAccountMasked} /> }]),
          { label: label('payeeAccountMasked'), value: <Masked text={order.payeeAccountMasked} /> },
          { label: label('bankReference'), value: <BankReference number={order.bankReference} /> },
          { label: label('taxDay'), value: <Day day={order.taxDay} /> },
          { label: label('paidAt'), value: <Instant at={order.paidAt} seconds /> },
          ...(order.remark === undefined ? [] : [{ label: label('remark'), value: order.remark }]),
        ]}
      />
    </Card>
  );
}

/** What finance looks for at the bank: to be copied as it stands, letters and all. */
function BankReference({ number }: { number: OrderDetail['bankReference'] }): ReactNode {
  const translate = useTranslate();
  if (number === null || number === '') return nothing;
  return (
    <>
      {number} <CopyButton value={number} of={translate('resources.orders.fields.bankReference')} />
    </>
  );
}
