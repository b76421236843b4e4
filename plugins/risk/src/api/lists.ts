import { z } from 'zod';
import { dayText, instantOutput, reasonText } from '@linggong/access/api';
import { listKinds, listSources, listStates, listSubjectKinds } from '../domain';

/** A row of the table of lines, by its id, or `list-watch`; that the table in force has it is asked where the table is. */
export const ruleCode = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What is listed, as people type it; it is sealed before anything else is done with it. */
const value = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .meta({ description: '证件号码、卡号、手机号、信用代码、地址或设备号 · value' });

/** `POST /risk-list-entries`: waits for a second person. */
export const newListEntry = z
  .strictObject({
    kind: z.enum(listKinds),
    subjectKind: z.enum(listSubjectKinds),
    value,
    /** Of an allow list: the rules that are let off; of no other. */
    rules: z.array(ruleCode).min(1).max(20).optional(),
    source: z.enum(listSources),
    reason: reasonText,
    endsOn: dayText.optional(),
  })
  .superRefine(({ kind, rules }, context) => {
    if ((kind === 'allow') === (rules !== undefined)) return;
    const [zh, en] =
      kind === 'allow'
        ? ['豁免名单须写明豁免哪些规则', 'an allow list names the rules that are let off']
        : ['只有豁免名单写明规则', 'only an allow list names rules'];
    context.addIssue({ code: 'custom', path: ['rules'], params: { zh, en }, message: en });
  });
export type NewListEntry = z.infer<typeof newListEntry>;

export const listEntryAnswer = z.strictObject({
  id: z.int(),
  number: z.string(),
  kind: z.enum(listKinds),
  subjectKind: z.enum(listSubjectKinds),
  /** Masked, but for credit codes and device numbers. */
  value: z.string(),
  rules: z.array(z.string()),
  source: z.enum(listSources),
  reason: z.string(),
  endsOn: z.string().nullable(),
  state: z.enum([...listStates, 'expired']),
  importId: z.int().nullable(),
  /** The measure that it stands on, and the case of that; it ends with it. */
  measureId: z.int().nullable(),
  caseId: z.int().nullable(),
  createdAt: instantOutput,
  createdName: z.string(),
  endedAt: instantOutput.nullable(),
  endedName: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type ListEntryAnswer = z.input<typeof listEntryAnswer>;

const listHit = z.strictObject({
  moment: z.enum(['worker-registered', 'card-added', 'enterprise-submitted', 'signed-in']),
  subjectKind: z.enum(['worker', 'enterprise']),
  subjectId: z.int(),
  at: instantOutput,
});

/** `GET /risk-list-entries/{id}`: the entry with where its subject was met, newest first. */
export const listEntryDetail = listEntryAnswer.extend({ hits: z.array(listHit) });
export type ListEntryDetail = z.input<typeof listEntryDetail>;

/** `POST /risk-list-entries/lookups`: whether somebody is listed. */
export const listLookup = z.strictObject({ subjectKind: z.enum(listSubjectKinds), value });
export const listLookupAnswer = z.strictObject({ items: z.array(listEntryAnswer) });

export const endBody = z.strictObject({ reason: reasonText });

const importFault = z.strictObject({
  rowNo: z.int(),
  field: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
});
export type ListImportFault = z.infer<typeof importFault>;

/** What of a sheet would be taken, and why the rest would not. */
export const listImportAnswer = z.strictObject({
  id: z.int(),
  number: z.string(),
  state: z.enum(['read', 'taken', 'discarded']),
  rowsRead: z.int(),
  rowsGood: z.int(),
  rowsRefused: z.int(),
  /** Rows that were listed by it; fewer than the good ones where somebody stood on the list already. Null before it is decided about. */
  rowsTaken: z.int().nullable(),
  faults: z.array(importFault),
  /** Good rows by list and kind of subject. */
  counts: z.array(z.strictObject({ kind: z.enum(listKinds), subjectKind: z.enum(listSubjectKinds), rows: z.int() })),
  createdAt: instantOutput,
  createdName: z.string(),
  decidedAt: instantOutput.nullable(),
  decidedName: z.string().nullable(),
});
export type ListImportAnswer = z.input<typeof listImportAnswer>;

/** Columns of the sheet (名单导入表); the first title stands in the template. */
export const listColumns = [
  { key: 'kind', titles: ['名单类型', 'list'], required: true, kind: 'text' },
  { key: 'subjectKind', titles: ['标识类型', 'identified by'], required: true, kind: 'text' },
  { key: 'value', titles: ['标识内容', 'value'], required: true, kind: 'text', wholeNumbers: true, maxLength: 400 },
  { key: 'rules', titles: ['豁免规则', 'rules'], required: false, kind: 'text' },
  { key: 'source', titles: ['来源', 'source'], required: true, kind: 'text' },
  { key: 'reason', titles: ['理由', 'reason'], required: true, kind: 'text', maxLength: 500 },
  { key: 'endsOn', titles: ['截止日期', 'last day'], required: false, kind: 'text' },
] as const;
export type ListColumnKey = (typeof listColumns)[number]['key'];

/** Rows that one sheet may have. */
export const listRowsMax = 5_000;
