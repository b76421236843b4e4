import { fenOutput, idText, instantInput, instantOutput, reasonText } from '@linggong/access/api';
import { FEN_MAX } from '@linggong/core/domain';
import { z } from 'zod';

const subjectKind = z.enum(['asset', 'liability', 'equity', 'cost', 'income', 'expense']);

const accountCode = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*:([1-9]\d{0,9}|platform)$/)
  .meta({ description: '账户代码，如 deposit:12 · account code, such as deposit:12' });

/** `GET /ledger/trial-balance` */
export const trialBalanceQuery = z.strictObject({
  at: instantInput
    .optional()
    .meta({ description: '时点（含），缺省为现在 · instant, inclusive; now where it is not said' }),
  knownAt: instantInput.optional().meta({ description: '只计此刻前已入账者 · only what had been recorded by then' }),
  enterpriseId: idText.optional(),
});

export const accountBalance = z.strictObject({
  code: accountCode,
  subjectCode: z.string(),
  subjectName: z.string(),
  kind: subjectKind,
  name: z.string(),
  enterpriseId: z.int().nullable(),
  debitFen: fenOutput,
  creditFen: fenOutput,
  balanceFen: fenOutput.meta({ description: '借方 − 贷方 · debits − credits' }),
  heldFen: fenOutput,
  availableFen: fenOutput.nullable().meta({ description: '预付账户可用额 · what a prepaid account may spend' }),
});
export type AccountBalanceAnswer = z.input<typeof accountBalance>;

export const trialBalanceAnswer = z.strictObject({
  at: instantOutput,
  accounts: z.array(accountBalance),
  totals: z.strictObject({ debitFen: fenOutput, creditFen: fenOutput, balanceFen: fenOutput }),
});

/** `GET /ledger/statement` */
export const statementQuery = z.strictObject({
  account: accountCode,
  from: instantInput,
  to: instantInput,
});

export const statementAnswer = z.strictObject({
  account: accountCode,
  from: instantOutput,
  to: instantOutput,
  openingFen: fenOutput,
  closingFen: fenOutput,
  more: z.boolean(),
  lines: z.array(
    z.strictObject({
      transactionKey: z.string(),
      kind: z.string(),
      reference: z.string().nullable(),
      memo: z.string().nullable(),
      occurredAt: instantOutput,
      recordedAt: instantOutput,
      counterAccount: accountCode,
      debitFen: fenOutput,
      creditFen: fenOutput,
      balanceFen: fenOutput,
    }),
  ),
});

/** Postings of one entry by hand. */
const LINES_MAX = 20;

/** `POST /ledger-transactions/adjustments` (调账): an entry that no business books; each posting credits its source and debits its destination. */
export const adjustmentBody = z.strictObject({
  postings: z
    .array(
      z.strictObject({
        source: accountCode.meta({ description: '贷方账户代码 · account that is credited' }),
        destination: accountCode.meta({ description: '借方账户代码 · account that is debited' }),
        amountFen: z
          .int()
          .min(1)
          .max(Number(FEN_MAX))
          .transform(BigInt)
          .meta({ description: '金额（分），大于零 · amount in fen, above zero' }),
      }),
    )
    .min(1)
    .max(LINES_MAX),
  reason: reasonText,
});

/** `POST /ledger-transactions/{id}/reverse` */
export const reversalBody = z.strictObject({ reason: reasonText });

export const bookedAnswer = z.strictObject({
  key: z.string().meta({ description: '新凭证的键 · key of the new entry' }),
});
