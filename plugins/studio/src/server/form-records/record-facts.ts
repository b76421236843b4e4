import type { Queryable } from '@linggong/core';
import type { FormContent, FormValues } from '../../domain';
import { versionOf } from '../reading/in-force';
import type { About } from './counterparts';
import { demandRecord } from './record-rows';

/** A record as another plugin works on with it: plain values alone, by the form of its own version. */
export interface RecordFacts {
  readonly number: string;
  readonly form: string;
  readonly enterpriseId: number | null;
  readonly workerId: number | null;
  /** Whom it means, where it says so. */
  readonly about: About | null;
  readonly data: FormValues;
  readonly content: FormContent | undefined;
}

/** Whose a record is: of the enterprise or the worker that told it; of neither where staff took it down. */
export type RecordTeller = Pick<RecordFacts, 'enterpriseId' | 'workerId'> & { readonly id: number };

/** By the number of the record; undefined where there is none. */
export function recordTeller(db: Queryable, number: string): Promise<RecordTeller | undefined> {
  return db.maybeOne<RecordTeller>(
    `SELECT id, enterprise_id AS "enterpriseId", worker_id AS "workerId" FROM studio.form_records WHERE number = $1`,
    [number],
  );
}

/** What was told in `studio.form-record.submitted`. @throws Problem 404 */
export async function recordFacts(db: Queryable, id: number): Promise<RecordFacts> {
  const { number, form, enterpriseId, workerId, about, data, versionId } = await demandRecord(db, id);
  const version = await versionOf<FormContent>(db, versionId);
  return { number, form, enterpriseId, workerId, about, data, content: version?.content };
}
