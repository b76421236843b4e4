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

/** What was told in `studio.form-record.submitted`. @throws Problem 404 */
export async function recordFacts(db: Queryable, id: number): Promise<RecordFacts> {
  const { number, form, enterpriseId, workerId, about, data, versionId } = await demandRecord(db, id);
  const version = await versionOf<FormContent>(db, versionId);
  return { number, form, enterpriseId, workerId, about, data, content: version?.content };
}
