import { isDay } from '@linggong/core/domain';
import { z } from 'zod';

/** Bounds of a table (R13.1): what a person can still read, and what is compared in the time of a page. */
export const tableBounds = { rows: 2_000, columns: 60, listed: 500, choices: 200, text: 500, pattern: 200 } as const;

/** Numbers in tables have at most six decimals and this size, so that they are the same in every engine. */
const numberMax = 1e12;

/** Names that every object has already would be read from there, so nothing is called by them. */
const isOwnName = (name: string): boolean => !(name in {});

const kebab = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .refine(isOwnName);
const camel = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z0-9]*$/)
  .refine(isOwnName);

const label = z.strictObject({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(120) });
const longText2 = z.strictObject({
  zh: z.string().trim().min(1).max(tableBounds.text),
  en: z.string().trim().min(1).max(tableBounds.text),
});

const plainNumber = z
  .number()
  .min(-numberMax)
  .max(numberMax)
  .refine((value) => Number(value.toFixed(6)) === value);
export const dayValue = z.string().refine(isDay);
const textValue = z.string().min(1).max(tableBounds.text);
const scalar = z.union([plainNumber, textValue, z.boolean()]);
const edge = z.union([plainNumber, dayValue]);

/** What a condition asks of the value of its column. A cell that is not there asks nothing: anything will do. */
const condition = z.union([
  z.strictObject({ is: scalar }),
  z.strictObject({ in: z.array(scalar).min(1).max(tableBounds.listed) }),
  z.strictObject({ notIn: z.array(scalar).min(1).max(tableBounds.listed) }),
  z.strictObject({ matches: z.string().min(1).max(tableBounds.pattern) }),
  z.strictObject({ from: edge.optional(), to: edge.optional(), above: edge.optional(), below: edge.optional() }),
]);

/** What an answer column gives: a value as it is, text in two languages included. */
const answer = z.union([scalar, longText2]);

export const computations = ['sum', 'difference', 'share', 'count', 'days-between'] as const;
export const columnRoles = ['input', 'output', 'computed'] as const;
export const columnTypes = ['number', 'money', 'text', 'choice', 'boolean', 'day', 'text2'] as const;

export const tableColumn = z.strictObject({
  id: kebab,
  role: z.enum(columnRoles),
  /** What code sends or reads. */
  field: camel,
  label,
  type: z.enum(columnTypes),
  choices: z
    .array(z.strictObject({ value: textValue.max(60), label }))
    .min(1)
    .max(tableBounds.choices)
    .optional(),
  /** Inputs: code must send it. Answers: every row gives it. */
  required: z.boolean().optional(),
  /** Computed columns: picked from a closed set, over input columns by their id. There are no free expressions, so each one ends. */
  compute: z
    .strictObject({ of: z.enum(computations), columns: z.array(kebab).min(1).max(tableBounds.columns) })
    .optional(),
});

const row = z.strictObject({
  id: kebab,
  cells: z.record(kebab, z.union([condition, answer])),
  note: longText2.optional(),
  /** Law or policy that the row rests on (依据). */
  basis: z.string().trim().min(1).max(200).optional(),
  /** A row that is switched off stays in the table and decides nothing. */
  off: z.boolean().optional(),
});

/** A decision table (决策表): conditions over what code sends, answers that code reads. */
export const decisionTable = z.strictObject({
  hitPolicy: z.enum(['first', 'collect']),
  columns: z.array(tableColumn).max(tableBounds.columns),
  rows: z.array(row).max(tableBounds.rows),
  /** The answer where no row hits, by column id. */
  otherwise: z.record(kebab, answer),
});

export type DecisionTable = z.infer<typeof decisionTable>;
export type TableColumn = z.infer<typeof tableColumn>;
export type ColumnType = TableColumn['type'];
export type Computation = (typeof computations)[number];
export type TableRow = z.infer<typeof row>;
export type TableCondition = z.infer<typeof condition>;
export type TableAnswer = z.infer<typeof answer>;
export type TableCell = TableCondition | TableAnswer;
export type TableScalar = z.infer<typeof scalar>;
export type TableRange = { from?: Edge; to?: Edge; above?: Edge; below?: Edge };
export type Edge = number | string;
