import { createDatabase } from '@linggong/core';
import { superuserUrlOf } from '../running-server';
import { firstTold, judged, uncoveredWrites } from './uncovered-writes';

/** Every write of a running platform since its first entry, judged: what no entry of the log tells of, and what is excepted. */
export async function writesOfPlatform(dataFolder: string): Promise<ReturnType<typeof judged>> {
  const superuser = createDatabase({ connectionString: superuserUrlOf(dataFolder), max: 1 });
  try {
    return judged(await uncoveredWrites(superuser, await firstTold(superuser)));
  } finally {
    await superuser.close();
  }
}
