import { problem, type Day, type Problem } from '@linggong/core/domain';
import type { ParameterName } from './parameters';
import { PARAMETER_WORDS } from './parameters/parameter-words';

/** 422: the parameter tables have no value for that day, because a notice has ended or not begun. */
export function parameterMissing(name: ParameterName, day: Day): Problem {
  const words = PARAMETER_WORDS[name];
  return problem(
    422,
    'tax-parameter-missing',
    { zh: `${day} 没有有效的税收参数“${words.zh}”`, en: `No tax parameter "${words.en}" is in force on ${day}` },
    {
      fix: { zh: '请税务人员补录该日期适用的参数', en: 'Have a tax officer enter the parameter for that date' },
      extra: { parameter: name, day },
    },
  );
}
