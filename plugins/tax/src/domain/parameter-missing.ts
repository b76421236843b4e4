import { problem, type Day, type Problem } from '@linggong/core/domain';
import type { ParameterName } from './parameters';

/** 422: the parameter tables have no value for that day, because a notice has ended or not begun. */
export function parameterMissing(name: ParameterName, day: Day): Problem {
  return problem(
    422,
    'tax-parameter-missing',
    { zh: `${day} 没有有效的税收参数“${name}”`, en: `No tax parameter "${name}" is in force on ${day}` },
    {
      fix: { zh: '请税务人员补录该日期适用的参数', en: 'Have a tax officer enter the parameter for that date' },
      extra: { parameter: name, day },
    },
  );
}
