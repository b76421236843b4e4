import type { Core } from '@strapi/strapi';
import { channelsConsole } from './console';
import { handleJobs } from './job-handlers';
import { channelRoutes } from './routes';
import { services } from './services';

export default {
  bootstrap: ({ strapi }: { strapi: Core.Strapi }): void => handleJobs(strapi),
  services,
  routes: { v1: channelRoutes, console: channelsConsole },
};
