import type { ReactNode } from 'react';
import { ListContextProvider, useListContext, type RaRecord } from 'react-admin';
import { useTotals } from '../dashboards/use-total';
import { isRecord } from '../provider/problem';

/**
 * Count and sums of a list whose rows did not wait for them: of a million rows they take seconds, the rows do not. They are told where the
 * list tells them as soon as they are there.
 */
export function LateTotals<R extends RaRecord>({ children }: { children: ReactNode }): ReactNode {
  const list = useListContext<R>();
  const { resource, filterValues, filter } = list;
  const isLate = isRecord(list.meta) && list.meta['later'] === true;
  const [told] = useTotals(isLate ? [{ resource, filter: { ...filterValues, ...filter } }] : [], false);
  if (told?.count === undefined) return children;
  // Of the two shapes of a list's context – loaded or not – this one is loaded: its rows are there.
  const whole = { ...list, total: told.count, meta: { sums: told.sums } } as typeof list;
  return <ListContextProvider value={whole}>{children}</ListContextProvider>;
}
