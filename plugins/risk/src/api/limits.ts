import { fenOutput } from '@linggong/access/api';
import { z } from 'zod';
import { limitWindows } from '../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** `GET /risk-subjects/{kind}/{id}/limits`: what confirmed payments used this year, and the limits that hold whatever the kind of work. */
export const subjectLimitsAnswer = z
  .strictObject({
    day: z.string(),
    uses: z.array(z.strictObject({ window: z.enum(['day', 'month', 'year']), usedFen: fenOutput, usedCount: z.int() })),
    limits: z.array(
      z.strictObject({
        name: text2,
        window: z.enum(limitWindows),
        maxFen: fenOutput.nullable(),
        maxCount: z.int().nullable(),
        /** True for one that a risk measure lowered. */
        isMeasure: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'SubjectLimits' });
export type SubjectLimits = z.infer<typeof subjectLimitsAnswer>;
