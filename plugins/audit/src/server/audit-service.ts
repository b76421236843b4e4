import type { Database } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import { sealAll } from './seal';
import { verifyLog, type Verification, type VerifyOptions } from './verifying/verify-log';

export interface Audit {
  /** Recomputes the log; names the first sealed row that is not what it was. */
  verify(options?: VerifyOptions): Promise<Verification>;
  /** Seals what is committed. Gives the number of rows. */
  seal(): Promise<number>;
  /** Makes the partitions of the coming months. Gives the number made. */
  prepare(at: Date): Promise<number>;
}

/** Months ahead for which there is a partition: a year in which the job may fail unnoticed, and nothing is lost. */
const daysAhead = 400;

export function createAudit(db: Database): Audit {
  return {
    verify: (options) => verifyLog(db, options),
    seal: () => sealAll(db),
    async prepare(at) {
      const until = addDays(shanghaiDay(at), daysAhead);
      return (await db.one<{ made: number }>('SELECT audit.prepare_months($1::date) AS made', [until])).made;
    },
  };
}
