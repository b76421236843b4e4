import type { ValueProblem } from '@linggong/studio/domain';
import { isRecord } from '../../../provider';

/** What the server alone can find: everything else the form says while it is typed. */
const serverAlone = 'not-a-file';

/** Problems by field of a refused form (`form-refused`), as far as the page cannot see them itself. */
export function problemsOf(refusal: unknown): ValueProblem[] {
  const body = isRecord(refusal) && isRecord(refusal['body']) ? refusal['body'] : {};
  const problems: readonly unknown[] = Array.isArray(body['problems']) ? body['problems'] : [];
  return problems.flatMap((one): ValueProblem[] =>
    isRecord(one) && typeof one['field'] === 'string' && one['code'] === serverAlone
      ? [{ field: one['field'], code: serverAlone }]
      : [],
  );
}
