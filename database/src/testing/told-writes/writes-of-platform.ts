import { createDatabase } from '@linggong/core';
import { superuserUrlOf } from '../running-server';
import { firstTold, judged, uncoveredWrites } from './uncovered-writes';
import { untoldStates, type UntoldState } from './untold-states';

/**
 * Every write of a running platform since its first entry, judged: what no entry of the log tells of, what is excepted, and what
 * entries of changes do not tell of their states.
 */
export async function writesOfPlatform(
  dataFolder: string,
): Promise<ReturnType<typeof judged> & { untold: UntoldState[] }> {
  const superuser = createDatabase({ connectionString: superuserUrlOf(dataFolder), max: 1 });
  try {
    const written = judged(await uncoveredWrites(superuser, await firstTold(superuser)));
    return { ...written, untold: await untoldStates(superuser) };
  } finally {
    await superuser.close();
  }
}
