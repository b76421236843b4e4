import type { Core } from '@strapi/strapi';
import { channelsOf } from '@linggong/channels';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { lineTableKey } from '@linggong/risk';
import { runShadow } from '@linggong/studio';
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
    // What runs beside decides nothing, and keeps no batch from being quoted.
    runBeside: (command, decided) =>
      runShadow(strapi, command, { kind: 'decision-table', key: lineTableKey }, decided).catch((error: unknown) => {
        strapi.log.warn(
          `the version beside ${lineTableKey} was not asked: ${error instanceof Error ? error.name : 'fault'}`,
        );
        return 0;
      }),
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
