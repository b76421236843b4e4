import { dayText, fenInput, idNumber, idText, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { measureKinds, measureListings, measureLists, measureSubjects } from '../domain';

/** `POST /risk-cases/{id}/measures`: waits for a second person, and is carried out once he approved it. */
export const newMeasure = z.strictObject({
  kind: z.enum(measureKinds),
  subjectKind: z.enum(measureSubjects),
  subjectId: idNumber,
  lineLimitFen: fenInput.optional(),
  monthLimitFen: fenInput.optional(),
  /** Of `list` alone. */
  list: z.enum(measureLists).optional(),
  listBy: z.array(z.enum(measureListings)).min(1).max(3).optional(),
  endsOn: dayText.optional(),
  reason: reasonText,
});
export type NewMeasure = z.infer<typeof newMeasure>;

export const measureParams = z.strictObject({ id: idText });
export const measureLifting = z.strictObject({ reason: reasonText });
