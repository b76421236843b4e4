import type { Day } from '@linggong/core/domain';
import { monthOfIndex } from './month-index';
import type { TaxTables } from './parameters';
import { rulesOn, type RegimeChoice, type Rules } from './rules';

/** Rules of a day, each compiled once. */
export type RulesOn = (day: Day) => Rules;

/** Compiled rules of one choice of regime. @throws (when asked) what `rulesOn` throws */
export function rulesSource(tables: TaxTables, choice: RegimeChoice): RulesOn {
  const compiled = new Map<Day, Rules>();
  return (day) => {
    const rules = compiled.get(day) ?? rulesOn(tables, day, choice);
    compiled.set(day, rules);
    return rules;
  };
}

/** The rules of a month by its index. Parameters change with months or years, never inside a month. */
export function rulesOfMonth(rules: RulesOn, month: number): Rules {
  return rules(`${monthOfIndex(month)}-28`);
}
