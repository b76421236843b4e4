import type { OrderRow } from '@linggong/settlement/api';
import type { TaxRecordRow } from '../../src/tax/tax';
import type { FakeWorker } from './workers';

/** A row of the list as the server has it. */
export type FakeTaxRecord = TaxRecordRow & { groupCode: string };

/** The tax of every payment that was made. */
export const taxRecords = (orders: readonly OrderRow[], workers: readonly FakeWorker[]): FakeTaxRecord[] =>
  orders.flatMap((order) => {
    if (order.taxDay === null) return [];
    const { id, workerId, enterpriseId, workerNameMasked, taxDay, grossFen } = order;
    return [
      {
        id,
        orderId: id,
        workerId,
        workerNumber: workers.find((worker) => worker.id === workerId)?.number ?? '',
        workerNameMasked,
        enterpriseId,
        periodId: null,
        groupCode: 'platform',
        regime: 'platform-labor',
        taxDay,
        taxMonth: taxDay.slice(0, 7),
        state: 'paid',
        runNo: 1,
        months: 1,
        grossFen,
        vatFen: order.vatFen,
        surchargeFen: order.surchargeFen,
        incomeFen: grossFen,
        incomeTaxFen: order.incomeTaxFen,
        receivableFen: order.receivableFen,
        collectedFen: order.collectedFen,
        netFen: order.netFen,
      },
    ];
  });
