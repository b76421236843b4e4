import type { Core } from '@strapi/strapi';
import { jobsOf } from '@linggong/jobs';
import { BACK_UP_JOB, runBackup } from './backups/run-backup';
import { ship } from './backups/ship';
import { keeperOf, services } from './keeper';

export default {
  services,
  register(): void {},
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    const keeper = keeperOf(strapi);
    const jobs = jobsOf(strapi);
    jobs.handle(BACK_UP_JOB, (job, command) => runBackup(keeper, job, command));
    jobs.handle('continuity.ship', async (_job, command) => ({ ...(await ship(keeper, command)) }));
  },
};
