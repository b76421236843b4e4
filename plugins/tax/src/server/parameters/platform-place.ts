import type { Queryable } from '@linggong/core';
import type { Day, RateMillionths } from '@linggong/core/domain';
import { inForce, parameterMissing } from '../../domain';
import { readTables } from './read-tables';

/**
 * Urban maintenance rate (城建税税率) at the place of the platform's tax office on a day: the platform declares for its
 * workers there, whichever enterprise pays (城市维护建设税法第四条; domain.md 2.2).
 * @throws Problem 422 `tax-parameter-missing`
 */
export async function platformUrbanRate(db: Queryable, day: Day): Promise<RateMillionths> {
  const { tables } = await readTables(db);
  const row = inForce(tables.platformUrbanRate, day);
  if (row === undefined) throw parameterMissing('platformUrbanRate', day);
  return row.value;
}
