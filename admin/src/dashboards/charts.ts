import { useEffect } from 'react';
import { lazyPart, loadAhead } from '../page-loads';

export const MonthChart = lazyPart(() => import('./month-chart'));
export const DecisionChart = lazyPart(() => import('./decision-chart'));

/** The chart is on its way while its figures are: half of the script of a board that always draws one. */
export function useChartAhead(chart: object): void {
  useEffect(() => {
    loadAhead(chart);
  }, [chart]);
}
