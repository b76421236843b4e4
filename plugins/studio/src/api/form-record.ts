import { z } from 'zod';
import { idNumber, idText, instantOutput } from '@linggong/access/api';

export const formKey = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
export const fieldId = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/);
const both = z.strictObject({ zh: z.string(), en: z.string() });
const schemas = z.strictObject({ zh: z.record(z.string(), z.unknown()), en: z.record(z.string(), z.unknown()) });

/** Values by field. What each may be, the form says; here they are bounded. */
export const formValues = z.record(fieldId, z.json()).refine((all) => Object.keys(all).length <= 400, {
  params: { zh: '填写的项目过多', en: 'has too many values' },
});

/** Files that one record shows; a form has at most 200 fields of at most 10 files, and revisions take others. */
export const FILES_OF_RECORD_MAX = 500;
export const REVISIONS_SHOWN_MAX = 100;
/** Answers to one record, newest first: one each time its case is closed. */
export const ANSWERS_SHOWN_MAX = 20;

/** What an operation takes beside the columns of the house (补充表单): the version that was filled in, and the values. */
export const extraForm = z
  .strictObject({ formVersionId: idNumber, values: formValues })
  .meta({ description: '补充表单 · what the form of this operation asks beside' });
export type ExtraForm = z.output<typeof extraForm>;

/** Whom a record means (被投诉方). */
const about = z.strictObject({ kind: z.enum(['enterprise', 'worker']), id: idNumber });

export const formParams = z.strictObject({ key: formKey });

export const formAnswer = z.strictObject({
  key: z.string(),
  versionId: idNumber,
  versionNo: z.int(),
  content: z.unknown().meta({ description: '表单内容 · sections and fields' }),
  jsonSchema: schemas.meta({ description: 'JSON Schema 2020-12，中英文各一份 · one in each language' }),
  uiSchema: schemas.meta({ description: '界面描述 · how it is drawn, by @rjsf' }),
  meansSomebody: z
    .boolean()
    .meta({ description: '可指明被投诉方 · whether its records may say whom they mean (`about`)' }),
});

/** `POST /form-records`: a record that stands by itself. */
export const newFormRecord = z.strictObject({
  form: formKey,
  formVersionId: idNumber,
  values: formValues,
  about: about
    .optional()
    .meta({ description: '被投诉方，须与提交人有业务往来 · whom it means: one that the caller deals with' }),
});
export type NewFormRecord = z.output<typeof newFormRecord>;

/** `PUT /form-records/{id}`: another revision, of the version that the record keeps. */
export const formRecordChange = z.strictObject({
  revision: idNumber,
  values: formValues,
  /** Personal values that stay as they were: whoever corrects a date need not know the phone number again. */
  kept: z.array(fieldId).max(200).optional(),
});
export type FormRecordChange = z.output<typeof formRecordChange>;

/** `POST /form-records/search`: exact; in the body, since the value may be personal. */
export const formRecordSearch = z.strictObject({
  form: formKey,
  field: fieldId,
  value: z.union([z.string().min(1).max(200), z.number(), z.array(z.string().max(40)).max(20)]),
});
export type FormRecordSearch = z.output<typeof formRecordSearch>;

const record = {
  id: idNumber,
  number: z.string(),
  form: z.string(),
  versionId: idNumber,
  versionNo: z.int(),
  subjectKind: z.string().nullable(),
  subjectId: idNumber.nullable(),
  about: about.nullable(),
  revision: z.int(),
  values: z
    .record(z.string(), z.unknown())
    .meta({ description: '填写内容，敏感字段脱敏 · values, personal ones masked' }),
  fields: z
    .array(z.strictObject({ id: z.string(), label: both, type: z.string(), sensitive: z.boolean() }))
    .meta({ description: '该版本的字段 · fields of the version that the record keeps' }),
  createdAt: instantOutput,
  createdBy: z.string(),
  updatedAt: instantOutput,
  updatedBy: z.string(),
};
export const formRecordFound = z.strictObject(record);
export type FormRecordFound = z.input<typeof formRecordFound>;
export const formRecordsFound = z.strictObject({ items: z.array(formRecordFound).max(100) });

const counterpart = z.strictObject({ ...about.shape, number: z.string(), name: z.string() });

/** `GET /forms/{key}/counterparts`: whom the caller deals with, people by their masked names. */
export const counterpartsQuery = z.strictObject({
  number: z
    .string()
    .max(24)
    .regex(/^[A-Za-z0-9-]*$/)
    .optional()
    .meta({ description: '编号开头 · what the number begins with' }),
});
export const counterpartsAnswer = z.strictObject({ items: z.array(counterpart).max(200) });

export const formRecordAnswer = z.strictObject({
  ...record,
  aboutWhom: counterpart
    .nullable()
    .meta({ description: '被投诉方的名称，灵工脱敏 · the name of whom it means, masked for a person' }),
  handling: z
    .strictObject({
      state: z.enum(['received', 'in-hand', 'waiting', 'answered']),
      dueAt: instantOutput,
      answers: z.array(z.strictObject({ text: z.string(), at: instantOutput })).max(ANSWERS_SHOWN_MAX),
      handledAs: z.strictObject({ id: z.int(), number: z.string(), heldBy: z.string().nullable() }).nullable().meta({
        description:
          '承办的案件与承办人，仅对平台人员显示 · the case and who holds it; null for whoever looks from outside',
      }),
    })
    .nullable()
    .meta({
      description:
        '投诉的办理情况：状态、答复期限与答复 · how a complaint is dealt with, by when, and what was answered',
    }),
  content: z
    .unknown()
    .meta({ description: '该记录所用版本的表单内容 · sections and fields of the version that the record keeps' }),
  files: z
    .array(
      z.strictObject({
        id: z.uuid(),
        field: z.string(),
        contentType: z.string(),
        bytes: z.int(),
        sha256: z.string(),
        sentAt: instantOutput,
      }),
    )
    .max(FILES_OF_RECORD_MAX)
    .meta({ description: '历次修订的附件 · files of every revision' }),
  revisions: z
    .array(z.strictObject({ revision: z.int(), at: instantOutput, by: z.string() }))
    .max(REVISIONS_SHOWN_MAX)
    .meta({ description: '修订记录，最新在前 · newest first' }),
});
export type FormRecordAnswer = z.input<typeof formRecordAnswer>;

/** `GET /form-records/{id}/revisions/{revision}`: what was handed in then. */
export const formRevisionParams = z.strictObject({ id: idText, revision: idText });

/** Forms that can be filled in, and whether they stand by themselves (投诉) or are handed in with an operation. */
export const formsAnswer = z.strictObject({
  items: z
    .array(z.strictObject({ key: z.string(), name: both, versionId: idNumber, versionNo: z.int(), alone: z.boolean() }))
    .max(1000),
});
