import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { apiRoutes, consoleRoutes, personPortOf } from '@linggong/access';
import { jobsOf } from '@linggong/jobs';
import { sealedSourcesOf } from '@linggong/vault';
import { partyLists } from './console/party-lists';
import { enterpriseRoutes } from './enterprises/enterprise-routes';
import { importRoutes } from './imports/import-routes';
import { runImport } from './imports/run-import';
import { passingTable, sealedSources } from './sealed-sources';
import { partiesOf, services, toolsOf } from './services';
import { workersLike } from './workers/workers-like';
import { workerRoutes } from './workers/worker-routes';
import { importPayload } from './imports/import-payload';
import { storyKinds, storyRelations } from './stories';

export default {
  services,
  routes: {
    // Imports first: `/workers/imports/…` must not be read as a worker with that number.
    v1: apiRoutes([...enterpriseRoutes, ...importRoutes, ...workerRoutes]),
    console: consoleRoutes(partyLists),
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    storiesOf(strapi).add(...storyKinds);
    storiesOf(strapi).relate(...storyRelations);
    personPortOf(strapi).register(workersLike);
    sealedSourcesOf(strapi).add(...sealedSources);
    sealedSourcesOf(strapi).passes(passingTable);
    jobsOf(strapi).handle('parties.import-workers', async (job, command) => {
      await runImport(toolsOf(strapi), command, importPayload(job.payload).importId, job);
    });
    jobsOf(strapi).handle('parties.turn-agency-times', async (_job, command) => ({
      turned: await partiesOf(strapi).turnAgencyTimes(command),
    }));
  },
};
