import type { Core } from '@strapi/strapi';
import { clockOf, operatingFiguresOf } from '@linggong/core';
import { settingsFromEnvironment } from '@linggong/config';
import { createJobs, type JobsEngine } from './jobs-engine';
import { operatingFigures } from './operating-figures';

/** One engine for the life of the process; other plugins reach it through `jobsOf(strapi)`. */
export const services = {
  jobs: ({ strapi }: { strapi: Core.Strapi }): JobsEngine => {
    const { database, redisUrl, redisSecurity } = settingsFromEnvironment(process.env);
    const { log } = strapi;
    return createJobs({ connectionString: database.url, redisUrl, redisSecurity, clock: clockOf(strapi), log });
  },
};

export default {
  services,
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    const jobs: JobsEngine = strapi.plugin('jobs').service('jobs');
    jobs.handle('jobs.prune', async (_job, command) => jobs.prune(command.at));
  },
  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    const jobs: JobsEngine = strapi.plugin('jobs').service('jobs');
    await jobs.stop();
  },
};
