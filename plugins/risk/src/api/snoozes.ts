import { z } from 'zod';
import { dayText, idNumber, instantOutput, reasonText } from '@linggong/access/api';
import { snoozeSubjectKinds } from '../domain';
import { ruleCode } from './lists';

/** `POST /risk-snoozes`: lets one worker or enterprise off one rule for a while; waits for a second person. */
export const newSnooze = z.strictObject({
  /** A row of the table in force, by its id, or `list-watch`. */
  rule: ruleCode,
  subjectKind: z.enum(snoozeSubjectKinds),
  subjectId: idNumber,
  endsOn: dayText,
  reason: reasonText,
});
export type NewSnooze = z.infer<typeof newSnooze>;

export const snoozeAnswer = z.strictObject({
  id: z.int(),
  number: z.string(),
  rule: z.string(),
  subjectKind: z.enum(snoozeSubjectKinds),
  subjectId: z.int(),
  /** The number that people know the subject by. */
  subjectLabel: z.string(),
  reason: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  state: z.enum(['in-force', 'ended', 'expired']),
  createdAt: instantOutput,
  createdName: z.string(),
  endedAt: instantOutput.nullable(),
  endedName: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type SnoozeAnswer = z.input<typeof snoozeAnswer>;
