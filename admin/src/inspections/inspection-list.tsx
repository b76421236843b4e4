import { useState, type ReactNode } from 'react';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { DrawSheet } from './draw-sheet';
import type { InspectionRow } from './inspection';

const filters: readonly Filter[] = [
  { source: 'number', kind: 'text' },
  { source: 'state', kind: 'state', states: 'inspection' },
];

/** Inspections after the event (事后抽查): each a sample drawn over the payments of a period. */
export default function InspectionList(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const period = ({ periodFrom, periodTo }: InspectionRow): string => `${periodFrom} – ${periodTo}`;
  const counts = ({ population, sample }: InspectionRow): string =>
    translate('inspections.counts', { population: countText(population), sample: countText(sample) });
  const columns: readonly Column<InspectionRow>[] = [
    { source: 'number', kind: 'number', sortable: true, phone: 'note' },
    { source: 'title', kind: 'text', phone: 'title' },
    { source: 'periodFrom', render: period, text: period, sortable: true, phone: 'note' },
    { source: 'sample', render: counts, text: counts, phone: 'note' },
    { source: 'open', kind: 'count' },
    { source: 'state', state: 'inspection', sortable: true, phone: 'chip' },
    { source: 'drawnAt', kind: 'instant', sortable: true },
  ];
  const draw = may('inspections', 'draw') ? (
    <Button
      variant="contained"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('inspections.draw.title')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<InspectionRow>
        resource="inspections"
        columns={columns}
        filters={filters}
        sort={{ field: 'id', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.inspection.drawn'), filter: { state: 'drawn' } },
        ]}
        actions={draw}
        firstStep={draw}
      />
      <DrawSheet
        open={open}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
