import { z } from 'zod';
import { jobStates } from '../domain';

const instant = z.union([z.date(), z.iso.datetime()]);

/** Progress of anything that answers 202 (后台任务). */
export const jobAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string().meta({ description: '任务名 · plugin.verb' }),
    queue: z.string(),
    state: z.enum(jobStates),
    stage: z.string().nullable().meta({ description: '阶段 · stage, a stable key' }),
    done: z.int(),
    total: z.int(),
    attempt: z.int().meta({ description: '第几次尝试 · try, 0 before the first' }),
    attempts: z.int(),
    result: z.unknown().meta({ description: '结果，JSON · what the handler gave' }),
    problem: z
      .strictObject({ code: z.string(), zh: z.string(), en: z.string() })
      .nullable()
      .meta({ description: '失败原因 · why it failed' }),
    actor: z.string().meta({ description: '发起人 · who asked, a business name' }),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Job' });

export type JobAnswer = z.output<typeof jobAnswer>;

export const jobPage = z.strictObject({ items: z.array(jobAnswer), nextCursor: z.string().optional() });

export const jobParams = z.strictObject({ id: z.uuid() });

export const jobQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(50)
    .meta({ description: '每页条数，最多 200 · rows a page, at most 200' }),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .optional()
    .meta({ description: '上一页给出的游标 · cursor of the last page' }),
  state: z.enum(jobStates).optional(),
  name: z
    .string()
    .regex(/^[a-z0-9.-]{1,80}$/)
    .optional(),
});
