import { dayText, freeText, idText, instantOutput } from '@linggong/access/api';
import { z } from 'zod';
import { explanationMeans, explanationParties, explanationStates } from '../../domain';

/** `POST /risk-cases/{id}/explanations`: asks the enterprise, the worker or both of the case. */
export const explanationRequest = z.strictObject({
  parties: z.array(z.enum(explanationParties)).min(1).max(2),
  question: freeText(1_000).min(4),
  dueOn: dayText,
});
export type ExplanationRequest = z.infer<typeof explanationRequest>;

export const explanationParams = z.strictObject({ id: idText, explanationId: idText });

export const explanationAnswer = z.strictObject({
  answer: freeText(2_000).min(2),
  means: z.enum(explanationMeans),
  answeredOn: dayText,
});
export type ExplanationAnswer = z.infer<typeof explanationAnswer>;

export const explanationsAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.int(),
        number: z.string(),
        partyKind: z.enum(explanationParties),
        partyId: z.int(),
        partyNumber: z.string().nullable(),
        question: z.string(),
        dueOn: z.string(),
        isLate: z.boolean(),
        askedBy: z.string(),
        askedAt: instantOutput,
        answer: z.string().nullable(),
        means: z.enum(explanationMeans).nullable(),
        answeredOn: z.string().nullable(),
        recordedBy: z.string().nullable(),
        recordedAt: instantOutput.nullable(),
      }),
    ),
  })
  .meta({ id: 'RiskExplanations' });
export type ExplanationsAnswer = z.infer<typeof explanationsAnswer>;

/** `POST /risk-explanations/{id}/answer`: what the party that was asked says. */
export const ownExplanation = z.strictObject({ answer: freeText(2_000).min(2) });

/** Beside the file of an upload nothing is said. */
export const explanationFileForm = z.strictObject({});

/** One explanation as the party that is asked sees it; of the case and its people staff alone. */
export const askedExplanation = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    caseId: z.int().optional(),
    caseNumber: z.string().optional(),
    partyKind: z.enum(explanationParties),
    enterpriseId: z.int().nullable(),
    workerId: z.int().nullable(),
    partyNumber: z.string().nullable(),
    question: z.string(),
    dueOn: z.string(),
    state: z.enum(explanationStates),
    askedBy: z.string().optional(),
    askedAt: instantOutput,
    answer: z.string().nullable(),
    means: z.enum(explanationMeans).nullable(),
    answeredOn: z.string().nullable(),
    recordedBy: z.string().nullable().optional(),
    recordedAt: instantOutput.nullable(),
    files: z.array(
      z.strictObject({
        id: z.int(),
        name: z.string(),
        contentType: z.string(),
        sha256: z.string(),
        addedAt: instantOutput,
      }),
    ),
  })
  .meta({ id: 'RiskExplanation' });
export type AskedExplanation = z.infer<typeof askedExplanation>;
