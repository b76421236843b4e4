import { z } from 'zod';
import { moments, outcomes } from '../domain/decide';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const count = z.int().nonnegative();

export const decisionParams = z.strictObject({ id: z.string().regex(/^[1-9][0-9]{0,17}$/) });

/** Kinds of subjects that decisions are about. */
export const decisionSubjectKinds = [
  'enterprise',
  'worker',
  'task',
  'settlement-line',
  'settlement-batch',
  'order',
] as const;

export const subjectDecisionsParams = z.strictObject({
  kind: z.enum(decisionSubjectKinds),
  id: z.string().regex(/^[1-9][0-9]{0,17}$/),
});

export const decisionAnswer = z.strictObject({
  /** Null where it was approved together with others. */
  id: z.string().nullable(),
  at: z.string(),
  moment: z.enum(moments),
  subjectKind: z.string(),
  subjectId: z.string(),
  workerId: z.int().nullable(),
  enterpriseId: z.int().nullable(),
  run: z.strictObject({ kind: z.string(), id: z.string(), no: count }).nullable(),
  outcome: z.enum(outcomes),
  score: z.int(),
  hits: z.array(z.string()),
  reasons: z.array(text2),
  trace: z.array(text2),
  input: z.array(
    z.strictObject({ name: z.string(), label: text2, value: z.union([z.number(), z.string(), z.boolean()]) }),
  ),
  policy: z.strictObject({ versionId: z.int(), versionNo: z.int(), configurationId: z.int(), key: z.string() }),
  isReproduced: z.boolean(),
  microseconds: count,
});
export type DecisionAnswer = z.infer<typeof decisionAnswer>;

export const subjectDecisionsAnswer = z.strictObject({ decisions: z.array(decisionAnswer) });

export const featuresParams = z.strictObject({
  kind: z.enum(['enterprise', 'worker']),
  id: z.string().regex(/^[1-9][0-9]{0,8}$/),
});

export const featuresAnswer = z.strictObject({
  day: z.string(),
  features: z.array(
    z.strictObject({
      name: z.string(),
      label: text2,
      unit: z.enum(['count', 'fen', 'percent', 'yes-no']),
      value: z.int(),
    }),
  ),
});
