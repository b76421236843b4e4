import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { taxRecordColumns } from './record-columns';
import type { TaxRecordRow } from './tax';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'taxRecord' },
  { source: 'taxMonth', kind: 'month' },
];

/** Tax of every payment (税费记录). */
export default function TaxRecordList(): ReactNode {
  const translate = useTranslate();
  return (
    <RecordList<TaxRecordRow>
      resource="tax-records"
      columns={taxRecordColumns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.taxRecord.paid'), filter: { state: 'paid' } },
        { label: translate('state.taxRecord.voided'), filter: { state: 'voided' } },
      ]}
    />
  );
}
