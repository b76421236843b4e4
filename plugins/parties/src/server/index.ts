import { operatingFiguresOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { apiRoutes, consoleRoutes, personPortOf, waitingKindsOf } from '@linggong/access';
import { jobsOf } from '@linggong/jobs';
import { consumersOf, seedsOf } from '@linggong/studio';
import { personKeepersOf, retentionOf, sealedSourcesOf, unmaskOwnersOf } from '@linggong/vault';
import { seeds } from '../domain/seeds';
import { reviewClocks } from '../domain/seeds/review-clocks';
import { consentRoutes } from './consents/consent-routes';
import { contactRoutes } from './contacts/contact-routes';
import { hearConsents } from './consents/suspend-withdrawn';
import { partyLists } from './console/party-lists';
import { enterpriseRoutes } from './enterprises/enterprise-routes';
import { pastReviewClocks } from './enterprises/past-clocks';
import { importRoutes } from './imports/import-routes';
import { runImport } from './imports/run-import';
import { lockedRoutes } from './locked/locked-routes';
import { hearLeaving } from './locked/hear-leaving';
import { peoplePurger } from './locked/people-purger';
import { registerOfPeople } from './locked/person-keeper';
import { giveOwnData } from './requests/own-data';
import { hearCopies } from './requests/tell-asker';
import { requestRoutes } from './requests/request-routes';
import { importSheets } from './retention';
import { passingTable, sealedSources } from './sealed-sources';
import { unmaskOwners } from './sensitive-rows';
import { partiesOf, services, toolsOf } from './services';
import { subjectRoutes } from './subjects/subject-routes';
import { visitRoutes } from './visits/visit-routes';
import { workersLike } from './workers/workers-like';
import { workerRoutes } from './workers/worker-routes';
import { importPayload } from './imports/import-payload';
import { sweepRegistrations } from './self-registration/registration-rows';
import { selfRegistrationRoutes } from './self-registration/self-registration-routes';
import { storyKinds, storyRelations } from './stories';
import { operatingFigures } from './operating-figures';
import { waitingKinds } from './waiting';

export default {
  services,
  routes: {
    // Imports first: `/workers/imports/…` must not be read as a worker with that number.
    v1: apiRoutes([
      ...contactRoutes,
      ...enterpriseRoutes,
      ...visitRoutes,
      ...importRoutes,
      ...workerRoutes,
      ...consentRoutes,
      ...requestRoutes,
      ...subjectRoutes,
      ...lockedRoutes,
      ...selfRegistrationRoutes,
    ]),
    console: consoleRoutes(partyLists),
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...waitingKinds);
    seedsOf(strapi).add(...seeds);
    consumersOf(strapi).add({ kind: reviewClocks.kind, key: reviewClocks.key, replay: pastReviewClocks });
    storiesOf(strapi).add(...storyKinds);
    storiesOf(strapi).relate(...storyRelations);
    personPortOf(strapi).register(workersLike);
    retentionOf(strapi).add('worker-import-sheet', importSheets);
    const keepers = personKeepersOf(strapi);
    keepers.add('parties', registerOfPeople);
    retentionOf(strapi).add('person', peoplePurger(keepers));
    hearLeaving(jobsOf(strapi), keepers);
    giveOwnData(strapi);
    hearCopies(jobsOf(strapi));
    hearConsents(jobsOf(strapi), () => toolsOf(strapi));
    sealedSourcesOf(strapi).add(...sealedSources);
    sealedSourcesOf(strapi).passes(passingTable);
    unmaskOwnersOf(strapi).add(...unmaskOwners(() => toolsOf(strapi)));
    jobsOf(strapi).handle('parties.import-workers', async (job, command) => {
      await runImport(toolsOf(strapi), command, importPayload(job.payload).importId, job);
    });
    jobsOf(strapi).handle('parties.sweep-registrations', async (_job, { at }) => ({
      erased: await sweepRegistrations(toolsOf(strapi).database, at),
    }));
    jobsOf(strapi).handle('parties.turn-agency-times', async (_job, command) => ({
      turned: await partiesOf(strapi).turnAgencyTimes(command),
    }));
  },
};
