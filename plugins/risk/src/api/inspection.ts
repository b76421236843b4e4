import { dayText, fenOutput, freeText, instantOutput } from '@linggong/access/api';
import { extraForm } from '@linggong/studio/api';
import { z } from 'zod';
import {
  callOutcomes,
  checkAnswers,
  inspectionStates,
  interviewAnswers,
  interviewScript,
  itemStates,
  orderChecks,
  type InterviewAnswers,
  type OrderCheckAnswers,
} from '../domain';

/** `POST /inspections`: draws a sample over the payments of a period that is over. */
export const newInspection = z.strictObject({ title: freeText(120).min(2), from: dayText, to: dayText });
export type NewInspection = z.infer<typeof newInspection>;

/** `GET /inspections/preview`: the period that would be drawn from. */
export const inspectionPreviewQuery = z.strictObject({ from: dayText, to: dayText });

const factors = z.record(z.string(), z.number());

/** What a draw would take, by the plan in force; nothing is drawn yet and no seed is made. */
export const inspectionPreview = z
  .strictObject({
    plan: z.strictObject({ versionId: z.int(), versionNo: z.int(), configurationId: z.int() }),
    /** Payments of the period. */
    population: z.int(),
    /** Of these, payments that the plan has no stratum for. */
    outside: z.int(),
    sample: z.int(),
    classFactors: factors,
    strata: z.array(
      z.strictObject({
        stratum: z.string(),
        name: z.strictObject({ zh: z.string(), en: z.string() }),
        population: z.int(),
        sample: z.int(),
      }),
    ),
  })
  .meta({ id: 'InspectionPreview' });
export type InspectionPreview = z.infer<typeof inspectionPreview>;

export const inspectionAnswer = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    title: z.string(),
    source: z.string(),
    periodFrom: z.string(),
    periodTo: z.string(),
    planVersion: z.int(),
    /** The number of that version within its configuration: what people call it. */
    planVersionNo: z.int().nullable(),
    /** How many times the share of the plan payers of a class are drawn; null for samples drawn by the plan alone. */
    classFactors: factors.nullable(),
    /** The version of the policy of classes that says so. */
    classPolicyVersion: z.int().nullable(),
    classPolicyVersionNo: z.int().nullable(),
    seed: z.string(),
    population: z.int(),
    populationSha256: z.string(),
    sample: z.int(),
    state: z.enum(inspectionStates),
    drawnBy: z.string(),
    drawnAt: instantOutput,
    summary: z.string().nullable(),
    closedBy: z.string().nullable(),
    closedAt: instantOutput.nullable(),
    strata: z.array(
      z.strictObject({
        stratum: z.string(),
        name: z.strictObject({ zh: z.string(), en: z.string() }),
        population: z.int(),
        sample: z.int(),
        checked: z.int(),
        found: z.int(),
      }),
    ),
    checked: z.int(),
    found: z.int(),
    calls: z.int(),
  })
  .meta({ id: 'Inspection' });
export type InspectionAnswer = z.infer<typeof inspectionAnswer>;

/** What an auditor compares: population and sample of now with those that are recorded. */
export const redrawAnswer = z.strictObject({
  population: z.int(),
  populationSha256: z.string(),
  isSamePopulation: z.boolean(),
  sample: z.int(),
  isSameSample: z.boolean(),
});
export type RedrawAnswer = z.infer<typeof redrawAnswer>;

// The keys are those of the list and of the script, each once.
const checkShape = z.strictObject(
  Object.fromEntries(orderChecks.map(({ id }) => [id, z.enum(checkAnswers)])),
) as unknown as z.ZodType<OrderCheckAnswers>;
const interviewShape = z.strictObject(
  Object.fromEntries(interviewScript.map(({ id }) => [id, z.enum(interviewAnswers)])),
) as unknown as z.ZodType<InterviewAnswers>;

export const itemCheck = z.strictObject({
  answers: checkShape,
  note: freeText(2_000).optional(),
  extra: extraForm.optional(),
});
export type ItemCheck = z.infer<typeof itemCheck>;

/** `POST /inspection-items/{id}/interviews`: what was answered is there exactly where somebody answered, and then with its recording. */
export const newInterview = z
  .strictObject({
    outcome: z.enum(callOutcomes),
    answers: interviewShape.optional(),
    recording: z.string().trim().min(1).max(120).optional(),
    note: freeText(2_000).optional(),
    extra: extraForm.optional(),
  })
  .refine(({ outcome, answers }) => (outcome === 'answered') === (answers !== undefined), {
    path: ['answers'],
    params: { zh: '接通时须填写全部回答，未接通时不填', en: 'is filled in where he answered, and only there' },
  })
  .refine(({ outcome, recording }) => outcome !== 'answered' || recording !== undefined, {
    path: ['recording'],
    params: { zh: '接通时须填写录音编号', en: 'is needed where he answered' },
  });
export type NewInterview = z.infer<typeof newInterview>;

export const inspectionItemAnswer = z
  .strictObject({
    id: z.int(),
    inspectionId: z.int(),
    stratum: z.string(),
    itemNumber: z.string(),
    itemId: z.int(),
    enterpriseId: z.int(),
    enterpriseNumber: z.string(),
    workerId: z.int(),
    workerNumber: z.string(),
    kindOfWork: z.string().nullable(),
    amountFen: fenOutput,
    state: z.enum(itemStates),
    answers: z.record(z.string(), z.string()).nullable(),
    note: z.string().nullable(),
    checkedBy: z.string().nullable(),
    checkedAt: instantOutput.nullable(),
    interviews: z.array(
      z.strictObject({
        id: z.int(),
        outcome: z.enum(callOutcomes),
        answers: z.record(z.string(), z.string()).nullable(),
        findings: z.array(z.string()),
        recording: z.string().nullable(),
        note: z.string().nullable(),
        calledBy: z.string(),
        calledAt: instantOutput,
      }),
    ),
  })
  .meta({ id: 'InspectionItem' });
export type InspectionItemAnswer = z.infer<typeof inspectionItemAnswer>;

export const inspectionClosing = z.strictObject({ summary: freeText(2_000).min(4) });
