import { z } from 'zod';
import { fieldKinds } from '../domain';

/**
 * Port of unmasking (查看明文), served from issue 4 on: `POST /api/v1/sensitive-fields/unmask`. It is a POST, because the answer
 * must not be cached and the question is audited; a reason is required, and the clear value is to be taken off the screen at
 * `until`. One value a call: what is wanted in bulk is an export, and needs an approval.
 */
export const unmaskBody = z.strictObject({
  /** Whose field: the content type and its row. */
  subject: z.strictObject({ kind: z.string().regex(/^[a-z]+(-[a-z]+)*$/), id: z.int().min(1) }),
  field: z.enum(fieldKinds),
  reason: z.string().trim().min(4).max(200),
});

export const unmaskAnswer = z.strictObject({ clear: z.string(), until: z.iso.datetime() });
