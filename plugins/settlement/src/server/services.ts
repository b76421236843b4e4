import type { Core } from '@strapi/strapi';
import { channelsOf } from '@linggong/channels';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import { createSettlement, type Settlement } from './settlement-service';
import type { SettlementTools } from './tools';

/** What this plugin keeps for the life of the process; made when first used, since the vault opens late. */
export const services = {
  tools: ({ strapi }: { strapi: Core.Strapi }): SettlementTools => ({
    database: databaseOf(strapi),
    vault: vaultOf(strapi),
    jobs: jobsOf(strapi),
    channels: channelsOf(strapi),
  }),
  settlement: ({ strapi }: { strapi: Core.Strapi }): Settlement => createSettlement(toolsOf(strapi)),
};

export function toolsOf(strapi: Core.Strapi): SettlementTools {
  return strapi.plugin('settlement').service('tools');
}

/** The main job of the running process. */
export function settlementOf(strapi: Core.Strapi): Settlement {
  return strapi.plugin('settlement').service('settlement');
}
