import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Figures } from '../parts/figures';
import { Guide } from '../parts/guide';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { RecordList } from '../table/record-list';
import { taxRecordColumns } from './record-columns';
import type { TaxPeriodRow, TaxRecordRow } from './tax';

/** One month: what was paid and withheld, record by record. */
export default function TaxPeriodShow(): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.tax-periods.fields.${field}`);
  return (
    <RecordPage<TaxPeriodRow>
      resource="tax-periods"
      title={({ month }) => month}
      chips={({ state }) => <StateChip kind="taxPeriod" state={state} />}
      facts={({ dueOn, groupCode }) => [translate('tax.due', { day: dueOn }), groupCode]}
      aside={() => <Guide name="taxPeriod" steps={3} />}
    >
      {(period) => (
        <>
          <Figures
            label={translate('resources.tax-periods.name', { smart_count: 1 })}
            figures={[
              { label: label('workerCount'), value: countText(period.workerCount), note: translate('tax.records', { count: countText(period.recordCount) }) },
              { label: label('grossFen'), value: <Money fen={period.grossFen} total sign={false} /> },
              { label: label('incomeTaxFen'), value: <Money fen={period.incomeTaxFen} total sign={false} /> },
              { label: label('vatFen'), value: <Money fen={period.vatFen} total sign={false} /> },
              { label: label('surchargeFen'), value: <Money fen={period.surchargeFen} total sign={false} /> },
            ]}
          />
          <Card title={translate('resources.tax-records.name', { smart_count: 2 })}>
            <RecordList<TaxRecordRow> resource="tax-records" columns={taxRecordColumns} sort={{ field: 'id', order: 'DESC' }} only={{ taxMonth: period.month }} />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
