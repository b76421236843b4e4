import type { Day } from '@linggong/core/domain';
import { fault, type Of } from '../../fields';
import type { Evaluation, Fault } from '../../kind';
import { describedKind } from '../described-kind';
import { parameterFaults } from './parameter-faults';
import {
  parameterQuestion,
  parametersField,
  type ParameterRow,
  type TaxParameter,
  type TaxParametersContent,
} from './parameter-fields';

/** The row of a parameter that is law on a day. */
function rowOn({ rows }: TaxParameter, day: Day): ParameterRow | undefined {
  return rows.find(({ from, to }) => from <= day && (to === null || day <= to));
}

/** Parameters that end: nobody computes the next year with the reliefs of this one, so somebody must look before that. */
function hints({ parameters }: TaxParametersContent): Fault[] {
  return parameters.flatMap(({ name, rows }, index) => {
    const last = rows.reduce<ParameterRow | undefined>(
      (one, row) => (one && one.from > row.from ? one : row),
      undefined,
    );
    if (last === undefined || last.to === null) return [];
    const zh = `“${name.zh}”在 ${last.to} 之后没有取值，到期前请按新规定补充`;
    const en = `"${name.en}" has no value after ${last.to}; add one from the new rules before that`;
    return [fault(`parameters.${index}`, 'ends', zh, en)];
  });
}

function evaluate({ parameters }: TaxParametersContent, { day, parameter }: Of<typeof parameterQuestion>): Evaluation {
  const named = parameters.find(({ id }) => id === parameter);
  const row = named && rowOn(named, day);
  if (!row) {
    const none = { zh: `${day} 没有“${parameter}”的取值`, en: `No value of "${parameter}" on ${day}` };
    return { outcome: { value: null, from: null }, trace: [none] };
  }
  const trace = [{ zh: `依据：${row.reference.zh}`, en: `Reference: ${row.reference.en}` }];
  return { outcome: { value: { ...row.value }, from: row.from }, trace };
}

/** Parameters of the tax law by date (税务参数): value, first and last day, where it is written. */
export const taxParameters = describedKind({
  kind: 'tax-parameters',
  name: { zh: '税务参数', en: 'Tax parameters' },
  content: parametersField,
  input: () => parameterQuestion,
  faults: parameterFaults,
  hints,
  evaluate,
});
