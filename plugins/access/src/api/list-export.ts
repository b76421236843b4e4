import { exportFormats, exportKinds } from '@linggong/core/domain';
import { z } from 'zod';
import { instantOutput } from './fields';

/** Rows of a list that a browser makes a file of at once; more are a job. */
export const EXPORT_ROWS_AT_ONCE = 5_000;
/** Rows that leave in one file at most: what a sheet of Excel holds is little more. */
export const EXPORT_ROWS_MAX = 1_000_000;
/** Days that a file waits to be taken; as `list-export` of the retention schedule has it. */
export const EXPORT_DAYS = 7;

/** Name of a console list, as in `/api/console/{list}`. */
const listName = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

const column = z.strictObject({
  field: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/)
    .meta({ description: '字段名 · name of the field' }),
  title: z.string().min(1).max(80).meta({ description: '列标题 · heading of the column' }),
  kind: z.enum(exportKinds).meta({ description: '值的类型 · what the values are' }),
  words: z
    .array(z.tuple([z.string().max(200), z.string().max(400)]))
    .max(1_000)
    .optional()
    .meta({ description: '代码与用语 · codes and what people call them' }),
});

/** `POST /api/v1/list-exports`: which list, narrowed and ordered as it is asked for, with which columns and in whose words. */
export const listExportBody = z.strictObject({
  listName: listName.meta({ description: '列表 · name of the list' }),
  format: z.enum(exportFormats).meta({ description: '文件格式 · format of the file' }),
  title: z.string().min(1).max(60).meta({ description: '表名 · name of the sheet' }),
  sort: z.string().max(200).optional().meta({ description: '["column","ASC|DESC"]' }),
  filter: z.string().max(8_000).optional().meta({ description: '{"column":value}' }),
  exportColumns: z.array(column).min(1).max(60).meta({ description: '导出的列 · columns of the file' }),
});
export type ListExportWish = z.infer<typeof listExportBody>;

/** 202: the job that makes the file. */
export const listExportAnswer = z
  .strictObject({ id: z.uuid(), jobId: z.uuid() })
  .meta({ id: 'ListExport', description: '导出任务 · the export and its job' });

export const exportListParams = z.strictObject({ listName });
export const listExportParams = z.strictObject({ id: z.uuid() });

/** An export as its owner reads it; who may see no jobs still sees how far his own file is. */
export const ownExport = z
  .strictObject({
    id: z.uuid(),
    listName: z.string(),
    format: z.enum(exportFormats),
    state: z.enum(['waiting', 'ready', 'failed']),
    done: z.int().meta({ description: '已写入的行数 · rows written so far' }),
    total: z.int(),
    rows: z.int().nullable(),
    problem: z.strictObject({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
    askedAt: instantOutput,
    until: instantOutput.meta({ description: '文件保留至 · until when the file is kept' }),
  })
  .meta({ id: 'OwnExport' });
export type OwnExport = z.output<typeof ownExport>;

/** `GET /api/v1/list-exports`: one's own of the last seven days, the newest first. */
export const ownExports = z.strictObject({ items: z.array(ownExport) });

/** `GET /api/v1/list-exports/lists/{listName}`: what of a list can leave in a file. */
export const exportOffer = z
  .strictObject({
    rowsAtOnce: z.int(),
    rowsMax: z.int(),
    days: z.int(),
    fields: z.array(z.strictObject({ field: z.string(), values: z.array(z.string()).optional() })),
  })
  .meta({ id: 'ListExportOffer', description: '列表可导出的字段 · what of a list can leave in a file' });
export type ExportOffer = z.infer<typeof exportOffer>;
