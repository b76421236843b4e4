import { problem, type Problem } from '@linggong/core/domain';
import type { RegistrationFault } from '../domain';

/** 422 with every fault of a registration, each with its field; quotes no value. */
export function registrationProblem(faults: readonly RegistrationFault[]): Problem {
  const [first] = faults;
  return problem(
    422,
    'registration-refused',
    first?.text ?? { zh: '登记信息有误', en: 'The registration is not in order' },
    {
      ...(first === undefined ? {} : { field: first.field }),
      fix: { zh: '请更正所列字段后重新提交', en: 'Correct the fields named and send it again' },
      extra: { faults },
    },
  );
}
