import { freeText, instantOutput, monthText } from '@linggong/access/api';
import { z } from 'zod';
import { figureUnits, periodKinds, periodStates, severities } from '../../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const figureNumber = z.union([z.bigint(), z.int()]).nullable();

/** `POST /real-name-reviews`, `POST /operation-reviews`: a month that is over. */
export const newPeriodReview = z.strictObject({ month: monthText });

/** What somebody else concludes when he signs it off, or gives it back. */
export const periodConclusion = z.strictObject({ conclusion: freeText(2_000).min(2) });

export const periodReviewAnswer = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    kind: z.enum(periodKinds),
    month: z.string(),
    state: z.enum(periodStates),
    madeBy: z.string(),
    madeAt: instantOutput,
    conclusion: z.string().nullable(),
    endedBy: z.string().nullable(),
    endedAt: instantOutput.nullable(),
    comparedWith: z.strictObject({ id: z.int(), number: z.string(), month: z.string() }).nullable(),
    /** Whether this caller made it, and so may not sign it off. */
    isOwn: z.boolean(),
    figures: z.array(
      z.strictObject({
        section: z.string(),
        sectionName: text2,
        key: z.string(),
        name: text2,
        unit: z.enum(figureUnits),
        value: figureNumber,
        before: figureNumber,
        target: z.strictObject({ kind: z.enum(['at-least', 'at-most']), value: z.int() }).nullable(),
        isOnTarget: z.boolean().nullable(),
        note: text2.nullable(),
      }),
    ),
    findings: z.array(
      z.strictObject({
        id: z.int(),
        rule: z.string(),
        severity: z.enum(severities),
        title: text2,
        differences: figureNumber,
        samples: z.array(z.string()),
        caseId: z.int(),
        caseNumber: z.string(),
        caseState: z.string(),
      }),
    ),
  })
  .meta({ id: 'PeriodReview' });
export type PeriodReviewAnswer = z.infer<typeof periodReviewAnswer>;
