import { z } from 'zod';

const fieldFault = z.strictObject({
  field: z.string().meta({ description: '字段路径 · path of the field' }),
  label: z.string().meta({ description: '字段名称 · what the field is called' }),
  code: z.string(),
  text: z.string().meta({ description: '应当如何 · what is expected' }),
});
export type FaultBody = z.infer<typeof fieldFault>;

/** RFC 9457 problem details as every refusal of the API is told. Members beside these are facts of the code. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string().meta({ description: '发生了什么 · what is wrong' }),
    status: z.int(),
    code: z.string().meta({ description: '稳定的错误码 · stable code' }),
    detail: z.string(),
    field: z.string().optional(),
    fix: z.string().optional().meta({ description: '怎么办 · what to do' }),
    errors: z.array(fieldFault).optional(),
    traceId: z.string(),
  })
  .meta({ id: 'Problem' });

export type ProblemBody = z.infer<typeof problemSchema>;
