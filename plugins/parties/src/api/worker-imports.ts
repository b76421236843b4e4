import { z } from 'zod';
import { instantOutput, pageOf } from '@linggong/access/api';

export const importAccepted = z.strictObject({
  id: z.uuid().meta({ description: '导入编号 · import' }),
  jobId: z.uuid().meta({ description: '任务编号，进度见 /jobs/{id} · job; progress at /jobs/{id}' }),
});

export const importProblem = z.strictObject({ code: z.string(), zh: z.string(), en: z.string() });

export const importAnswer = z.strictObject({
  id: z.uuid(),
  state: z.enum(['received', 'done', 'failed']),
  jobId: z.uuid().nullable(),
  rowsRead: z.int(),
  rowsRegistered: z.int(),
  rowsRefused: z.int(),
  problem: importProblem.nullable(),
  createdAt: instantOutput,
  finishedAt: instantOutput.nullable(),
});
export type ImportAnswer = z.input<typeof importAnswer>;

/** A row that was refused: its number as the spreadsheet shows it, the column, and why. */
export const importFault = z.strictObject({
  rowNo: z.int(),
  field: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
});
export const importFaults = pageOf(importFault);
