import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { StateChip } from '../parts/state-chip';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { RatingRow } from './rating';
import { useWords } from './words';

const filters: readonly Filter[] = [
  { source: 'number', kind: 'text' },
  { source: 'class', kind: 'state', states: 'ratingClass' },
  { source: 'movement', kind: 'state', states: 'ratingMovement' },
  { source: 'state', kind: 'state', states: 'enterprise' },
  { source: 'since_gte', kind: 'day' },
];

/** Every enterprise with its class, score and movement (企业评级); the weak ones first. */
export default function RatingList(): ReactNode {
  const translate = useTranslate();
  const word = useWords();
  const columns: readonly Column<RatingRow>[] = [
    { source: 'number', kind: 'number', phone: 'note', sortable: true },
    { source: 'name', phone: 'title' },
    {
      source: 'class',
      sortable: true,
      phone: 'chip',
      render: (row) => (row.class === null ? word('notRated') : <StateChip kind="ratingClass" state={row.class} />),
      text: (row) => row.class ?? word('notRated'),
    },
    { source: 'score', kind: 'count', sortable: true, phone: 'end' },
    {
      source: 'movement',
      render: ({ movement, previousClass }) => (
        <>
          <StateChip kind="ratingMovement" state={movement} />
          {(movement === 'up' || movement === 'down') && previousClass !== null && (
            <> {word('from').replace('%s', previousClass)}</>
          )}
        </>
      ),
      text: ({ movement }) => (movement === null ? '' : translate(`state.ratingMovement.${movement}`)),
    },
    { source: 'since', kind: 'day', sortable: true },
    {
      source: 'isOverridden',
      render: ({ isOverridden }) => (isOverridden ? word('override') : ''),
      text: ({ isOverridden }) => (isOverridden ? word('override') : ''),
    },
    { source: 'state', state: 'enterprise' },
    { source: 'lookedAt', kind: 'instant', sortable: true, hidden: true },
  ];
  return (
    <RecordList<RatingRow>
      resource="enterprise-ratings"
      columns={columns}
      filters={filters}
      sort={{ field: 'class', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        {
          label: `${translate('state.ratingClass.D')} · ${translate('state.ratingClass.E')}`,
          filter: { class: ['D', 'E'] },
        },
        { label: translate('state.ratingMovement.down'), filter: { movement: 'down' } },
        { label: translate('state.ratingMovement.up'), filter: { movement: 'up' } },
      ]}
    />
  );
}
