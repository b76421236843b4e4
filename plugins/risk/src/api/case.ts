import { dayText, fenOutput, freeText, idNumber, idText, instantOutput, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import {
  caseOutcomes,
  caseSources,
  caseStates,
  caseSubjects,
  measureKinds,
  measureListings,
  measureLists,
  measureStates,
  measureSubjects,
  severities,
} from '../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const factsAnswer = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** `POST /risk-cases`: a case that a person opens about a worker or an enterprise. */
export const newRiskCase = z.strictObject({
  subjectKind: z.enum(measureSubjects),
  subjectId: idNumber,
  severity: z.enum(severities),
  title: freeText(80).min(4),
  text: freeText(2_000).min(4),
});
export type NewRiskCase = z.infer<typeof newRiskCase>;

export const measureAnswer = z.strictObject({
  id: z.int(),
  number: z.string(),
  caseId: z.int(),
  kind: z.enum(measureKinds),
  subjectKind: z.enum(measureSubjects),
  subjectId: z.int(),
  lineLimitFen: fenOutput.nullable(),
  monthLimitFen: fenOutput.nullable(),
  list: z.enum(measureLists).nullable(),
  listBy: z.array(z.enum(measureListings)).nullable(),
  endsOn: z.string().nullable(),
  state: z.enum(measureStates),
  reason: z.string(),
  takenBy: z.string(),
  takenAt: instantOutput,
  liftedBy: z.string().nullable(),
  liftReason: z.string().nullable(),
  liftedAt: instantOutput.nullable(),
});
export type MeasureAnswer = z.infer<typeof measureAnswer>;

export const riskCaseAnswer = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    source: z.enum(caseSources),
    rule: z.string(),
    subjectKind: z.enum(caseSubjects),
    subjectId: z.string(),
    subjectLabel: z.string().nullable(),
    enterpriseId: z.int().nullable(),
    workerId: z.int().nullable(),
    title: text2,
    facts: factsAnswer,
    recordId: z.int().nullable().meta({ description: '投诉的表单记录 · the record in which a complaint was told' }),
    severity: z.enum(severities),
    state: z.enum(caseStates),
    owner: z.int().nullable(),
    ownerName: z.string().nullable(),
    openedAt: instantOutput,
    lastSeenAt: instantOutput,
    timesSeen: z.int(),
    dueAt: instantOutput,
    outcome: z.enum(caseOutcomes).nullable(),
    outcomeReason: z.string().nullable(),
    closedAt: instantOutput.nullable(),
    closedBy: z.string().nullable(),
    /** What this caller may do now (下一步), as the state allows it. */
    allowed: z.array(z.string()),
    tasks: z.array(
      z.strictObject({
        id: z.int(),
        text: z.string(),
        dueOn: z.string().nullable(),
        addedBy: z.string(),
        addedAt: instantOutput,
        doneAt: instantOutput.nullable(),
        doneBy: z.string().nullable(),
        result: z.string().nullable(),
      }),
    ),
    evidence: z.array(
      z.strictObject({
        id: z.int(),
        name: z.string(),
        contentType: z.string(),
        sha256: z.string(),
        note: z.string().nullable(),
        addedBy: z.string(),
        addedAt: instantOutput,
      }),
    ),
    measures: z.array(measureAnswer),
    steps: z.array(
      z.strictObject({
        step: z.string(),
        at: instantOutput,
        actor: z.string(),
        text: z.string().nullable(),
        facts: factsAnswer.nullable(),
      }),
    ),
  })
  .meta({ id: 'RiskCase' });
export type RiskCaseAnswer = z.infer<typeof riskCaseAnswer>;

export const riskCaseAction = z.strictObject({ id: idText, action: z.enum(['take', 'put-back', 'wait', 'resume']) });
export const riskCaseReason = z.strictObject({ reason: reasonText.optional() });
export const riskCaseClosing = z.strictObject({
  outcome: z.enum(caseOutcomes),
  reason: reasonText,
  answer: freeText(2_000)
    .min(2)
    .optional()
    .meta({ description: '给投诉人的答复，投诉案件必填 · what whoever complained is told; asked for by complaints' }),
});
export const riskCaseReopening = z.strictObject({ reason: reasonText });
export const riskCaseGrading = z.strictObject({ severity: z.enum(severities), reason: reasonText });
export const riskCaseComment = z.strictObject({ text: freeText(2_000).min(2) });
export const riskCaseTask = z.strictObject({ text: freeText(500).min(2), dueOn: dayText.optional() });
export const riskTaskParams = z.strictObject({ id: idText, taskId: idText });
export const riskTaskResult = z.strictObject({ result: freeText(500).min(2) });

/** The text field of an upload beside its `file`. */
export const caseEvidenceForm = z.strictObject({ note: freeText(500).min(2).optional() });
export const caseEvidenceParams = z.strictObject({ id: idText, evidenceId: idText });
