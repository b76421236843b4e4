import type { Core } from '@strapi/strapi';
import { auditEndpoints, auditList, bypassList, storiesOf } from '@linggong/audit';
import { databaseOf, operatingFiguresOf } from '@linggong/core';
import { deliveryList, jobsOf, listDeliveries, listJobs, readJob, repeatEvent, repeatJob } from '@linggong/jobs';
import { approvalList } from './approvals/console-approvals';
import { approvalRoutes } from './approvals/routes';
import { createNativeLapses } from './approvals/native-lapses';
import { turnApprovals } from './approvals/turn-approvals';
import {
  cancelResealing,
  destructionList,
  legalHoldList,
  destroyKey,
  listDataKeys,
  personKeepersOf,
  retentionEndpoints,
  retentionRunList,
  rewrapDataKeys,
  rotateKey,
  sealedSourcesOf,
  startResealing,
  unmaskField,
  unmaskingList,
} from '@linggong/vault';
import { delegationList } from './delegations/console-delegations';
import { delegationRoutes } from './delegations/routes';
import { elevationList, elevationLookList } from './elevations/console-elevations';
import { elevationRoutes } from './elevations/routes';
import { accountsOfPeople } from './accounts/accounts-of-people';
import { accountList } from './accounts/console-accounts';
import { prepareDecoy } from './accounts/password-hash';
import { managedAccountRoutes } from './accounts/routes';
import { createSignInHearers } from './signals/sign-in-hearers';
import { createLiveSessions } from './accounts/live-sessions';
import { sweep } from './accounts/sweep';
import { blockUnused } from './accounts/unused-accounts';
import { boardRoutes } from './board/routes';
import { registerControls } from './controls';
import { consoleResource } from './console/console-resource';
import { consoleRoutes } from './console/console-routes';
import { handleListExports, listExportRoutes } from './list-exports';
import { savedViewRoutes } from './saved-views/routes';
import { route } from './http/define-route';
import { apiRoutes, rootRoutes } from './http/router';
import { createRouteRegistry } from './http/route-registry';
import { createLimits, limitsOf } from './limits/limits';
import { jobEvents } from './live/job-events';
import { createStreams, liveStreamsOf } from './live/watch';
import { createMessageTexts } from './messages/message-texts';
import { createMessages, messagesOf } from './messages/messages';
import { extendStrapi } from './middlewares/extend-strapi';
import { docsRoutes } from './openapi/docs-routes';
import { createPersonPort } from './persons/person-port';
import { figureRoutes } from './figures/routes';
import { passwordResetRoutes } from './password-reset/routes';
import { guideRoutes } from './guides/routes';
import { newsRoutes } from './news/routes';
import { noticeRoutes } from './notices/routes';
import { publicNoticeRoutes } from './public-notices/routes';
import { personRoutes } from './persons/routes';
import { matrixRoutes } from './matrix/routes';
import { powerRoutes } from './powers/routes';
import { panelRoutes } from './panel/routes';
import { privateFileRoutes } from './private-files/routes';
import { refreshRoutes } from './refresh/routes';
import { factorRoutes } from './second-factor/routes';
import { passingTable, sealedSources } from './sealed-sources';
import { sessionList } from './sessions/console-sessions';
import { sessionRoutes } from './sessions/routes';
import { publicSetUpRoutes, setUpRoutes } from './set-ups/routes';
import { keepTokenKey } from './sign-in/token';
import { accountRoutes, signInRoutes } from './sign-in/routes';
import { accountRelations } from './accounts/account-relations';
import { operatingFigures } from './operating-figures';
import { jobResource, ownKinds } from './waiting/own-kinds';
import { totalRoutes } from './list-totals/routes';
import { waitingRoutes } from './waiting/routes';
import { createWaitingKinds, waitingKindsOf } from './waiting/waiting-kinds';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    extendStrapi(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...ownKinds);
    // Before anybody signs in: the first wrong guess would take twice as long otherwise.
    await prepareDecoy();
    keepTokenKey(strapi);
    sealedSourcesOf(strapi).add(...sealedSources);
    sealedSourcesOf(strapi).passes(passingTable);
    registerControls(strapi);
    handleListExports(strapi);
    storiesOf(strapi).relate(...accountRelations);
    personKeepersOf(strapi).add('access', accountsOfPeople);
    // Made before the first call, so that its Redis is there when it comes.
    limitsOf(strapi);
    jobsOf(strapi).handle('access.sweep', async (_job, { at }) => ({ ...(await sweep(databaseOf(strapi), at)) }));
    jobsOf(strapi).handle('access.block-unused', async (_job, command) => ({
      blocked: await blockUnused(databaseOf(strapi), command),
    }));
    jobsOf(strapi).handle('access.turn-approvals', async (_job, command) => ({
      ...(await turnApprovals(strapi, command)),
    }));
  },

  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    // A server that waits for its connections to end would wait for these for ever.
    liveStreamsOf(strapi).close();
    await messagesOf(strapi).settle();
    limitsOf(strapi).close();
  },

  services: {
    routeRegistry: createRouteRegistry,
    limits: createLimits,
    'live-sessions': createLiveSessions,
    'live-streams': createStreams,
    messages: createMessages,
    messageTexts: createMessageTexts,
    personPort: createPersonPort,
    signInHearers: createSignInHearers,
    nativeLapses: createNativeLapses,
    waitingKinds: createWaitingKinds,
  },
  routes: {
    // jobs, audit and vault stand below this plugin: they say what their routes are, and it serves them.
    v1: apiRoutes([
      ...accountRoutes,
      ...managedAccountRoutes,
      ...approvalRoutes,
      ...powerRoutes,
      ...personRoutes,
      ...newsRoutes,
      ...noticeRoutes,
      ...waitingRoutes,
      ...totalRoutes,
      ...setUpRoutes,
      ...delegationRoutes,
      ...elevationRoutes,
      ...factorRoutes,
      ...sessionRoutes,
      ...matrixRoutes,
      ...figureRoutes,
      ...panelRoutes,
      ...publicNoticeRoutes,
      ...guideRoutes,
      ...boardRoutes,
      ...privateFileRoutes,
      ...listExportRoutes,
      ...savedViewRoutes,
      ...docsRoutes,
      // Before the job of an id: `events` is none.
      jobEvents,
      route(listJobs),
      route(readJob),
      route(repeatJob),
      route(listDeliveries),
      route(repeatEvent),
      route(listDataKeys),
      route(rotateKey),
      route(rewrapDataKeys),
      route(destroyKey),
      route(startResealing),
      route(cancelResealing),
      route(unmaskField),
      route(retentionEndpoints.readRetention),
      route(retentionEndpoints.setLegalHold),
      route(retentionEndpoints.endLegalHold),
      route(auditEndpoints.verifyAuditLog),
      route(auditEndpoints.listVerifications),
      route(auditEndpoints.readVerification),
      route(auditEndpoints.readChain),
      route(auditEndpoints.listAuditRoots),
      route(auditEndpoints.readAuditRoot),
      route(auditEndpoints.listAuditArchives),
      route(auditEndpoints.readAuditArchive),
      route(auditEndpoints.searchAuditEntries),
      route(auditEndpoints.readObjectTimeline),
      route(auditEndpoints.readObjectState),
      route(auditEndpoints.acknowledgeAuditBypass),
    ]),
    auth: rootRoutes([...signInRoutes, ...refreshRoutes, ...passwordResetRoutes, ...publicSetUpRoutes]),
    console: consoleRoutes([
      accountList,
      sessionList,
      approvalList,
      delegationList,
      elevationList,
      elevationLookList,
      jobResource,
      consoleResource(deliveryList),
      consoleResource(auditList),
      consoleResource(unmaskingList),
      consoleResource(retentionRunList),
      consoleResource(legalHoldList),
      consoleResource(destructionList),
      consoleResource(bypassList),
    ]),
  },
};
