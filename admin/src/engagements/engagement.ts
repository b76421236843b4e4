import type { Review } from '../reviews/review';
import type { EngagementState } from '@linggong/tasks/domain';
import type { Column } from '../table/column';

/** A row of `/api/console/engagements`. */
export type EngagementRow = {
  id: number;
  number: string;
  taskId: number;
  taskNumber: string;
  taskTitle: string;
  taskPlace: string | null;
  taskEndsOn: string;
  enterpriseId: number;
  enterpriseName: string;
  workerId: number;
  workerNumber: string;
  workerNameMasked: string;
  state: EngagementState;
  agreedFen: number | null;
  acceptedFen: number | null;
  settledFen: number | null;
  certificateNumber: string | null;
  appliedAt: string | null;
  engagedAt: string | null;
  deliveredAt: string | null;
  acceptedAt: string | null;
  cancelledAt?: string | null;
  stateReason: string | null;
};

/** Its detail, with the criteria of acceptance and what was said of them. */
export type EngagementRecord = EngagementRow & { taskDescription: string | null; review: Review };

/** To a worker his work is the task and what it waits for; his own name tells him nothing. */
export function ownEngagementColumns(
  columns: readonly Column<EngagementRow>[],
  clock?: (row: EngagementRow) => string,
): Column<EngagementRow>[] {
  const own = columns
    .filter(({ source }) => source !== 'workerNameMasked')
    .map((column): Column<EngagementRow> => {
      if (column.source === 'taskTitle') return { ...column, phone: 'title' };
      // What was agreed is what he looks for; on a phone the number gives its place to the clock.
      if (column.source === 'agreedFen') return { ...column, phone: 'end' };
      const { phone: _, ...plain } = column;
      return column.source === 'state' ? column : plain;
    });
  if (clock === undefined) return own;
  return [...own, { source: 'stateReason', render: clock, text: clock, phone: 'note' }];
}

export const engagementColumns: readonly Column<EngagementRow>[] = [
  { source: 'number', kind: 'number', sortable: true, phone: 'note' },
  { source: 'workerNameMasked', phone: 'title' },
  { source: 'taskTitle', kind: 'text', phone: 'note' },
  { source: 'enterpriseName', kind: 'text', hidden: true },
  { source: 'state', state: 'engagement', sortable: true, phone: 'chip' },
  { source: 'agreedFen', kind: 'money', sortable: true },
  { source: 'acceptedFen', kind: 'money', sortable: true, phone: 'end' },
  { source: 'settledFen', kind: 'money', sortable: true },
  { source: 'appliedAt', kind: 'instant', sortable: true, hidden: true },
  { source: 'engagedAt', kind: 'instant', sortable: true },
  { source: 'certificateNumber', hidden: true },
];
