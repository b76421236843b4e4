import type { Core } from '@strapi/strapi';
import { databaseOf, operatingFiguresOf } from '@linggong/core';
import { eventRepeated, jobRepeated, jobsOf } from '@linggong/jobs';
import { archiveInJob } from './archive/archive-job';
import { archiveStoreOf, createArchiveStoreHolder } from './archive/archive-store';
import { createAudit, type Audit } from './audit-service';
import { auditFiles } from './audit-files';
import { registerControls } from './controls';
import { record } from './record';
import { signInJob } from './roots/sign-job';
import { createStories } from './timeline/stories';
import { bringUnderWatch } from './witness/watch-tables';
import { VERIFY_JOB, verifyInJob } from './verifying/verify-job';
import { operatingFigures } from './operating-figures';

export const services = {
  audit: ({ strapi }: { strapi: Core.Strapi }): Audit => createAudit(databaseOf(strapi)),
  archives: createArchiveStoreHolder,
  stories: createStories,
};

export default {
  services,
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    const audit: Audit = strapi.plugin('audit').service('audit');
    const jobs = jobsOf(strapi);
    registerControls(strapi);
    jobs.handle('audit.seal', async () => {
      await audit.seal();
    });
    jobs.handle('audit.sign-roots', (_job, command) => signInJob(databaseOf(strapi), auditFiles(process.env), command));
    jobs.handle('audit.archive', (_job, command) =>
      archiveInJob(databaseOf(strapi), archiveStoreOf(strapi).get(), auditFiles(process.env).signingKeyFile, command),
    );
    jobs.handle(VERIFY_JOB, (job, command) => {
      const files = { ...auditFiles(process.env), openArchive: archiveStoreOf(strapi).get().open };
      return verifyInJob(databaseOf(strapi), files, job, command);
    });
    jobs.handle('audit.prepare', async (_job, command) => {
      await audit.prepare(command.at);
      // New months brought partitions: those of others as well, made at any time of the day before.
      const db = databaseOf(strapi);
      await bringUnderWatch((sql, values) => db.query(sql, values), 5);
    });
    // jobs stands below this plugin and cannot record its own writes.
    jobs.on(jobRepeated, 'audit.record', ({ key }, command, tx) =>
      record(tx, command, { action: 'job.repeat', subject: { kind: 'job', id: key }, after: { state: 'waiting' } }),
    );
    jobs.on(eventRepeated, 'audit.record', ({ key }, command, tx) =>
      record(tx, command, {
        action: 'event-delivery.repeat',
        subject: { kind: 'event-delivery', id: key },
        after: { state: 'waiting' },
      }),
    );
  },
};
