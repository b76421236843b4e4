import { z } from 'zod';
import { isDay, type Day } from '@linggong/core/domain';
import type { Evaluation } from '../../kind';
import { FIELDS_MAX, type FormContent } from './content';
import { problemText } from './problem-text';
import { validateRecord } from './validate';
import type { FormValues, ValueProblem } from './value';

/** Sealed values of one record: the cells of tables count one by one. */
const SEALED_MAX = 2_000;

/** What a form is asked: what somebody filled in, and on which day. Wrong values are what it is there to find, so none is refused here. */
export const formInput = z.strictObject({
  today: z.string().refine(isDay, { params: { zh: '应为真实存在的日期', en: 'must be a real day, YYYY-MM-DD' } }),
  values: z.record(z.string().max(40), z.json()).refine((values) => Object.keys(values).length <= FIELDS_MAX * 2, {
    params: { zh: '填写的项目过多', en: 'has too many values' },
  }),
  sealed: z.array(z.string().max(100)).max(SEALED_MAX).optional(),
});

export interface FormInput {
  readonly today: Day;
  readonly values: FormValues;
  /** Fields whose values were filled in and are sealed: a record of the past is asked again without them. */
  readonly sealed?: readonly string[] | undefined;
}

export interface FormOutcome {
  readonly valid: boolean;
  readonly problems: readonly ValueProblem[];
  readonly shown: readonly string[];
}

/** Problems that the trace words; a record of nothing but faults has thousands. */
const TRACED_MAX = 100;

/** Looks at a record and says field by field what is wrong with it; the trace never repeats what was filled in. */
export function evaluateForm(content: FormContent, { today, values, sealed }: FormInput): Evaluation<FormOutcome> {
  const outcome = validateRecord(content, values, today, sealed);
  const fields = new Map(content.fields.map((field) => [field.id, field]));
  const trace = outcome.problems.slice(0, TRACED_MAX).map(({ field, code }) => {
    const [id = '', ...within] = field.split('.');
    const asked = fields.get(id);
    const label = asked?.label ?? { zh: '未知字段', en: 'Unknown field' };
    const text = problemText(code, within.length === 0 ? asked : undefined);
    return { zh: `${label.zh}：${text.zh}`, en: `${label.en}: ${text.en}` };
  });
  return { outcome, trace };
}
