import { useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { useMe } from '../session/use-me';
import { ownTaxColumns, taxRecordColumns } from './record-columns';
import type { TaxRecordRow } from './tax';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'taxRecord' },
  { source: 'taxMonth', kind: 'month' },
];

/** Tax of every payment (税费记录). */
export default function TaxRecordList(): ReactNode {
  const translate = useTranslate();
  const own = useMe()?.account.role === 'worker';
  const phone = useMediaQuery('(max-width: 599px)');
  return (
    <RecordList<TaxRecordRow>
      resource="tax-records"
      columns={
        own ? ownTaxColumns(phone, (field) => translate(`resources.tax-records.fields.${field}`)) : taxRecordColumns
      }
      filters={own ? filters.filter(({ source }) => source !== 'q') : filters}
      {...(own ? {} : { searchBy: 'q' })}
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.taxRecord.paid'), filter: { state: 'paid' } },
        { label: translate('state.taxRecord.voided'), filter: { state: 'voided' } },
      ]}
    />
  );
}
