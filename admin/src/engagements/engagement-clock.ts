import { useTranslate } from 'react-admin';
import { useDistance } from '../parts/time';
import { dayText } from '../parts/time-text';
import type { EngagementRow } from './engagement';

type Clocked = Pick<EngagementRow, 'state' | 'appliedAt' | 'deliveredAt' | 'taskEndsOn' | 'stateReason'>;

/** What a worker's task waits for, as the end of its words, with the instant, the day or the reason that they name. */
export function clockOf({ state, appliedAt, deliveredAt, taskEndsOn, stateReason }: Clocked): {
  key: string;
  at?: string;
  day?: string;
  reason?: string;
} {
  if (state === 'applied' && appliedAt !== null) return { key: state, at: appliedAt };
  if (state === 'engaged') return { key: state, day: taskEndsOn };
  if (state === 'delivered' && deliveredAt !== null) return { key: state, at: deliveredAt };
  if (state === 'declined' || state === 'cancelled')
    return stateReason === null ? { key: `${state}Bare` } : { key: state, reason: stateReason };
  return { key: state };
}

/** The same in words: since when it waits for whom, or by when it is to be delivered. */
export function useEngagementClock(): (row: Clocked) => string {
  const translate = useTranslate();
  const distance = useDistance();
  return (row) => {
    const { key, at, day, reason } = clockOf(row);
    return translate(`engagement.clock.${key}`, {
      ...(at === undefined ? {} : { ago: distance(at) }),
      ...(day === undefined ? {} : { day: dayText(day) }),
      ...(reason === undefined ? {} : { reason }),
    });
  };
}
