import { readSheet, type Command, type Tx } from '@linggong/core';
import { maxLines, payoutColumns, type DepositImportAnswer, type EditLineRequest } from '../api';
import { bookAnswers } from './book/book-answers';
import { bookMissed } from './book/book-missed';
import { tellRisk } from './book/tell-risk';
import { cancelBatch } from './change/cancel-batch';
import { editLine } from './change/edit-line';
import { excludeLines, recheckBatch, type LineChoice } from './change/recheck-lines';
import { CHECK_JOB } from './check/check-job';
import { acceptBatch } from './check/batch-review';
import { acceptByClass } from './check/class-review';
import { runCheck } from './check/run-check';
import type { Confirmed } from './confirm/confirm-batch';
import { confirmOrRequote, expireQuotes } from './confirm/confirm-or-requote';
import { releaseBatch } from './confirm/release-batch';
import type { Receipt } from './deposits/deposit-payer';
import type { DepositFile } from './deposits/deposit-rows';
import { importDeposits } from './deposits/import-deposits';
import { recordDeposit } from './deposits/record-deposit';
import { payBatch } from './pay/pay-batch';
import { CATCH_UP_JOB, PAY_JOB, SEND_JOB } from './pay/pay-job';
import { resumePayments } from './pay/resume-payments';
import { sendPreparedFile } from './pay/send-file';
import { batchIn, checkIn, fileIn, ordersIn } from './payloads';
import type { SettlementTools } from './tools';
import { createBatch, type CreatedBatch } from './upload/create-batch';
import { sheetSource, type LineSource } from './upload/line-sources';

/** Runs in the transaction of the effect, to store an answer with it. */
export type InTransaction<R> = (tx: Tx, result: R) => Promise<void>;
const nothing = async (): Promise<void> => undefined;

export interface SheetUpload {
  readonly enterpriseId: number;
  readonly fileName: string;
  readonly source: AsyncIterable<Buffer>;
  readonly again?: boolean;
}

/** The main job (结算): what other plugins, the demo and the routes may ask for. */
export interface Settlement {
  /** A payout sheet in the template's form. See `createBatch` and `readSheet` for the refusals. */
  uploadSheet(command: Command, upload: SheetUpload): Promise<CreatedBatch>;
  uploadLines(
    command: Command,
    batch: { enterpriseId: number; source: LineSource; again: boolean },
    then?: InTransaction<CreatedBatch>,
  ): Promise<CreatedBatch>;
  recheck(command: Command, batchId: number, choice: LineChoice): Promise<string>;
  exclude(command: Command, batchId: number, choice: LineChoice): Promise<{ excluded: number; runId: string }>;
  editLine(command: Command, lineId: number, cells: EditLineRequest): Promise<{ batchId: number; runId: string }>;
  confirm(command: Command, batchId: number, quoteVersion: number, then?: InTransaction<void>): Promise<Confirmed>;
  /** Takes the payments of a quote that the class of the enterprise has looked at by a person. */
  acceptByClass(command: Command, batchId: number, quoteVersion: number, then?: InTransaction<void>): Promise<void>;
  /** Lets a quote go that risk wanted looked at as a whole. */
  acceptBatch(command: Command, batchId: number, quoteVersion: number, then?: InTransaction<void>): Promise<void>;
  release(command: Command, batchId: number, then?: InTransaction<string>): Promise<string>;
  /** Hands what is released to the bank; what the job of a release does. May be called again at any time. */
  pay(command: Command, batchId: number): Promise<void>;
  cancel(command: Command, batchId: number, then?: InTransaction<void>): Promise<void>;
  recordDeposit(command: Command, request: Receipt, then?: InTransaction<number>): Promise<number>;
  importDeposits(
    command: Command,
    file: { readonly rows: DepositFile['rows']; readonly enterpriseId: number | undefined },
    then?: InTransaction<DepositImportAnswer>,
  ): Promise<DepositImportAnswer>;
  expireQuotes(command: Command): Promise<number>;
  /** Registers jobs and hearers; once, before the queues start. */
  listen(): void;
}

