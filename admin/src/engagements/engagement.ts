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
  engagedAt: string | null;
  deliveredAt: string | null;
  acceptedAt: string | null;
  cancelledAt?: string | null;
};

/** Its detail, with the criteria of acceptance and what was said of them. */
export type EngagementRecord = EngagementRow & { review: Review };

/** To a worker his work is the task; his own name tells him nothing. */
export function ownEngagementColumns(columns: readonly Column<EngagementRow>[]): Column<EngagementRow>[] {
  return columns
    .filter(({ source }) => source !== 'workerNameMasked')
    .map((column): Column<EngagementRow> => (column.source === 'taskTitle' ? { ...column, phone: 'title' } : column));
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
  { source: 'engagedAt', kind: 'instant', sortable: true },
  { source: 'certificateNumber', hidden: true },
];
