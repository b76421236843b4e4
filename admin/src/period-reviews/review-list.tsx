import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { MakeReview } from './make-review';
import type { PeriodReviewRow, ReviewResource } from './period-review';

const filters: readonly Filter[] = [
  { source: 'month', kind: 'month' },
  { source: 'state', kind: 'state', states: 'periodReview' },
];

/** The reviews of one kind, the newest month first. */
export function ReviewList({ resource }: { resource: ReviewResource }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const made = (row: PeriodReviewRow): string => actor(row.madeBy);
  const ended = (row: PeriodReviewRow): string => (row.endedBy === null ? '' : actor(row.endedBy));
  const columns: readonly Column<PeriodReviewRow>[] = [
    { source: 'number', kind: 'number', sortable: true, phone: 'note' },
    { source: 'month', sortable: true, phone: 'title' },
    { source: 'findings', kind: 'count', phone: 'end' },
    { source: 'offTarget', kind: 'count' },
    { source: 'madeBy', render: made, text: made },
    { source: 'madeAt', kind: 'instant', sortable: true },
    { source: 'endedBy', render: ended, text: ended },
    { source: 'endedAt', kind: 'instant', sortable: true },
    { source: 'state', state: 'periodReview', phone: 'chip' },
  ];
  const add = may(resource, 'make') ? (
    <Button
      variant="contained"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('periodReview.make.title')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<PeriodReviewRow>
        resource={resource}
        columns={columns}
        filters={filters}
        sort={{ field: 'month', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.periodReview.made'), filter: { state: 'made' } },
        ]}
        actions={add}
        firstStep={add}
      />
      <MakeReview
        resource={resource}
        open={open}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
