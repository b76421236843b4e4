import { moneyOf } from '../../parts/form-checks';

/** What was typed as a figure; undefined for nothing, null for what is none. */
export function figureOf(text: string, money: boolean): number | null | undefined {
  const typed = text.trim().replaceAll('，', ',').replace('\u2212', '-');
  if (typed === '') return undefined;
  if (!money)
    return /^-?\d{1,12}(\.\d{1,6})?$/.test(typed.replaceAll(',', '')) ? Number(typed.replaceAll(',', '')) : null;
  const parsed = moneyOf(typed);
  return parsed.ok ? Number(parsed.fen) : null;
}
