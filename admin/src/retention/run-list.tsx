import { retentionClasses } from '@linggong/config/retention';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';

/** A row of `/api/console/retention-runs`. */
interface RunRow {
  id: number;
  class: string;
  state: string;
  cutoff: string;
  examined: number;
  purged: number;
  held: number;
  files: number;
  fault: string | null;
  startedAt: string;
  finishedAt: string | null;
}

const filters: readonly Filter[] = [
  { source: 'state', kind: 'state', states: 'retentionRun' },
  { source: 'startedAt_gte', kind: 'from' },
  { source: 'startedAt_lte', kind: 'until' },
];

/** Every run of the retention schedule (清理记录): what was due, what left, what a hold kept. */
export default function RunList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const what = (row: RunRow): string => {
    const known = retentionClasses.find(({ name }) => name === row.class);
    return known ? text(known.what) : row.class;
  };
  const columns: readonly Column<RunRow>[] = [
    { source: 'class', render: what, text: what, phone: 'title' },
    {
      source: 'state',
      render: ({ state }) => <StateChip kind="retentionRun" state={state} />,
      text: ({ state }) => translate(`state.retentionRun.${state}`),
      phone: 'chip',
    },
    { source: 'examined', kind: 'count' },
    { source: 'purged', kind: 'count', sortable: true, phone: 'end' },
    { source: 'held', kind: 'count', sortable: true },
    { source: 'files', kind: 'count' },
    { source: 'cutoff', kind: 'instant' },
    { source: 'startedAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'finishedAt', kind: 'instant', hidden: true },
    { source: 'fault' },
  ];
  return (
    <RecordList<RunRow>
      resource="retention-runs"
      columns={columns}
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.retentionRun.failed'), filter: { state: 'failed' } },
      ]}
      linkOf={() => undefined}
    />
  );
}
