import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { apiRoutes, consoleRoutes, waitingKindsOf } from '@linggong/access';
import { sealingSettingsFromEnvironment } from '@linggong/config';
import { operatingFiguresOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { personKeepersOf, personalDataOf, retentionOf, sealedSourcesOf } from '@linggong/vault';
import { consumersOf, seedsOf } from '@linggong/studio';
import { contractSeeds } from '../domain';
import { batchRoutes } from './batches/batch-routes';
import { batchJob, runBatch } from './batches/run-batch';
import { contractLists } from './console';
import { contractRoutes } from './contract-routes';
import { documentRoutes } from './documents/document-routes';
import { verificationRoutes } from './verification/verification-routes';
import { expireContracts } from './ending/expire-contracts';
import { listen } from './hearings';
import { callbackRoutes } from './requests/callback-routes';
import { handleRequests } from './requests/request-jobs';
import { requestRoutes } from './requests/request-routes';
import { contractsOfWorker } from './own-data';
import { contractPapers, contractsOfPeople } from './retention';
import { runSealJob, sealJob, sweepDocuments, sweepJob, type SealingPayload } from './seal/seal-job';
import { sealedSources } from './sealed-sources';
import { services, toolsOf } from './services';
import { signingRoutes } from './signing/signing-routes';
import { textRoutes } from './templates/text-routes';
import { textConsumers } from './templates/text-consumers';
import { storyKinds, storyRelations } from './stories';
import { operatingFigures } from './operating-figures';
import { waitingKinds } from './waiting';

export default {
  services,
  routes: {
    // Batches and sealing first: `/contracts/batches` must not be read as a contract of that number.
    v1: apiRoutes([
      ...batchRoutes,
      ...requestRoutes,
      ...documentRoutes,
      ...verificationRoutes,
      ...contractRoutes,
      ...textRoutes,
      ...signingRoutes,
      ...callbackRoutes,
    ]),
    console: consoleRoutes(contractLists),
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    seedsOf(strapi).add(...contractSeeds);
    consumersOf(strapi).add(...textConsumers);
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...waitingKinds);
    storiesOf(strapi).add(...storyKinds);
    storiesOf(strapi).relate(...storyRelations);
    sealedSourcesOf(strapi).add(...sealedSources);
    personalDataOf(strapi).add('contracts', contractsOfWorker);
    retentionOf(strapi).add('contract-paper', contractPapers);
    personKeepersOf(strapi).add('e-sign', contractsOfPeople);
    const jobs = jobsOf(strapi);
    jobs.handle(batchJob, ({ payload, progress }, command) => {
      // Written by placeBatch.
      const { batchId } = payload as { batchId: number };
      return runBatch(toolsOf(strapi), command, batchId, progress);
    });
    jobs.handle('e-sign.expire', async (_job, command) => ({
      expired: await expireContracts(toolsOf(strapi), command),
    }));
    handleRequests(jobs, () => toolsOf(strapi));
    jobs.handle(sealJob, ({ payload, progress }, command) => {
      // Written by placeSealing and sweepDocuments.
      return runSealJob(toolsOf(strapi), command, payload as SealingPayload, progress);
    });
    // Where documents are made only for who asks, no schedule makes the others.
    if (sealingSettingsFromEnvironment(process.env).mode === 'on')
      jobs.handle(sweepJob, (_job, command) => sweepDocuments(toolsOf(strapi), command));
    listen(strapi);
  },
  destroy: ({ strapi }: { strapi: Core.Strapi }): Promise<void> => toolsOf(strapi).mill.close(),
};
