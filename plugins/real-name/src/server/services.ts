import type { Core } from '@strapi/strapi';
import { identitySettingsFromEnvironment, type IdentitySettings } from '@linggong/config';
import { clockOf, databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { partiesOf } from '@linggong/parties';
import { vaultOf } from '@linggong/vault';
import type { Chain } from './asking/chain';
import { createChain } from './asking/create-chain';
import type { RealNameTools } from './tools';

/** What this plugin keeps for the life of the process. */
export interface RealNameHolder {
  readonly settings: IdentitySettings;
  readonly chain: Chain;
}

export const services = {
  holder: (): RealNameHolder => {
    const settings = identitySettingsFromEnvironment(process.env);
    return { settings, chain: createChain(settings) };
  },
};

function holderOf(strapi: Core.Strapi): RealNameHolder {
  return strapi.plugin('real-name').service('holder');
}

export function settingsOf(strapi: Core.Strapi): IdentitySettings {
  return holderOf(strapi).settings;
}

export function toolsOf(strapi: Core.Strapi): RealNameTools {
  return {
    database: databaseOf(strapi),
    vault: vaultOf(strapi),
    jobs: jobsOf(strapi),
    parties: partiesOf(strapi),
    clock: clockOf(strapi),
    chain: holderOf(strapi).chain,
  };
}

/** Days after which a verified identity is asked about again (R3.2). */
export function workerRecheckDays(strapi: Core.Strapi): number {
  return settingsOf(strapi).reverification.workerDays;
}
