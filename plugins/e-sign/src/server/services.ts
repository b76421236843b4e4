import { messageSenderOf, type MessageSender } from '@linggong/access';
import type { Core } from '@strapi/strapi';
import { sealingSettingsFromEnvironment } from '@linggong/config';
import { clockOf, databaseOf, systemCommand } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { partiesOf } from '@linggong/parties';
import { vaultOf } from '@linggong/vault';
import { createESign, type ESign } from './e-sign-service';
import { fontFiles } from './documents/fonts';
import { renderContractPdf } from './documents/render-contract';
import { createThreadedMill } from './mill/threaded-mill';
import { platformName } from './platform-party';
import { createSealSource } from './seal/seal-source';
import { createSigning } from './signing/signing-tools';
import type { ContractPdf, ESignTools } from './tools';

/** The sandbox of accounts writes files for its own codes; codes of contracts are shown by that of signing. */
function channelOf(strapi: Core.Strapi): MessageSender | undefined {
  const sender = messageSenderOf(strapi);
  return sender?.name === 'sandbox' ? undefined : sender;
}

/** What this plugin keeps for the life of the process; made when first used, since the vault opens late. */
export const services = {
  tools: ({ strapi }: { strapi: Core.Strapi }): ESignTools => {
    const settings = sealingSettingsFromEnvironment(process.env);
    const mill = createThreadedMill({ threads: settings.threads, fonts: () => fontFiles(settings.fonts) });
    // For a service that opens a flow: the platform's own work, told in the log by the contract.
    const contractPdf: ContractPdf = (db, contractId, at) =>
      renderContractPdf(toolsOf(strapi), db, systemCommand('e-sign', at, `contract-${contractId}`), contractId);
    return {
      db: databaseOf(strapi),
      vault: vaultOf(strapi),
      jobs: jobsOf(strapi),
      parties: partiesOf(strapi),
      platformName,
      scenarioTitles: () => Promise.resolve(() => undefined),
      // Until tasks says who works for whom, an enterprise knows nobody.
      knowsAll: async () => false,
      signing: createSigning(process.env, {
        db: databaseOf(strapi),
        clock: clockOf(strapi),
        contractPdf,
        sender: channelOf(strapi),
      }),
      publicUrl: settings.publicUrl,
      mill,
      seal: createSealSource({ db: () => databaseOf(strapi), vault: () => vaultOf(strapi), mill, settings }),
    };
  },
  contracts: ({ strapi }: { strapi: Core.Strapi }): ESign => createESign(toolsOf(strapi)),
};

export function toolsOf(strapi: Core.Strapi): ESignTools {
  return strapi.plugin('e-sign').service('tools');
}

/** Contracts of the running process. */
export function eSignOf(strapi: Core.Strapi): ESign {
  return strapi.plugin('e-sign').service('contracts');
}
