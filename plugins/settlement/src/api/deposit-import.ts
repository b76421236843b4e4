import { idText } from '@linggong/access/api';
import { z } from 'zod';

/** A statement of a day of one bank has a few hundred receipts; more is cut by the sender. */
export const depositRowsMax = 500;

/** Columns of a file of receipts (入金流水), as banks name them. */
export const depositColumns = [
  {
    key: 'subAccountNumber',
    titles: ['收款账号', '收款子账户', '子账户', '子账户账号', 'Sub-account'],
    required: true,
    kind: 'text',
    maxLength: 40,
  },
  {
    key: 'bankSerial',
    titles: ['银行流水号', '流水号', '交易流水号', 'Bank serial'],
    required: true,
    kind: 'text',
    wholeNumbers: true,
    maxLength: 64,
  },
  { key: 'amount', titles: ['到账金额', '收入金额', '贷方金额', 'Amount'], required: true, kind: 'amount' },
  {
    key: 'payerName',
    titles: ['付款人', '付款方名称', '对方户名', 'Payer'],
    required: true,
    kind: 'text',
    maxLength: 120,
  },
  { key: 'receivedAt', titles: ['到账时间', '交易时间', 'Received at'], required: true, kind: 'text' },
  {
    key: 'reason',
    titles: ['代付理由', '第三方付款理由', 'Reason'],
    required: false,
    kind: 'text',
    maxLength: 500,
  },
  { key: 'remark', titles: ['备注', '摘要', 'Remark'], required: false, kind: 'text', wholeNumbers: true },
] as const;

export type DepositColumnKey = (typeof depositColumns)[number]['key'];

export const depositImportQuery = z.strictObject({
  /** Every row must be of the sub-account of this enterprise; without it each row says by itself whose it is. */
  enterpriseId: idText.optional(),
});

export const depositImportAnswer = z.strictObject({
  /** Booked now. */
  recorded: z.int(),
  /** Rows whose receipt (sub-account, serial, day) was booked before. */
  repeated: z.int(),
  depositIds: z.array(z.int()),
});
export type DepositImportAnswer = z.infer<typeof depositImportAnswer>;
