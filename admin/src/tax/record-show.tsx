import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Figures } from '../parts/figures';
import { Money } from '../parts/money';
import { percentText } from '../parts/money-text';
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
      title={({ orderNumber }) => orderNumber}
      chips={({ state }) => <StateChip kind="taxRecord" state={state} />}
      facts={(record) => [
        <Link key="worker" to={`/workers/${record.workerId.toString()}/show`} style={{ color: 'inherit' }}>{record.workerName}</Link>,
        <Link key="order" to={`/orders/${record.orderId.toString()}/show`} style={{ color: 'inherit' }}>{translate('resources.orders.name', { smart_count: 1 })}</Link>,
        record.taxDay,
      ]}
    >
      {(record) => (
        <>
          <Figures
            label={translate('resources.tax-records.name', { smart_count: 1 })}
            figures={[
              { label: label('grossFen'), value: money(record.grossFen) },
              { label: label('incomeFen'), value: money(record.incomeFen) },
              { label: label('taxableFen'), value: money(record.taxableFen), note: percentText(record.rateMillionths) },
              { label: label('incomeTaxFen'), value: money(record.incomeTaxFen) },
              { label: label('netFen'), value: money(record.netFen) },
            ]}
          />
          <Card title={translate('order.tax')}>
            <TraceTable entries={record.trace} />
          </Card>
          <Card>
            <Facts
              facts={[
                { label: label('regime'), value: translate(`choice.regime.${record.regime}`, { _: translate('state.other') }) },
                { label: label('vatFen'), value: <Money fen={record.vatFen} /> },
                { label: label('urbanMaintenanceFen'), value: <Money fen={record.urbanMaintenanceFen} /> },
                { label: label('educationFen'), value: <Money fen={record.educationFen} /> },
                { label: label('localEducationFen'), value: <Money fen={record.localEducationFen} /> },
                { label: label('receivableFen'), value: <Money fen={record.receivableFen} /> },
                { label: label('collectedFen'), value: <Money fen={record.collectedFen} /> },
                { label: label('parametersVersion'), value: record.parametersVersion },
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
