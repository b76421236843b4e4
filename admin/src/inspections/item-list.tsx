import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { RowName } from '../parts/row-name';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { ItemRow } from './inspection';

const filters: readonly Filter[] = [
  { source: 'itemNumber', kind: 'text' },
  { source: 'state', kind: 'state', states: 'inspectionItem' },
];

/** Items of all inspections: what waits to be checked, and called about, by those who do nothing else of it. */
export default function ItemList(): ReactNode {
  const translate = useTranslate();
  const open = { state: 'open' };
  return (
    <RecordList<ItemRow>
      resource="inspection-items"
      columns={useItemColumns()}
      filters={filters}
      sort={{ field: 'id', order: 'ASC' }}
      first={open}
      views={[
        { label: translate('state.inspectionItem.open'), filter: open },
        { label: translate('state.inspectionItem.found'), filter: { state: 'found' } },
        { label: translate('views.all'), filter: {} },
      ]}
    />
  );
}

export function useItemColumns(): readonly Column<ItemRow>[] {
  return [
    { source: 'itemNumber', kind: 'number', sortable: true, phone: 'title' },
    {
      source: 'inspectionId',
      render: ({ inspectionId }) => <RowName kind="inspection" id={inspectionId} otherwise={inspectionId.toString()} />,
      text: ({ inspectionId }) => inspectionId.toString(),
      names: ({ inspectionId: id }) => ({ kind: 'inspection', id }),
      hidden: true,
    },
    { source: 'workerNumber', kind: 'text', phone: 'note' },
    {
      source: 'enterpriseNumber',
      render: ({ enterpriseId, enterpriseNumber }) => (
        <RowName kind="enterprise" id={enterpriseId} otherwise={enterpriseNumber} />
      ),
      text: ({ enterpriseNumber }) => enterpriseNumber,
      phone: 'note',
    },
    { source: 'amountFen', kind: 'money', sortable: true, phone: 'end' },
    { source: 'calls', kind: 'count' },
    { source: 'state', state: 'inspectionItem', sortable: true, phone: 'chip' },
    { source: 'checkedAt', kind: 'instant', hidden: true },
  ];
}
