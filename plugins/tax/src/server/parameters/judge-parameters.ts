import type { Day, Text2 } from '@linggong/core/domain';
import type { Fault, Json } from '@linggong/studio/domain';
import { inForce, type Dated, type ParameterName, type ParameterValues, type TaxTables } from '../../domain';
import { PARAMETER_WORDS } from '../../domain/parameters/parameter-words';
import { parameterNames, tablesOf, valueTypes, type ParameterContent } from './parameter-content';

const fault = (path: string, code: string, text: Text2): Fault => ({ path, code, text });

/**
 * What the tax engine does not take of a draft of its parameters (R13.1, R5.1), beside what the kind itself refuses:
 * parameters that it does not find or that are of another type; values that break an identity of the law; and any change of what is law up
 * to the day on which the draft comes into force, since what was withheld was computed with it.
 * @param day the first Shanghai day of the draft; what it changes begins after it
 */
export function judgeParameters(content: Json, current: Json | undefined, day: Day): Fault[] {
  // Read by the kind before it is judged.
  const draft = content as unknown as ParameterContent;
  const shape = shapeFaults(draft);
  if (shape.length > 0) return shape;
  const tables = tablesOf(draft, 'draft');
  const before = current === undefined ? undefined : tablesOf(current as unknown as ParameterContent, 'draft');
  return [...identityFaults(tables, draft), ...(before === undefined ? [] : pastFaults(before, tables, draft, day))];
}

function pathOf({ parameters }: ParameterContent, name: ParameterName): string {
  return `parameters.${String(parameters.findIndex(({ id }) => id === name))}`;
}

function shapeFaults(draft: ParameterContent): Fault[] {
  const missing = parameterNames.filter((name) => !draft.parameters.some(({ id }) => id === name));
  return [
    ...missing.map((name) => {
      const { zh, en } = PARAMETER_WORDS[name];
      return fault('parameters', 'parameter-missing', {
        zh: `缺少参数“${zh}”（${name}）`,
        en: `The parameter "${en}" (${name}) is missing`,
      });
    }),
    ...draft.parameters.flatMap((parameter, index) => {
      const type = (valueTypes as Readonly<Record<string, string | undefined>>)[parameter.id];
      const path = `parameters.${String(index)}`;
      if (type === undefined) {
        const text = { zh: `计税不使用参数“${parameter.id}”`, en: `No tax is computed with "${parameter.id}"` };
        return [fault(`${path}.id`, 'parameter-unknown', text)];
      }
      if (parameter.rows.every(({ value }) => value.type === type && readsAsItself(parameter.id, value))) return [];
      const text = {
        zh: `“${parameter.name.zh}”的取值类型不对`,
        en: `"${parameter.name.en}" has a value of another type`,
      };
      return [fault(path, 'parameter-type', text)];
    }),
  ];
}

/** Options are closed: only what the engine knows. */
function readsAsItself(id: string, value: ParameterContent['parameters'][number]['rows'][number]['value']): boolean {
  if (value.type !== 'option') return true;
  const known = id === 'gapPolicy' ? ['reset', 'income-months', 'calendar'] : ['payment', 'day'];
  return known.includes(String(value['option']));
}

/** Days on which anything begins: an identity that holds on each of them holds on every day. */
const daysOf = (...rows: readonly (readonly Dated<unknown>[])[]): Day[] => [
  ...new Set(rows.flatMap((table) => table.map(({ from }) => from))),
];

const MILLION = 1_000_000n;

function identityFaults(tables: TaxTables, draft: ParameterContent): Fault[] {
  const on = <K extends ParameterName>(name: K, day: Day): ParameterValues[K] | undefined =>
    inForce<ParameterValues[K]>(tables[name], day)?.value;
  const found: Fault[] = [];
  for (const day of daysOf(tables.platformUrbanRate, tables.urbanMaintenanceRates)) {
    const place = on('platformUrbanRate', day);
    const rates = on('urbanMaintenanceRates', day);
    if (place === undefined || rates === undefined || rates.includes(place)) continue;
    const text = {
      zh: `${day} 平台所在地税率不是城市维护建设税的法定税率之一`,
      en: `On ${day} the rate at the place of the platform is none of the urban maintenance rates`,
    };
    found.push(fault(pathOf(draft, 'platformUrbanRate'), 'rate-not-of-law', text));
  }
  for (const day of daysOf(tables.vatReliefRate, tables.vatLevyRate)) {
    const relief = on('vatReliefRate', day);
    const levy = on('vatLevyRate', day);
    if (relief === undefined || levy === undefined || relief <= levy) continue;
    const text = { zh: `${day} 减按征收率高于征收率`, en: `On ${day} the reduced levy rate is above the levy rate` };
    found.push(fault(pathOf(draft, 'vatReliefRate'), 'relief-above-levy', text));
  }
  for (const day of daysOf(tables.labourAllowance, tables.labourExpenseRate)) {
    const allowance = on('labourAllowance', day);
    const rate = on('labourExpenseRate', day);
    if (allowance === undefined || rate === undefined) continue;
    if (allowance.flatUpToFen * rate === allowance.flatFen * MILLION) continue;
    const text = {
      zh: `${day} 定额减除与比例减除在分界处不相等，税额会跳变`,
      en: `On ${day} the flat deduction and the rate do not meet at the limit: the tax would jump`,
    };
    found.push(fault(pathOf(draft, 'labourAllowance'), 'allowance-jumps', text));
  }
  return found;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item));

/** The rows of a table as far as they reach up to a day. */
function upTo(rows: readonly Dated<unknown>[], day: Day): string {
  const reached = rows
    .filter(({ from }) => from <= day)
    .map(({ value, from, to }) => ({ value, from, to: to !== undefined && to < day ? to : null }));
  return canonical(reached.sort((left, right) => (left.from < right.from ? -1 : 1)));
}

function pastFaults(before: TaxTables, after: TaxTables, draft: ParameterContent, day: Day): Fault[] {
  return parameterNames
    .filter((name) => upTo(before[name], day) !== upTo(after[name], day))
    .map((name) => {
      const { zh, en } = PARAMETER_WORDS[name];
      return fault(pathOf(draft, name), 'past-changed', {
        zh: `“${zh}”在 ${day} 及以前的取值已用于计税，不能更改；新取值须从次日或以后开始`,
        en: `Taxes up to ${day} were computed with "${en}": it cannot be changed; a new value begins on a later day`,
      });
    });
}
