import { z } from 'zod';
import { dayText, freeText, idText, instantOutput, reasonText } from '@linggong/access/api';
import { checklistItem, checklistItemId } from '@linggong/studio/api';
import { visitAnswers, visitVerdicts } from '../domain/site-visit';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** `POST /enterprises/{id}/site-visits`: a visit begins; its checklist is the one in force then. */
export const newVisit = z.strictObject({
  visitedOn: dayText,
  /** What the second who was there signs in with; never a name. */
  companion: z.string().trim().min(1).max(64).optional(),
});
export type NewVisit = z.output<typeof newVisit>;

export const visitParams = z.strictObject({ id: idText, visitId: idText });
export const visitFileParams = z.strictObject({ id: idText, visitId: idText, fileId: idText });

/** Text field before the file: the item of the checklist that it shows. */
export const visitFileForm = z.strictObject({ item: checklistItemId });

/** `POST …/conclude`: what was seen of each item; the verdict is the checklist's. */
export const visitConclusion = z.strictObject({
  answers: z
    .array(
      z.strictObject({ item: checklistItemId, answer: z.enum(visitAnswers), note: freeText(500).min(1).optional() }),
    )
    .min(1)
    .max(200)
    .refine((answers) => new Set(answers.map(({ item }) => item)).size === answers.length, {
      params: { zh: '同一检查项只能有一个结论', en: 'an item is answered once' },
    }),
  note: freeText(2_000).min(2).optional(),
});
export type VisitConclusion = z.output<typeof visitConclusion>;

export const visitFileTaking = z.strictObject({ reason: reasonText });

const visit = z.strictObject({
  id: z.int(),
  visitedOn: dayText,
  companion: z.string().nullable(),
  checklistVersion: z.int(),
  checklistNo: z.int(),
  begunBy: z.string(),
  begunAt: instantOutput,
  verdict: z.enum(visitVerdicts).nullable(),
  /** Not told to the regulator, as no note about an enterprise is. */
  note: z.string().nullable().optional(),
  concludedBy: z.string().nullable(),
  concludedAt: instantOutput.nullable(),
  /** Items of its own version of the checklist, with what was seen and what shows it. */
  items: z.array(
    checklistItem.extend({
      answer: z.enum(visitAnswers).nullable(),
      note: z.string().nullable().optional(),
      files: z.array(
        z.strictObject({
          id: z.int(),
          contentType: z.string(),
          bytes: z.int(),
          sha256: z.string(),
          addedBy: z.string(),
          addedAt: instantOutput,
        }),
      ),
    }),
  ),
});
export type VisitAnswerBody = z.input<typeof visit>;

/** The visits to an enterprise, the newest first, and whether its application asks for one. */
export const visitsAnswer = z
  .strictObject({
    /** Criteria of the review under way that ask for a passed visit of this application (须现场核查). */
    asked: z.array(z.strictObject({ id: z.string(), title: text2, visitAboveFen: z.int() })),
    /** A visit of this application passed. */
    isVisited: z.boolean(),
    visits: z.array(visit).max(50),
  })
  .meta({ id: 'SiteVisits' });
export type VisitsAnswer = z.input<typeof visitsAnswer>;
