import { fenInput, idNumber, idText, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { measureKinds, measureSubjects } from '../domain';

/** `POST /risk-cases/{id}/measures`: waits for a second person, and is carried out once he approved it. */
export const newMeasure = z.strictObject({
  kind: z.enum(measureKinds),
  subjectKind: z.enum(measureSubjects),
  subjectId: idNumber,
  lineLimitFen: fenInput.optional(),
  monthLimitFen: fenInput.optional(),
  reason: reasonText,
});
export type NewMeasure = z.infer<typeof newMeasure>;

export const measureParams = z.strictObject({ id: idText });
export const measureLifting = z.strictObject({ reason: reasonText });
