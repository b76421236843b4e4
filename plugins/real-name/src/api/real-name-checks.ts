import { idNumber, idText, instantOutput, listQuery } from '@linggong/access/api';
import { z } from 'zod';
import { checkKinds, checkOutcomes, subjectKinds } from '../domain';

export const realNameCheck = z.strictObject({
  id: idNumber,
  code: z.string().meta({ description: '存证编号 · traceable code' }),
  kind: z.enum(checkKinds),
  subjectKind: z.enum(subjectKinds),
  workerId: idNumber.nullable(),
  bankCardId: idNumber.nullable(),
  enterpriseId: idNumber.nullable(),
  provider: z.string(),
  outcome: z.enum(checkOutcomes),
  providerCode: z.string(),
  costFen: z.union([z.bigint(), z.int()]),
  attempts: z.int(),
  checkedAt: instantOutput,
  evidence: z.record(z.string(), z.unknown()),
});
export type RealNameCheck = z.input<typeof realNameCheck>;

export const realNameCheckQuery = listQuery.extend({
  workerId: idText.optional(),
  bankCardId: idText.optional(),
  enterpriseId: idText.optional(),
  outcome: z.enum(checkOutcomes).optional(),
});

/** Body of `POST /real-name-checks`: subjects of one kind to be checked (again). */
export const checksToRun = z.strictObject({
  subjectKind: z.enum(subjectKinds),
  ids: z.array(idNumber).min(1).max(5_000),
});

export const checksAccepted = z.strictObject({ jobIds: z.array(z.uuid()) });
