import { dayText, freeText, idText, instantOutput, reasonText } from '@linggong/access/api';
import { checklistItem, checklistItemId } from '@linggong/studio/api';
import { z } from 'zod';
import { findingStates, itemAnswers, materialKinds, materialStates, severities } from '../../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** `POST /promotional-materials`: what is said in public, and where. */
export const newMaterial = z.strictObject({
  kind: z.enum(materialKinds),
  title: freeText(120).min(2),
  place: freeText(500).min(2),
  publishedOn: dayText,
  owner: freeText(60).min(2),
});
export type NewMaterial = z.infer<typeof newMaterial>;

/** The text field of an upload beside its `file`: the finding whose rectification it proves. */
export const materialFileForm = z.strictObject({ findingId: idText.optional() });

const finding = z.strictObject({ text: freeText(500).min(2), severity: z.enum(severities), dueOn: dayText });

/** `POST /promotional-materials/{id}/reviews`: an answer for each item; what does not hold says what is found and by when it is put right. */
export const materialReview = z.strictObject({
  /** Of the checklist that was shown: another one in force meanwhile is a conflict. */
  checklistVersion: z.int().min(1),
  answers: z
    .array(
      z
        .strictObject({
          item: checklistItemId,
          answer: z.enum(itemAnswers),
          finding: finding.optional(),
        })
        .refine(({ answer, finding: found }) => (answer === 'no') === (found !== undefined), {
          path: ['finding'],
          params: {
            zh: '不符合时须写明发现的问题，其他不填',
            en: 'is filled in where it does not hold, and only there',
          },
        }),
    )
    .min(1)
    .max(200),
  note: freeText(2_000).optional(),
});
export type MaterialReview = z.infer<typeof materialReview>;

export const findingParams = z.strictObject({ id: idText, findingId: idText });
export const materialFileParams = z.strictObject({ id: idText, fileId: idText });
export const findingRectification = z.strictObject({ text: freeText(1_000).min(2) });
export const materialReason = z.strictObject({ reason: reasonText });

export const materialAnswer = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    kind: z.enum(materialKinds),
    title: z.string(),
    place: z.string(),
    publishedOn: z.string(),
    owner: z.string(),
    state: z.enum(materialStates),
    registeredBy: z.string(),
    registeredAt: instantOutput,
    reviewBy: z.string().nullable(),
    /** What its state allows (下一步). */
    allowed: z.array(z.string()),
    /** The checklist that a review of now goes by. */
    checklist: z.strictObject({
      versionId: z.int(),
      versionNo: z.int(),
      items: z.array(checklistItem),
    }),
    findings: z.array(
      z.strictObject({
        id: z.int(),
        item: z.string(),
        itemText: text2,
        text: z.string(),
        severity: z.enum(severities),
        dueOn: z.string(),
        isLate: z.boolean(),
        state: z.enum(findingStates),
        rectification: z.string().nullable(),
        rectifiedBy: z.string().nullable(),
        rectifiedAt: instantOutput.nullable(),
      }),
    ),
    files: z.array(
      z.strictObject({
        id: z.int(),
        findingId: z.int().nullable(),
        name: z.string(),
        contentType: z.string(),
        bytes: z.int(),
        sha256: z.string(),
        addedBy: z.string(),
        addedAt: instantOutput,
      }),
    ),
    reviews: z.array(
      z.strictObject({
        id: z.int(),
        checklistVersion: z.int(),
        verdict: z.enum(['passed', 'failed']),
        note: z.string().nullable(),
        reviewedBy: z.string(),
        reviewedAt: instantOutput,
      }),
    ),
    /** Cases that it made, newest first. */
    cases: z.array(z.strictObject({ id: z.int(), number: z.string(), state: z.string(), title: text2 })),
    steps: z.array(
      z.strictObject({ step: z.string(), at: instantOutput, actor: z.string(), text: z.string().nullable() }),
    ),
  })
  .meta({ id: 'PromotionalMaterial' });
export type MaterialAnswer = z.infer<typeof materialAnswer>;
