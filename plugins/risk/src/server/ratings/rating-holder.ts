import type { Core } from '@strapi/strapi';
import { identitySettingsFromEnvironment } from '@linggong/config';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { partiesOf, type Parties } from '@linggong/parties';
import { vaultOf } from '@linggong/vault';
import { createCreditChain, type CreditChain } from '../registries/create-registries';
import { rateEnterprises, type RatingTools } from './rate-enterprises';
import { ratingSourcesOf } from './rating-sources';
import type { CreditCheckTools } from './run-checks';
import { suspendByRule } from './suspend-by-rule';

/** The registers that the running platform asks, made once. */
export function createCreditHolder(): { readonly chain: CreditChain } {
  return { chain: createCreditChain(identitySettingsFromEnvironment(process.env)) };
}

export function chainOf(strapi: Core.Strapi): CreditChain {
  return strapi.plugin('risk').service('creditHolder').chain;
}

export function ratingToolsOf(strapi: Core.Strapi): RatingTools {
  return { jobs: jobsOf(strapi), sources: ratingSourcesOf(strapi).sources };
}

export function checkToolsOf(strapi: Core.Strapi): CreditCheckTools {
  return {
    database: databaseOf(strapi),
    jobs: jobsOf(strapi),
    vault: vaultOf(strapi),
    chain: chainOf(strapi),
    afterCheck: (tx, command, enterpriseId, checkId) =>
      rateAfterCheck(ratingToolsOf(strapi), partiesOf(strapi), tx, command, enterpriseId, checkId),
  };
}

/** What a register found counts at once: the enterprise is rated anew, and suspended where the table says so (R2.3). */
export async function rateAfterCheck(
  tools: RatingTools,
  parties: Pick<Parties, 'moveEnterprise'>,
  tx: Tx,
  command: Command,
  enterpriseId: number,
  checkId: number,
): Promise<void> {
  const { suspends } = await rateEnterprises(tools, tx, command, [enterpriseId], 'credit-check');
  for (const rated of suspends) await suspendByRule(parties, tx, command, rated, checkId);
}
