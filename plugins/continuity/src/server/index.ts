import type { Core } from '@strapi/strapi';
import { apiRoutes, consoleRoutes } from '@linggong/access';
import { auditJobs, runAudits } from './audits/run-audit';
import { backupList, backupRoutes, drillList } from './backups/routes';
import { BACK_UP_JOB, runBackup } from './backups/run-backup';
import { ship } from './backups/ship';
import { VERIFY_JOB, verifyOne } from './backups/verify-job';
import { DRILL_JOB, runDrill } from './drills/run-drill';
import { findingList, findingRoutes } from './findings/routes';
import { keeperOf, services } from './keeper';
import { scheduleRoutes } from './schedules/routes';

/** Backups, drills and audits on the queue (备份、演练与审计). */
export default {
  services,
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    const keeper = keeperOf(strapi);
    const { jobs } = keeper;
    jobs.handle(BACK_UP_JOB, (job, command) => runBackup(keeper, job, command));
    jobs.handle(VERIFY_JOB, (job, command) => verifyOne(keeper, job, command));
    jobs.handle(DRILL_JOB, (job, command) => runDrill(keeper, job, command));
    jobs.handle('continuity.ship', async (_job, command) => ({ ...(await ship(keeper, command)) }));
    for (const [name, audits] of Object.entries(auditJobs)) {
      jobs.handle(name, async (job, command) => ({ ...(await runAudits(keeper, audits, command, job)) }));
    }
  },
  routes: {
    v1: apiRoutes([...scheduleRoutes, ...backupRoutes, ...findingRoutes]),
    console: consoleRoutes([backupList, drillList, findingList]),
  },
};
