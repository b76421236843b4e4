import { z } from 'zod';
import { holdsPersonalNumber, isDay } from '@linggong/core/domain';

/** What a caller may name lies in these years: sums, months and databases behind it work there, and business is long inside. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const inYears = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;
const yearsText = {
  zh: `年份应在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间`,
  en: `must lie in the years ${FIRST_YEAR} to ${LAST_YEAR}`,
};

/** An amount on its way in (金额, 分): a JSON integer of fen, zero or more, bigint inside. */
export const fenInput = z
  .int()
  .min(0)
  .transform(BigInt)
  .meta({ id: 'FenInput', description: '金额（分）· amount in fen' });

/** An amount on its way out: bigint inside, a JSON integer of fen on the wire. */
export const fenOutput = z.union([z.bigint(), z.int()]).meta({ id: 'Fen', description: '金额（分）· amount in fen' });

/** A row number in a path or query: text there, a number inside; bounded by the int4 keys of the tables. */
export const idText = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.int().max(2_147_483_647))
  .meta({ description: '编号 · row number' });

/** A row number in a JSON body. */
export const idNumber = z.int().min(1).max(2_147_483_647);

/** A calendar day of Asia/Shanghai, `YYYY-MM-DD`. */
export const dayText = z
  .string()
  .refine(isDay, {
    abort: true,
    params: { zh: '应为真实存在的日期，格式 YYYY-MM-DD', en: 'must be a real day, YYYY-MM-DD' },
  })
  .refine((day) => inYears(Number(day.slice(0, 4))), { params: yearsText })
  .meta({ format: 'date', description: '日期（北京时间）· day in Asia/Shanghai' });

/** An instant as ISO text, in the years of business. */
export const instantText = z.iso
  .datetime({ offset: true, abort: true })
  .refine((text) => inYears(new Date(text).getUTCFullYear()), { params: yearsText });

/** An instant in UTC on its way in: ISO text on the wire, Date inside. */
export const instantInput = instantText.transform((text) => new Date(text));

/** A month of Asia/Shanghai, `YYYY-MM`. */
export const monthText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { abort: true })
  .refine((month) => inYears(Number(month.slice(0, 4))), { params: yearsText })
  .meta({ description: '月份（北京时间）· month in Asia/Shanghai' });

/** An instant on its way out: Date (or ISO text) inside, ISO text on the wire. */
export const instantOutput = z
  .union([z.date(), z.iso.datetime()])
  .meta({ id: 'Instant', description: '时刻(UTC) · instant in UTC' });

/** `limit` of a list query. */
export const limitText = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(200))
  .default(50)
  .meta({ description: '每页条数，最多 200 · rows a page, at most 200' });

/** `cursor` of a list query: opaque text that the previous page gave. */
export const cursorText = z
  .string()
  .max(512)
  .optional()
  .meta({ description: '上一页给出的游标 · cursor of the last page' });

/** Query of every list of the API. Add filters with `listQuery.extend({…})`; it stays closed. */
export const listQuery = z.strictObject({ limit: limitText, cursor: cursorText });

/** Answer of every list of the API: the rows and, where there are more, the cursor of the next page. */
export function pageOf<T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; nextCursor: z.ZodOptional<z.ZodString> }, z.core.$strict> {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().optional() });
}

/** `{id}` of a path. */
export const idParams = z.strictObject({ id: idText });

const numbersText = {
  zh: '不能填写证件号码、手机号或银行卡号，请改用业务编号说明',
  en: 'holds no identity, telephone or bank card number; name the business number instead',
};

/**
 * What people write in their own words (自由文本), and what is kept and shown as it is written: it holds no number of a person. Names in it are
 * told by nothing. A reason needs it not: the kit looks at every `reason`.
 */
export function freeText(charactersMax: number): z.ZodString {
  return z
    .string()
    .trim()
    .max(charactersMax)
    .refine((text) => !holdsPersonalNumber(text), { params: numbersText });
}

/** Why somebody does something that has to be justified (理由). The kit copies it to `command.reason`. */
export const reasonText = z.string().trim().min(2).max(500).meta({ description: '理由 · reason' });
