import type { ExplanationState } from '@linggong/risk/domain';
import { useTranslate } from 'react-admin';
import { daysUntil } from '../dashboards/days';
import { isOpen } from './explanation';

/** The day by which it is asked, and as long as it is open how far that is. */
export function useClockText(): (asked: { readonly dueOn: string; readonly state: ExplanationState }) => string {
  const translate = useTranslate();
  return ({ dueOn, state }) => {
    if (!isOpen(state)) return dueOn;
    const left = daysUntil(dueOn);
    return `${dueOn} · ${translate(left < 0 ? 'dashboard.lateFor.days' : 'dashboard.leftFor.days', { smart_count: Math.abs(left) })}`;
  };
}
