import type { Core } from '@strapi/strapi';
import { sealingSettingsFromEnvironment } from '@linggong/config';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { partiesOf } from '@linggong/parties';
import { vaultOf } from '@linggong/vault';
import { createESign, type ESign } from './e-sign-service';
import { fontFiles } from './documents/fonts';
import { createThreadedMill } from './mill/threaded-mill';
import { platformName } from './platform-party';
import { createSealSource } from './seal/seal-source';
import type { ESignTools } from './tools';

/** What this plugin keeps for the life of the process; made when first used, since the vault opens late. */
export const services = {
  tools: ({ strapi }: { strapi: Core.Strapi }): ESignTools => {
    const settings = sealingSettingsFromEnvironment(process.env);
    const mill = createThreadedMill({ threads: settings.threads, fonts: () => fontFiles(settings.fonts) });
    return {
      db: databaseOf(strapi),
      vault: vaultOf(strapi),
      jobs: jobsOf(strapi),
      parties: partiesOf(strapi),
      platformName,
      scenarioTitle: () => undefined,
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
