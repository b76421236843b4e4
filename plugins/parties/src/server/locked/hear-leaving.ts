import type { Jobs } from '@linggong/jobs';
import type { PersonKeepers } from '@linggong/vault';
import { z } from 'zod';
import { noteTerms } from './locks';

const workersHeard = z.object({ workerIds: z.array(z.int().min(1)) });

/** Counts what holds those who have just left: it reads the books of everybody, which the one who leaves need not wait for. */
export function hearLeaving(jobs: Jobs, keepers: PersonKeepers): void {
  jobs.on('parties.worker.deregistered', 'parties.count-terms', async ({ payload }, { at }, tx) => {
    await noteTerms(tx, keepers, workersHeard.parse(payload).workerIds, at);
  });
}
