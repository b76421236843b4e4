import { instantOutput } from '@linggong/access/api';
import { z } from 'zod';
import { caseSources, caseStates, severities } from '../domain';

const card = z.strictObject({
  id: z.int(),
  number: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  severity: z.enum(severities),
  source: z.enum(caseSources),
  ownerName: z.string().nullable(),
  dueAt: instantOutput,
  isLate: z.boolean(),
  subjectLabel: z.string().nullable(),
});

/** The board (看板): a column a state, what is due first on top; the closed ones of the last seven days, newest first. */
export const riskBoard = z.strictObject({
  columns: z.array(z.strictObject({ state: z.enum(caseStates), count: z.int(), late: z.int(), cards: z.array(card) })),
});
export type RiskBoard = z.infer<typeof riskBoard>;
export type RiskCard = z.infer<typeof card>;
