import { useTranslate } from 'react-admin';
import { daysUntil } from './days';

/** "还有 2 天" / "已逾期 1 天": how far a day is, for the clocks of the boards. */
export function useDaysLeft(): (day: string | null) => string {
  const translate = useTranslate();
  return (day) => {
    if (day === null) return '—';
    const days = daysUntil(day);
    return translate(days < 0 ? 'dashboard.lateFor.days' : 'dashboard.leftFor.days', { smart_count: Math.abs(days) });
  };
}
