import type { Core } from '@strapi/strapi';
import { apiRoutes, consoleRoutes, waitingKindsOf } from '@linggong/access';
import { clockOf, controlChecksOf, foldTallies, operatingFiguresOf } from '@linggong/core';
import { auditJobs, runAudits } from './audits/run-audit';
import { backupList, backupRoutes, drillList } from './backups/routes';
import { BACK_UP_JOB, runBackup } from './backups/run-backup';
import { ship } from './backups/ship';
import { VERIFY_JOB, verifyOne } from './backups/verify-job';
import { controlsAudit } from './controls/controls-audit';
import { notePresence } from './controls/presence';
import { registerControls } from './controls/register-controls';
import { controlRoutes } from './controls/routes';
import { DRILL_JOB, runDrill } from './drills/run-drill';
import { findingList, findingRoutes } from './findings/routes';
import { keeperOf, presenceOf, services } from './keeper';
import { restoringRoutes } from './restoring/routes';
import { scheduleRoutes } from './schedules/routes';
import { operatingFigures } from './operating-figures';
import { waitingKinds } from './waiting';

/** How often a process says that it is there; after three times without a word it counts as gone. */
const PRESENCE_MS = 300_000;

/** Backups, drills, audits and the controls of MLPS (备份、演练、审计与等保控制点). */
export default {
  services,
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...waitingKinds);
    const keeper = keeperOf(strapi);
    const { jobs } = keeper;
    const checks = controlChecksOf(strapi);
    registerControls(checks, keeper.settings);
    await startPresence(strapi);
    const audits = { ...auditJobs, 'continuity.audit-controls': [controlsAudit(checks)] };
    jobs.handle(BACK_UP_JOB, (job, command) => runBackup(keeper, job, command));
    jobs.handle(VERIFY_JOB, (job, command) => verifyOne(keeper, job, command));
    jobs.handle(DRILL_JOB, (job, command) => runDrill(keeper, job, command));
    jobs.handle('continuity.ship', async (_job, command) => ({ ...(await ship(keeper, command)) }));
    jobs.handle('continuity.fold-tallies', async () => ({ folded: await foldTallies(keeper.db) }));
    for (const [name, named] of Object.entries(audits)) {
      jobs.handle(name, async (job, command) => ({ ...(await runAudits(keeper, named, command, job)) }));
    }
  },
  destroy({ strapi }: { strapi: Core.Strapi }): void {
    clearInterval(presenceOf(strapi).telling);
  },
  routes: {
    v1: apiRoutes([...scheduleRoutes, ...backupRoutes, ...restoringRoutes, ...findingRoutes, ...controlRoutes]),
    console: consoleRoutes([backupList, drillList, findingList]),
  },
};

/** The migrate process serves nobody and is gone in a moment; while the database is away, nobody reads it either. */
async function startPresence(strapi: Core.Strapi): Promise<void> {
  const { db, settings } = keeperOf(strapi);
  if (settings.role === 'migrate') return;
  const tell = (): Promise<void> => notePresence(db, settings, clockOf(strapi).now());
  await tell();
  presenceOf(strapi).telling = setInterval(() => void tell().catch(() => undefined), PRESENCE_MS).unref();
}
