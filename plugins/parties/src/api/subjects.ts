import { idNumber } from '@linggong/access/api';
import { z } from 'zod';

/** Most that a search for a person or an enterprise gives; who finds more types more. */
export const subjectsMax = 20;

/**
 * `POST /api/v1/subjects/search` (查找对象): whose rows a form is about. A worker by his number, telephone or identity number as a whole, an
 * enterprise by a part of its name, its number or credit code. A POST, since what is typed may be personal.
 */
export const subjectSearch = z.strictObject({
  kind: z.enum(['worker', 'enterprise']),
  text: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .meta({ description: '灵工编号、手机号、证件号码，或企业名称、编号、信用代码 · what is searched for' }),
});
export type SubjectSearch = z.output<typeof subjectSearch>;

export const foundSubjects = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: idNumber,
        number: z.string(),
        name: z.string().meta({ description: '灵工为脱敏姓名 · a worker’s is masked' }),
        hint: z.string().nullable().meta({ description: '脱敏手机号或信用代码 · masked telephone, or credit code' }),
      }),
    ),
  })
  .meta({ id: 'FoundSubjects' });
export type FoundSubjects = z.infer<typeof foundSubjects>;
