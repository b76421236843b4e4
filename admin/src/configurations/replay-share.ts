import { nothing } from '../parts/money-text';

/** Such as `1.3%`; what is there but less than a tenth of a percent is not told as nothing. */
export function shareText(part: number, whole: number): string {
  if (whole <= 0) return nothing;
  const tenths = Math.round((part * 1000) / whole);
  if (part > 0 && tenths === 0) return '<0.1%';
  return `${Math.trunc(tenths / 10).toString()}.${(tenths % 10).toString()}%`;
}