export function createSettlement(tools: SettlementTools): Settlement {
  const { database } = tools;
  const inTransaction = <R>(work: (tx: Tx) => Promise<R>, then: InTransaction<R> = nothing): Promise<R> =>
    database.transaction(async (tx) => {
      const result = await work(tx);
      await then(tx, result);
      return result;
    });
  const uploadLines: Settlement['uploadLines'] = (command, batch, then) =>
    inTransaction((tx) => createBatch(tools, tx, command, batch), then);
  return {
    uploadLines,
    uploadSheet: (command, upload) => uploadSheet(uploadLines, command, upload),
    recheck: (command, batchId, choice) => inTransaction((tx) => recheckBatch(tools, tx, command, batchId, choice)),
    exclude: (command, batchId, choice) => inTransaction((tx) => excludeLines(tools, tx, command, batchId, choice)),
    editLine: (command, lineId, cells) => inTransaction((tx) => editLine(tools, tx, command, lineId, cells)),
    confirm: (command, batchId, version, then = nothing) =>
      confirmOrRequote(tools, command, batchId, version, (tx) => then(tx, undefined)),
    acceptByClass: (command, batchId, version, then) =>
      inTransaction((tx) => acceptByClass(tx, command, batchId, version), then),
    acceptBatch: (command, batchId, version, then) =>
      inTransaction((tx) => acceptBatch(tx, command, batchId, version), then),
    release: (command, batchId, then) => inTransaction((tx) => releaseBatch(tools, tx, command, batchId), then),
    pay: (command, batchId) => payBatch(tools, command, batchId),
    cancel: (command, batchId, then) => inTransaction((tx) => cancelBatch(tools, tx, command, batchId), then),
    recordDeposit: (command, request, then) =>
      inTransaction(async (tx) => (await recordDeposit(tools, tx, command, request)).id, then),
    importDeposits: (command, file, then) =>
      inTransaction((tx) => importDeposits(tools, tx, command, file, file.enterpriseId), then),
    expireQuotes: (command) => expireQuotes(tools, command),
    listen: () => listen(tools),
  };
}

async function uploadSheet(
  uploadLines: Settlement['uploadLines'],
  command: Command,
  { enterpriseId, fileName, source, again = false }: SheetUpload,
): Promise<CreatedBatch> {
  const sheet = await readSheet(source, { columns: payoutColumns, fileName, maxRows: maxLines });
  try {
    return await uploadLines(command, { enterpriseId, source: sheetSource(sheet, fileName), again });
  } finally {
    await sheet.close();
  }
}

function listen(tools: SettlementTools): void {
  const { jobs } = tools;
  jobs.handle(CHECK_JOB, async ({ payload }, command) => {
    const { batchId, after } = checkIn(payload);
    const version = await runCheck(tools, command, batchId, after);
    return { quoteVersion: version ?? null };
  });
  jobs.handle(PAY_JOB, ({ payload }, command) => payBatch(tools, command, batchIn(payload)));
  jobs.handle(SEND_JOB, ({ payload }, command) => {
    const { batchId, messageId } = fileIn(payload);
    return sendPreparedFile(tools, command, batchId, messageId);
  });
  jobs.handle('settlement.expire-quotes', async (_job, command) => ({ expired: await expireQuotes(tools, command) }));
  jobs.handle(CATCH_UP_JOB, async (_job, command) => ({
    ...(await resumePayments(tools, command)),
    ...(await bookMissed(tools, command)),
  }));
  for (const [verb, hearer] of Object.entries(bankHearers)) {
    jobs.on(`channels.payout.${verb}`, hearer, ({ payload }, command, tx) =>
      bookAnswers(tools, tx, command, ordersIn(payload)),
    );
  }
  // Its own events: booking the money does not wait for what is counted of it.
  for (const verb of ['paid', 'returned']) {
    jobs.on(`settlement.order.${verb}`, `settlement.tell-risk-${verb}`, ({ payload }, _command, tx) =>
      tellRisk(tx, ordersIn(payload)),
    );
  }
}

/** Their lasting names, by what the bank said; all of them book the payouts as they stand. */
const bankHearers = {
  settled: 'settlement.book-paid',
  rejected: 'settlement.book-failed',
  returned: 'settlement.book-returned',
};
