import type { TaskAction, TaskState } from '@linggong/tasks/domain';
import type { Review } from '../reviews/review';
import type { Text2 } from '../parts/text2';

/** A row of `/api/console/tasks`. */
export type TaskRow = {
  id: number;
  number: string;
  enterpriseId: number;
  enterpriseName: string;
  title: string;
  scenario: string;
  state: TaskState;
  place: string | null;
  headcount: number;
  unitPriceFen: number;
  budgetFen: number;
  startsOn: string;
  endsOn: string;
  reviewDueOn: string | null;
  stateReason: string | null;
};

/** A sign that a task hides an employment (R1.8), and what the catalogue says of it. */
export interface EmploymentSign {
  words: string | null;
  verdict: 'review' | 'refuse';
  text: Text2;
}

/** Its detail. */
export type TaskRecord = TaskRow & {
  description: string | null;
  createdAt?: string;
  submittedAt?: string | null;
  openedAt?: string | null;
  closedAt?: string | null;
  scenarioTitle: Text2 | undefined;
  engaged: number;
  /** Applications that wait for an answer. */
  applied: number;
  acceptedFen: number;
  settledFen: number;
  employmentSigns: readonly EmploymentSign[];
  review: Review;
  allowed: TaskAction[];
};
