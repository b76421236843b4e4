import { z } from 'zod';
import { FEN_MAX, isDay } from '@linggong/core/domain';

/**
 * Shape of a form (表单): closed and bounded. A draft in the making may still lack texts and choices – those are faults, not a refusal – but
 * never grows beyond what a page can show and a record can hold.
 */

export const FIELDS_MAX = 200;
export const TABLE_ROWS_MAX = 200;
/** Characters of one text of a record. */
export const TEXT_MAX = 5000;
/** As the gate of papers takes them in: `paperBytesMax` of vault. */
export const FILE_BYTES_MAX = 20 * 1_048_576;
export const FILES_MAX = 10;
export const fileTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;

const text2 = (max: number) => z.strictObject({ zh: z.string().trim().max(max), en: z.string().trim().max(max) });
const id = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/);
const day = z.string().refine(isDay, { params: { zh: '应为真实存在的日期', en: 'must be a real day, YYYY-MM-DD' } });
const fen = z.int().nonnegative().max(Number(FEN_MAX));
/** Far inside what a double tells apart, decimals included. */
const amount = z.number().min(-1e9).max(1e9);
const count = (max: number) => z.int().min(0).max(max);

export const choice = z.strictObject({ value: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,39}$/), label: text2(100) });

/** When a field is asked at all: another field has this value, one of these, or lies between these two (both included). */
const shownIf = z.union([
  z.strictObject({ field: id, is: z.union([z.string().max(40), z.number()]) }),
  z.strictObject({ field: id, in: z.array(z.union([z.string().max(40), z.number()])).max(50) }),
  z.strictObject({
    field: id,
    from: z.union([z.number(), day]).optional(),
    to: z.union([z.number(), day]).optional(),
  }),
]);

const ofText = {
  type: z.literal('text'),
  minLength: count(TEXT_MAX).optional(),
  maxLength: z.int().min(1).max(TEXT_MAX).optional(),
  /** A regular expression that the whole text must match, in the syntax that RE2 and ECMAScript share. */
  pattern: z.string().min(1).max(200).optional(),
  /** What the reader is told where the text does not match. */
  patternText: text2(100).optional(),
};
const ofNumber = {
  type: z.literal('number'),
  min: amount.optional(),
  max: amount.optional(),
  /** Digits after the point; none by itself. */
  decimals: count(6).optional(),
  unit: text2(20).optional(),
};
const ofMoney = { type: z.literal('money'), minFen: fen.optional(), maxFen: fen.optional() };
const ofDate = { type: z.literal('date'), from: day.optional(), to: day.optional() };
const ofChoice = { type: z.literal('choice'), choices: z.array(choice).max(100) };

const column = { id, label: text2(100), required: z.boolean() };

/** A column of a table holds plain values: what is sealed or stored apart stands in a field of its own. */
export const formColumn = z.discriminatedUnion('type', [
  z.strictObject({ ...column, ...ofText }),
  z.strictObject({ ...column, ...ofNumber }),
  z.strictObject({ ...column, ...ofMoney }),
  z.strictObject({ ...column, ...ofDate }),
  z.strictObject({ ...column, ...ofChoice }),
]);

const asked = {
  id,
  section: id,
  label: text2(200),
  help: text2(500).optional(),
  required: z.boolean(),
  shownIf: shownIf.optional(),
  /** The core field (核心字段) that it feeds: by it the platform knows what it reads of a record, which keeps the value as any other. */
  core: id.optional(),
  /** No longer asked (停用); old records keep their values and stay searchable. */
  retired: z.literal(true).optional(),
};

export const formField = z.discriminatedUnion('type', [
  z.strictObject({
    ...asked,
    ...ofText,
    /** Lines of the box on the page. */
    lines: z.int().min(1).max(20).optional(),
    /** Personal data by its meaning: sealed like numbers that are personal by their type. */
    personal: z.enum(['name', 'address', 'email']).optional(),
  }),
  z.strictObject({ ...asked, ...ofNumber }),
  z.strictObject({ ...asked, ...ofMoney }),
  z.strictObject({ ...asked, ...ofDate }),
  z.strictObject({ ...asked, ...ofChoice }),
  z.strictObject({
    ...asked,
    type: z.literal('choices'),
    choices: ofChoice.choices,
    minItems: count(100).optional(),
    maxItems: count(100).optional(),
  }),
  z.strictObject({ ...asked, type: z.literal('region'), level: z.enum(['province', 'city', 'county']) }),
  z.strictObject({ ...asked, type: z.literal('identity-number') }),
  z.strictObject({ ...asked, type: z.literal('uscc') }),
  z.strictObject({ ...asked, type: z.literal('bank-card') }),
  z.strictObject({ ...asked, type: z.literal('phone') }),
  z.strictObject({
    ...asked,
    type: z.literal('file'),
    accept: z.array(z.enum(fileTypes)).max(fileTypes.length),
    maxBytes: z.int().min(1024).max(FILE_BYTES_MAX).optional(),
    maxFiles: z.int().min(1).max(FILES_MAX).optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('table'),
    columns: z.array(formColumn).max(20),
    minRows: count(TABLE_ROWS_MAX).optional(),
    maxRows: count(TABLE_ROWS_MAX).optional(),
  }),
]);

export const formSection = z.strictObject({ id, title: text2(100), help: text2(500).optional() });

export const formContent = z.strictObject({
  /** The operation that it belongs to is refused without it (必须填写); else it may be left out whole, its required fields too. */
  obligatory: z.literal(true).optional(),
  sections: z.array(formSection).max(30),
  fields: z.array(formField).max(FIELDS_MAX),
});

export type FormContent = z.infer<typeof formContent>;
export type FormSection = z.infer<typeof formSection>;
export type FormField = z.infer<typeof formField>;
export type FormColumn = z.infer<typeof formColumn>;
export type FormChoice = z.infer<typeof choice>;
export type ShownIf = z.infer<typeof shownIf>;
export type FieldType = FormField['type'];
