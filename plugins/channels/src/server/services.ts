import type { Core } from '@strapi/strapi';
import { settingsFromEnvironment } from '@linggong/config';
import { databaseOf, type Database } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { vaultOf, type Vault } from '@linggong/vault';
import { bankProfiles, type BankProfile, type PayoutChannel } from '../domain';
import { createBankFileChannel } from './bank-file/bank-file-channel';
import { createChannels, type Channels } from './channels';
import { createSandboxBank } from './sandbox-bank/sandbox-bank';

/** The services of this plugin as Strapi keeps them: one each for the life of the process. */
export const services = {
  channels: ({ strapi }: { strapi: Core.Strapi }): Channels =>
    createChannels({
      db: databaseOf(strapi),
      jobs: jobsOf(strapi),
      channels: [
        createSandboxBank(toolsOf(strapi)),
        ...bankProfiles.map((profile) => bankFileChannel(strapi, profile)),
      ],
    }),
};

/** What adapters work with. */
export function toolsOf(strapi: Core.Strapi): { db: Database; vault: Vault } {
  return { db: databaseOf(strapi), vault: vaultOf(strapi) };
}

function bankFileChannel(strapi: Core.Strapi, profile: BankProfile): PayoutChannel {
  const { folder, initiator } = settingsFromEnvironment(process.env).bankFiles;
  return createBankFileChannel({ ...toolsOf(strapi), profile, initiator, folder });
}

/** The payout channels of the running process. */
export function channelsOf(strapi: Core.Strapi): Channels {
  return strapi.plugin('channels').service('channels');
}
