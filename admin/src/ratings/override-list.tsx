import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useRowLife } from '../parts/row-life';
import { useMay } from '../session/use-me';
import { useActorColumn } from '../table/actor-column';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import type { OverrideRow } from './rating';

/** Classes that people decided otherwise (人工调级), each until its day. */
export default function OverrideList(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const actor = useActorColumn();
  const { buttons, sheet } = useRowLife<OverrideRow>({
    kind: 'ratingOverride',
    resource: 'rating-overrides',
    actions: ({ state }) =>
      may('rating-overrides', 'end') && state === 'in-force' ? [{ name: 'end', reason: 'required' }] : [],
  });
  const columns: readonly Column<OverrideRow>[] = [
    { source: 'number', phone: 'note', sortable: true },
    {
      source: 'enterpriseNumber',
      phone: 'title',
      render: ({ enterpriseId, enterpriseNumber }) => (
        <Link to={`/enterprise-ratings/${enterpriseId.toString()}/show`}>{enterpriseNumber}</Link>
      ),
      text: ({ enterpriseNumber }) => enterpriseNumber,
    },
    { source: 'class', state: 'ratingClass', phone: 'end' },
    { source: 'reason', kind: 'text' },
    { source: 'startsOn', kind: 'day', sortable: true },
    { source: 'endsOn', kind: 'day', sortable: true },
    actor('createdName'),
    { source: 'state', state: 'ratingOverride', phone: 'chip' },
    {
      source: 'end',
      kind: 'act',
      render: buttons,
      text: () => '',
    },
  ];
  return (
    <>
      <RecordList<OverrideRow>
        resource="rating-overrides"
        columns={columns}
        filters={[
          { source: 'state', kind: 'state', states: 'ratingOverride' },
          { source: 'class', kind: 'state', states: 'ratingClass' },
          { source: 'endsOn', kind: 'day' },
        ]}
        sort={{ field: 'id', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.ratingOverride.in-force'), filter: { state: 'in-force' } },
        ]}
      />
      {sheet}
    </>
  );
}
