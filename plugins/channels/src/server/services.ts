import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import { createChannels, type Channels } from './channels';
import { createSandboxBank } from './sandbox-bank/sandbox-bank';

/** The services of this plugin as Strapi keeps them: one each for the life of the process. */
export const services = {
  channels: ({ strapi }: { strapi: Core.Strapi }): Channels =>
    createChannels({
      db: databaseOf(strapi),
      jobs: jobsOf(strapi),
      channels: [createSandboxBank({ db: databaseOf(strapi), vault: vaultOf(strapi) })],
    }),
};

/** The payout channels of the running process. */
export function channelsOf(strapi: Core.Strapi): Channels {
  return strapi.plugin('channels').service('channels');
}
