import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Figures } from '../parts/figures';
import { Money } from '../parts/money';
import { moneyText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import type { TaxRecord } from './tax';
import { TraceTable } from './trace-table';

/** One tax record: the computation that a tax officer repeats with a calculator. */
export default function TaxRecordShow(): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.tax-records.fields.${field}`);
  const money = (fen: number): ReactNode => <Money fen={fen} total sign={false} />;
  return (
    <RecordPage<TaxRecord>
      resource="tax-records"
      title={({ taxDay, workerNameMasked }) => `${taxDay} ${workerNameMasked}`}
      chips={({ state }) => <StateChip kind="taxRecord" state={state} />}
      facts={(record) => [
        <Link key="worker" to={`/workers/${record.workerId.toString()}/show`} style={{ color: 'inherit' }}>
          {record.workerNumber}
        </Link>,
        <Link key="order" to={`/orders/${record.orderId.toString()}/show`} style={{ color: 'inherit' }}>
          {translate('resources.orders.name', { smart_count: 1 })}
        </Link>,
      ]}
    >
      {(record) => (
        <>
          <Figures
            label={translate('resources.tax-records.name', { smart_count: 1 })}
            figures={[
              { label: label('grossFen'), value: money(record.grossFen) },
              { label: label('incomeFen'), value: money(record.incomeFen) },
              {
                label: label('vatFen'),
                value: money(record.vatFen + record.surchargeFen),
                note: translate('tax.surcharge', { amount: moneyText(record.surchargeFen) }),
              },
              { label: label('incomeTaxFen'), value: money(record.incomeTaxFen) },
              { label: label('netFen'), value: money(record.netFen) },
            ]}
          />
          <Card title={translate('order.tax')}>
            <TraceTable entries={record.trace} hidden={record.traceHidden} />
          </Card>
          <Card>
            <Facts
              facts={[
                {
                  label: label('regime'),
                  value: translate(`choice.regime.${record.regime}`, { _: translate('state.other') }),
                },
                { label: label('months'), value: record.months },
                { label: label('receivableFen'), value: <Money fen={record.receivableFen} /> },
                { label: label('collectedFen'), value: <Money fen={record.collectedFen} /> },
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
