import { z } from 'zod';
import { freeText, instantOutput } from '@linggong/access/api';
import { text2 } from './fields';

const criterionId = z.string().trim().min(1).max(60);

/** What a reviewer says of the criteria of a review, each once (逐条结论, R2.6). */
export const criteriaJudged = z
  .array(z.strictObject({ id: criterionId, holds: z.boolean(), note: freeText(500).min(1).optional() }))
  .max(200)
  .refine((judged) => new Set(judged.map(({ id }) => id)).size === judged.length, {
    params: { zh: '同一条标准只能有一个结论', en: 'a criterion is judged once' },
  })
  .meta({ description: '审查标准逐条结论 · what the reviewer says of each criterion' });
export type CriteriaJudged = z.output<typeof criteriaJudged>;

const criterion = z.strictObject({
  id: z.string(),
  title: text2,
  text: text2,
  evidence: text2,
  basis: text2,
  required: z.boolean(),
  /** Above so much expected a month an enterprise is visited before it passes; absent or null: never by itself. */
  visitAboveFen: z.int().nullable().optional(),
});

/** A statement that was made, with the titles that its version had. */
const citation = z.strictObject({
  act: z.string(),
  actor: z.string(),
  at: instantOutput,
  versionNo: z.int().nullable(),
  /** How many were judged by the same statement; 1 where it was about this one alone. */
  together: z.int(),
  judgements: z.array(
    z.strictObject({
      id: z.string(),
      title: text2,
      required: z.boolean(),
      holds: z.boolean(),
      note: z.string().optional(),
    }),
  ),
});

/** The criteria that a review goes by, and what its steps said of them, newest first. */
export const reviewAnswer = z
  .strictObject({
    key: z.string(),
    name: text2,
    /** Version that the review keeps; null before the platform adopted its first one. */
    versionNo: z.int().nullable(),
    /** By when the review is to end; null where no clock runs. */
    dueAt: instantOutput.nullable(),
    /** The reader submitted it himself: he may give it back, and somebody else lets it pass. */
    isOwn: z.boolean(),
    criteria: z.array(criterion).max(200),
    citations: z.array(citation).max(100),
  })
  .meta({ id: 'Review' });
export type ReviewAnswer = z.input<typeof reviewAnswer>;
