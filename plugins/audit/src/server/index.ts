import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { eventRepeated, jobRepeated, jobsOf } from '@linggong/jobs';
import { createAudit, type Audit } from './audit-service';
import { record } from './record';

export const services = {
  audit: ({ strapi }: { strapi: Core.Strapi }): Audit => createAudit(databaseOf(strapi)),
};

export default {
  services,
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    const audit: Audit = strapi.plugin('audit').service('audit');
    const jobs = jobsOf(strapi);
    jobs.handle('audit.seal', async () => {
      await audit.seal();
    });
    jobs.handle('audit.prepare', async (_job, command) => audit.prepare(command.at));
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
