import { fenOutput } from '@linggong/access/api';
import { z } from 'zod';
import { limitSubjects, limitWindows } from '../domain';

const use = { window: z.enum(['day', 'month', 'year']), usedFen: fenOutput, usedCount: z.int() } as const;
const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** `GET /risk-subjects/{kind}/{id}/limits`: what confirmed payments used this year, and the limits that hold: for every kind of work and for some. */
export const subjectLimitsAnswer = z
  .strictObject({
    day: z.string(),
    uses: z.array(z.strictObject(use)),
    /** Of an enterprise, by the kinds of work that limits name. */
    kindUses: z.array(z.strictObject({ kindOfWork: z.string(), ...use })),
    limits: z.array(
      z.strictObject({
        name: text2,
        subject: z.enum(limitSubjects),
        /** Null for one that holds whatever is paid for. */
        kindOfWork: z.string().nullable(),
        /** Classes of the payer that it holds for, where it does not for all; of an enterprise those of its own class are told alone. */
        classes: z.array(z.string()),
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
