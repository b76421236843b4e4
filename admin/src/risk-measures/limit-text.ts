import { useTranslate } from 'react-admin';
import { moneyText } from '../parts/money-text';

interface Limits {
  readonly lineLimitFen: number | null;
  readonly monthLimitFen: number | null;
}

/** The limits that a measure sets, in yuan; a dash for the one that it leaves alone. */
export function useLimitText(): (limits: Limits) => string {
  const translate = useTranslate();
  return ({ lineLimitFen, monthLimitFen }) =>
    translate('riskMeasures.limits', { line: moneyText(lineLimitFen), month: moneyText(monthLimitFen) });
}
