import type { Role } from '@linggong/config/access';
import type { BatchRow, DepositRow, OrderRow } from '@linggong/settlement/api';
import type { EnterpriseRow } from '../src/enterprises/enterprise';
import { batches, paymentsOfBatch } from './rows/batches';
import { deposits } from './rows/deposits';
import { enterprises } from './rows/enterprises';
import { orders } from './rows/orders';
import { tasks, type FakeTask } from './rows/tasks';
import { taxRecords, type FakeTaxRecord } from './rows/tax-records';
import { workers, type FakeWorker } from './rows/workers';

/** Everything that the fake platform knows; what is written to it is forgotten with it. */
export interface World {
  readonly enterprises: EnterpriseRow[];
  /** Who submitted which enterprise here: somebody else approves it. */
  readonly submitters: Map<number, Role>;
  readonly workers: FakeWorker[];
  readonly tasks: FakeTask[];
  readonly batches: BatchRow[];
  readonly orders: OrderRow[];
  readonly deposits: DepositRow[];
  readonly taxRecords: FakeTaxRecord[];
}

export function createWorld(): World {
  const people = workers();
  const work = tasks();
  const sheets = batches();
  const paid = orders(sheets, people, work);
  return {
    enterprises: enterprises(),
    submitters: new Map(),
    workers: people,
    tasks: work,
    batches: sheets.map((batch) => ({ ...batch, ...sumsOf(batch, paid) })),
    orders: paid,
    deposits: deposits(),
    taxRecords: taxRecords(paid, people),
  };
}

/** What the payments of a batch come to; of one that waits for its enterprise, what its quote says. */
function sumsOf({ id }: BatchRow, paid: readonly OrderRow[]): Pick<BatchRow, 'grossFen' | 'netFen'> {
  const own = paid.filter(({ batchId }) => batchId === id);
  if (own.length === 0) return { grossFen: 500_000 * paymentsOfBatch, netFen: 488_000 * paymentsOfBatch };
  const sum = (name: 'grossFen' | 'netFen'): number => own.reduce((total, order) => total + order[name], 0);
  return { grossFen: sum('grossFen'), netFen: sum('netFen') };
}
