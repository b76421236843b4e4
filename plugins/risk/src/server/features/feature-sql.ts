import { velocityDays, windowDays, type Feature, type Measure } from '../../domain/features';

const columns = { enterprise: 'enterprise_id', card: 'card_id', task: 'task_id', worker: 'worker_id' } as const;

/**
 * The column of a feature over rows `d` (day, orders, amount_fen …) that are grouped by its subject: $1 is the day of the decision, `s` what
 * is asked about. Names come from the catalogue, so that nothing of a caller's is in the statement.
 */
export function featureColumn({ measure }: Feature): string {
  return measured(measure);
}

function measured(measure: Measure): string {
  switch (measure.kind) {
    case 'orders':
      return `coalesce(sum(d.orders) FILTER (WHERE ${within(windowDays[measure.window])}), 0)::bigint`;
    case 'amount':
      return `coalesce(sum(d.amount_fen) FILTER (WHERE ${within(windowDays[measure.window])}), 0)::bigint`;
    case 'distinct':
      return `count(DISTINCT d.${columns[measure.of]}) FILTER (WHERE ${within(windowDays[measure.window])})`;
    case 'share': {
      const recent = within(windowDays[measure.window]);
      return percent(
        `sum(d.amount_fen) FILTER (WHERE ${recent} AND d.enterprise_id = s.enterprise_id)`,
        `sum(d.amount_fen) FILTER (WHERE ${recent})`,
      );
    }
    case 'velocity': {
      const column = measure.of === 'orders' ? 'd.orders' : 'd.amount_fen';
      const { recent, before } = velocityDays;
      const weeks = before / recent;
      return percent(
        `${weeks} * sum(${column}) FILTER (WHERE ${within(recent)})`,
        `sum(${column}) FILTER (WHERE d.day <= $1::date - ${recent} AND ${within(recent + before)})`,
      );
    }
    case 'graph':
      throw new Error('graph features are no sums');
  }
}

const within = (days: number): string => `d.day > $1::date - ${days}`;

/** Whole percents, cut off; 0 where there is nothing to compare with. */
const percent = (part: string, whole: string): string =>
  `coalesce(trunc(100 * ${part} / nullif(${whole}, 0)), 0)::bigint`;

/** Days that must be read for some features. */
export function lookBack(wanted: readonly Feature[]): number {
  return Math.max(0, ...wanted.map(({ measure }) => daysOf(measure)));
}

function daysOf(measure: Measure): number {
  if (measure.kind === 'velocity') return velocityDays.recent + velocityDays.before;
  return measure.kind === 'graph' ? 0 : windowDays[measure.window];
}
