import { z } from 'zod';

const word = (pattern: RegExp, description: string): z.ZodString =>
  z.string().max(40).regex(pattern).meta({ description });

/**
 * `POST /api/v1/sensitive-fields/unmask` (查看明文): one value a call. It is a POST, because the answer must not be cached and the
 * question is audited; a reason is required, and the clear value is to be taken off the screen at `until`. What is wanted in bulk is an
 * export, and needs an approval of its own.
 */
export const unmaskBody = z.strictObject({
  /** Whose field: a resource of the matrix and its row. */
  subject: z.strictObject({
    kind: word(/^[a-z]+(-[a-z]+)*$/, '对象：worker、bank-card、enterprise、deposit、statement-line · whose field'),
    id: z.int().min(1).max(2_147_483_647),
  }),
  field: word(/^[a-z]+([A-Z][a-z]+)*$/, '字段名，与列表中的相同，如 phone · the field as the lists call it'),
  reason: z.string().trim().min(4).max(500).meta({ description: '理由 · reason' }),
});

export type UnmaskBody = z.infer<typeof unmaskBody>;

export const unmaskAnswer = z
  .strictObject({
    clear: z.string().meta({ description: '明文 · the clear value' }),
    until: z.iso.datetime().meta({ description: '到时须从屏幕移除 · when it is to be taken off the screen' }),
  })
  .meta({ id: 'Unmasked' });

export type UnmaskAnswer = z.infer<typeof unmaskAnswer>;

/** A row of `/api/console/unmaskings`, dates as text. */
export interface UnmaskingRow {
  readonly id: number;
  readonly at: string;
  readonly actorName: string;
  readonly role: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly subjectLabel: string;
  readonly field: string;
  readonly reason: string;
  readonly approvalId: string | null;
  /** The elevation that opened the row, or stood for the second person. */
  readonly elevationId: string | null;
  readonly inHour: number;
}
