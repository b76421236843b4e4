import type { Queryable } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import type { OperationsFigures } from '../../api';
import { byState } from './by-key';

/** Who came in the last seven days, today among them, and where they stand now; and what is open (运营看板, R13.1). */
export async function operationsFiguresOf(db: Queryable, at: Date): Promise<OperationsFigures> {
  const since = addDays(shanghaiDay(at), -6);
  return {
    since,
    cameEnterprises: await byState(db, { tally: 'enterprises', from: since }),
    cameWorkers: await byState(db, { tally: 'workers', from: since }),
    cameRealNames: await byState(db, { tally: 'real-names', from: since }),
    enterprises: await byState(db, { tally: 'enterprises' }),
    realNames: await byState(db, { tally: 'real-names' }),
    tasks: await byState(db, { tally: 'tasks' }),
    batches: await byState(db, { tally: 'batches' }),
  };
}
