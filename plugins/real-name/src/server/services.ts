import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { partiesOf } from '@linggong/parties';
import { vaultOf } from '@linggong/vault';
import type { IdentityProvider } from './providers/identity-provider';
import { createSandboxProvider } from './providers/sandbox-provider';
import type { RealNameTools } from './tools';

/** What this plugin keeps for the life of the process. */
export interface RealNameHolder {
  provider: IdentityProvider;
}

export const services = { holder: (): RealNameHolder => ({ provider: createSandboxProvider() }) };

function holderOf(strapi: Core.Strapi): RealNameHolder {
  return strapi.plugin('real-name').service('holder');
}

/** Puts another adapter in place of the sandbox; call it in `register`. */
export function useProvider(strapi: Core.Strapi, provider: IdentityProvider): void {
  holderOf(strapi).provider = provider;
}

export function toolsOf(strapi: Core.Strapi): RealNameTools {
  return {
    database: databaseOf(strapi),
    vault: vaultOf(strapi),
    jobs: jobsOf(strapi),
    parties: partiesOf(strapi),
    provider: holderOf(strapi).provider,
  };
}
