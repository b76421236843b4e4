import { useTranslate } from 'react-admin';
import { shownValue } from './decision';

/** A fact or feature as people read it: yuan, percent, a number, yes or no. */
export function useValueText(): (name: string, value: string | number | boolean) => string {
  const translate = useTranslate();
  return (name, value) => {
    const { unit, count } = shownValue(name, value);
    if (name === 'scenario') return translate(`choice.scenario.${count}`, { _: count });
    return unit === 'text' ? count : translate(`riskDecisions.unit.${unit}`, { count });
  };
}
