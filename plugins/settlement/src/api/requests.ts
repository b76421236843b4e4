import { idText, listQuery, monthText, pageOf, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { batchDetail, batchRow } from './batch';
import { blockerCode } from './blockers';
import { orderRow } from './order';
import { settlementLine } from './line';
import { depositRow } from './deposit';
import { lineState, batchState, orderState } from './states';
import { fen, lineId, lineIdMax } from './texts';

/** A sheet of more lines is cut by the sender, not by us: memory and preview are sized for this. */
export const maxLines = 100_000;

/** Largest upload, as file or as JSON: 100,000 lines as CSV are 12 MB, as JSON 24 MB. */
export const uploadBytesMax = 33_554_432;

/** One line of a JSON upload: the payout sheet's columns by their English names; amounts in fen. */
export const uploadLine = z.strictObject({
  name: z.string().max(100),
  identityNumber: z.string().max(40),
  phone: z.string().max(40).optional(),
  cardNumber: z.string().max(40),
  taskNumber: z.string().max(60),
  amountFen: fen,
  remark: z.string().max(200).optional(),
});
export type UploadLine = z.infer<typeof uploadLine>;

/** A JSON upload. It is read line by line, so this schema is never asked about a whole body; it stands in the API document. */
export const uploadLines = z.strictObject({ lines: z.array(uploadLine).min(1).max(maxLines) });

/** Text fields of a form that come before its file. */
export const uploadForm = z.strictObject({
  columns: z.string().optional().meta({
    description:
      '自有表头的列对应（JSON） · headings of one\u2019s own mapped to columns: {"收款人":"name","部门":null}',
  }),
});

export const uploadQuery = z.strictObject({
  /** Needed of staff; an enterprise account uploads for its own enterprise. */
  enterpriseId: idText.optional(),
  /** `true`: the same file again, on purpose. */
  again: z.enum(['true', 'false']).optional(),
});

/** 202 of an upload and of every action that goes on in the background: follow `job` at `GET /jobs/{id}`. */
export const batchAccepted = z.strictObject({ batch: batchDetail, job: z.strictObject({ id: z.string() }).nullable() });
export type BatchAccepted = z.infer<typeof batchAccepted>;

export const recheckRequest = z.strictObject({
  /** Only these lines; without it every line that is not excluded. */
  lineIds: z.array(lineId).min(1).max(10_000).optional(),
  /** Only the lines that carry this blocker. */
  blocker: blockerCode.optional(),
});
export const confirmRequest = z.strictObject({ quoteVersion: z.int().positive() });
export const releaseRequest = z.strictObject({ reason: reasonText.optional() });
/** `POST /settlement-batches/{id}/class-review`: the payments of this quote were looked at, and how. */
export const classReviewRequest = z.strictObject({ quoteVersion: z.int().positive(), reason: reasonText });
/** `POST /settlement-batches/{id}/batch-review`: the batch of this quote was looked at as a whole, and how. */
export const batchReviewRequest = z.strictObject({ quoteVersion: z.int().positive(), reason: reasonText });
export const cancelRequest = z.strictObject({ reason: reasonText });

/** Lines are named one by one, or as all that carry a blocker. */
export const excludeRequest = z
  .strictObject({
    lineIds: z.array(lineId).min(1).max(10_000).optional(),
    blocker: blockerCode.optional(),
    reason: reasonText,
  })
  .refine((request) => (request.lineIds === undefined) !== (request.blocker === undefined), {
    path: ['lineIds'],
    params: { zh: '与拦截原因须填且只填一项', en: 'or the blocker must be given, and not both' },
  });

/** `PATCH /settlement-lines/{id}`: only the cells that change. A masked value is refused, never stored. */
export const editLineRequest = z
  .strictObject({
    name: z.string().max(100),
    identityNumber: z.string().max(40),
    phone: z.string().max(40),
    cardNumber: z.string().max(40),
    taskNumber: z.string().max(60),
    amountFen: fen,
    remark: z.string().max(200),
  })
  .partial()
  .refine((cells) => Object.keys(cells).length > 0, {
    params: { zh: '请至少修改一项', en: 'names at least one cell to change' },
  });
export type EditLineRequest = z.infer<typeof editLineRequest>;

export const lineParams = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .transform(Number)
    .pipe(z.int().max(lineIdMax)),
});
export const batchQuery = listQuery.extend({ enterpriseId: idText.optional(), state: batchState.optional() });
export const lineQuery = listQuery.extend({ state: lineState.optional(), blocker: blockerCode.optional() });
export const orderQuery = listQuery.extend({
  enterpriseId: idText.optional(),
  batchId: idText.optional(),
  workerId: idText.optional(),
  state: orderState.optional(),
  /** Month of the tax day, `YYYY-MM`. */
  month: monthText.optional(),
});
export const depositQuery = listQuery.extend({ enterpriseId: idText.optional() });

export const batchPage = pageOf(batchRow);
export const linePage = pageOf(settlementLine);
export const orderPage = pageOf(orderRow);
export const depositPage = pageOf(depositRow);
