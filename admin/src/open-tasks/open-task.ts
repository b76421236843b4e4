import type { EngagementState } from '@linggong/tasks/domain';
import type { Text2 } from '../parts/text2';

/** A row of `/api/console/open-tasks`: a task that a worker may apply for. */
export type OpenTaskRow = {
  id: number;
  number: string;
  title: string;
  enterpriseName: string;
  scenario: string;
  place: string | null;
  unitPriceFen: number;
  placesLeft: number;
  startsOn: string;
  endsOn: string;
  openedAt: string | null;
};

/** The reader's last application for it. */
export interface OwnApplication {
  id: number;
  number: string;
  state: EngagementState;
}

/** Its detail. */
export type OpenTaskRecord = OpenTaskRow & {
  description: string | null;
  scenarioTitle?: Text2;
  mine: OwnApplication | null;
};

/** Who stepped back may apply again; every other answer stands. */
export function mayApply(mine: OwnApplication | null): boolean {
  return mine === null || mine.state === 'withdrawn' || mine.state === 'cancelled';
}
