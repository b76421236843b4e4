import { mask } from '@linggong/vault/domain';
import type { BatchRow, OrderRow } from '@linggong/settlement/api';
import { dayAgo, numberOf } from './at';
import { paymentsOfBatch } from './batches';
import type { FakeTask } from './tasks';
import type { FakeWorker } from './workers';

const feeOf = (grossFen: number): number => Math.round(grossFen * 0.06);
/** Not the tax of the law: a figure that adds up. */
const taxOf = (grossFen: number): number => Math.round(grossFen * 0.8 * 0.03);

/** The payments of the batches that were confirmed, in the order of their sheets. */
export function orders(batches: readonly BatchRow[], workers: readonly FakeWorker[], tasks: readonly FakeTask[]) {
  return batches
    .filter(({ confirmedAt }) => confirmedAt !== null)
    .flatMap((batch, index) =>
      Array.from({ length: paymentsOfBatch }, (_, row) =>
        orderOf(batch, index * paymentsOfBatch + row, workers, tasks),
      ),
    );
}

function orderOf(batch: BatchRow, index: number, workers: readonly FakeWorker[], tasks: readonly FakeTask[]): OrderRow {
  const worker = workers[index % workers.length];
  const task = tasks.find(({ enterpriseId }) => enterpriseId === batch.enterpriseId);
  if (worker === undefined || task === undefined) throw new Error('no worker or task for an order');
  const grossFen = 500_000 + index * 12_345;
  const incomeTaxFen = taxOf(grossFen);
  const paidAt = batch.completedAt;
  return {
    id: index + 1,
    number: numberOf('PO', index + 1),
    batchId: batch.id,
    batchNumber: batch.number,
    enterpriseId: batch.enterpriseId,
    enterpriseName: batch.enterpriseName,
    workerId: worker.id,
    workerNameMasked: worker.name,
    taskId: task.id,
    taskNumber: task.number,
    taskTitle: task.title,
    rowNo: (index % paymentsOfBatch) + 1,
    state: paidAt === null ? 'paying' : 'paid',
    amountFen: grossFen,
    grossFen,
    feeFen: feeOf(grossFen),
    vatFen: 0,
    surchargeFen: 0,
    incomeTaxFen,
    receivableFen: 0,
    collectedFen: 0,
    netFen: grossFen - incomeTaxFen,
    feeMode: 'on-top',
    feeTiming: 'before',
    taxBearer: 'worker',
    payeeAccountMasked: mask('bank-card', `62220288729467${index.toString().padStart(5, '0')}`),
    taxDay: paidAt === null ? null : dayAgo(10),
    confirmedAt: batch.confirmedAt,
    sentAt: batch.releasedAt,
    paidAt,
    returnedAt: null,
    failedAt: null,
  };
}
