import { z } from 'zod';
import { idNumber, idText, instantOutput, reasonText } from '@linggong/access/api';
import { fieldId, formKey, formValues } from './form-record';

/** `POST /forms/{key}/versions/{versionId}/fields/{field}/files`: a file for one field of the version that is filled in. */
export const formFileParams = z.strictObject({ key: formKey, versionId: idText, field: fieldId });

export const formFileAnswer = z.strictObject({
  id: z.uuid().meta({ description: '填入该字段的附件编号 · goes into the value of the field' }),
  field: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  sentAt: instantOutput,
});
export type FormFileAnswer = z.input<typeof formFileAnswer>;

export const recordFileParams = z.strictObject({ id: idText, file: z.uuid() });
/** Staff say what they take it for; who handed it in need not. */
export const recordFileTaking = z.strictObject({ reason: reasonText.optional() });

/** `PUT /forms/{key}/draft`: what was filled in so far, whatever is still missing or wrong. */
export const formDraftRequest = z.strictObject({ formVersionId: idNumber, values: formValues });
export const formDraftAnswer = z.strictObject({
  formVersionId: idNumber,
  values: z.record(z.string(), z.unknown()),
  savedAt: instantOutput,
  expiresAt: instantOutput,
});
export type FormDraftAnswer = z.input<typeof formDraftAnswer>;
export const formDraftFound = z.strictObject({ draft: formDraftAnswer.nullable() });
