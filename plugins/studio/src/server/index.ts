import type { Core } from '@strapi/strapi';
import { apiRoutes, consoleRoutes, messageTextsOf, nativeLapsesOf, waitingKindsOf } from '@linggong/access';
import { storiesOf } from '@linggong/audit';
import { databaseOf, operatingFiguresOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { personKeepersOf, retentionOf, sealedSourcesOf, unmaskOwnersOf, vaultOf } from '@linggong/vault';
import { configurationList, versionList } from './console-lists';
import { draftRoutes } from './form-records/draft-routes';
import { sweepDrafts } from './form-records/drafts';
import { formPapers } from './form-records/file-purger';
import { fileRoutes } from './form-records/file-routes';
import { formRecordList, formRoutes } from './form-records/form-routes';
import { formSeeds } from './form-records/form-seeds';
import { recordOwner, recordsOfPeople, sealedRecords } from './form-records/sealed-records';
import { giveBack } from './life/decide-version';
import { tellInForce } from './life/tell-in-force';
import { turnVersions } from './life/turn-versions';
import { tellDays } from './duties/tell-duties';
import { acknowledgementList, ownProcedureList } from './procedures/procedure-lists';
import { acknowledgementRoutes } from './routes/acknowledgement-routes';
import { calendarRoutes } from './routes/calendar-routes';
import { configurationRoutes } from './routes/configuration-routes';
import { decisionRoutes } from './routes/decision-routes';
import { sheetRoutes } from './routes/sheet-routes';
import { versionRoutes } from './routes/version-routes';
import { importList, transferRoutes } from './transfer/transfer-routes';
import { noticeConsumers } from './notices/notice-consumers';
import { wordsInForce } from './notices/words-in-force';
import { noticeSeeds } from '../domain/notices/notice-seeds';
import { storyKinds, storyRelations } from './stories';
import { REPLAY_JOB } from './replay/ask-replay';
import { replayIdOf, runReplay } from './replay/run-replay';
import { calendarSeed } from './calendar/calendar-seed';
import { evaluateTables } from './decision-table/decide-table';
import { consumersOf, kindsOf, seedsOf, services, toolsOf, trialsOf } from './tools';
import { operatingFigures } from './operating-figures';
import { waitingKinds } from './waiting';

/** One mechanism for everything that operators configure (配置中心, R13.1). */
export default {
  services,
  routes: {
    v1: apiRoutes([
      ...configurationRoutes,
      ...acknowledgementRoutes,
      ...versionRoutes,
      ...decisionRoutes,
      ...sheetRoutes,
      ...calendarRoutes,
      ...formRoutes,
      ...fileRoutes,
      ...draftRoutes,
      ...transferRoutes,
    ]),
    console: consoleRoutes([
      configurationList,
      versionList,
      acknowledgementList,
      ownProcedureList,
      formRecordList,
      importList,
    ]),
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    kindsOf(strapi).speedUp('decision-table', evaluateTables);
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...waitingKinds);
    seedsOf(strapi).add(calendarSeed, ...formSeeds, ...noticeSeeds);
    consumersOf(strapi).add(...noticeConsumers(process.env));
    // Messages are sent below: they ask here for their words.
    messageTextsOf(strapi).register((kind) => wordsInForce(databaseOf(strapi), kind));
    sealedSourcesOf(strapi).add(sealedRecords);
    // A draft lives thirty days: a retired key still opens it.
    sealedSourcesOf(strapi).passes('studio.form_drafts');
    retentionOf(strapi).add('form-paper', formPapers);
    unmaskOwnersOf(strapi).add(recordOwner(() => vaultOf(strapi)));
    personKeepersOf(strapi).add('studio.form-records', recordsOfPeople);
    storiesOf(strapi).add(...storyKinds);
    storiesOf(strapi).relate(...storyRelations);
    nativeLapsesOf(strapi).register(
      'configuration-version:decide',
      (tx, command, id) => giveBack(tx, command, Number(id), 'lapse'),
      ['configuration-state'],
    );
    jobsOf(strapi).handle(REPLAY_JOB, (job, command) => {
      const parts = { tools: toolsOf(strapi), db: databaseOf(strapi), consumers: consumersOf(strapi) };
      return runReplay(parts, command, replayIdOf(job.payload), job.progress);
    });
    jobsOf(strapi).handle('studio.sweep-drafts', async (_job, command) => ({
      swept: await sweepDrafts(databaseOf(strapi), command.at),
    }));
    jobsOf(strapi).handle('studio.tell-days', async (_job, command) => tellDays(databaseOf(strapi), command));
    jobsOf(strapi).handle('studio.turn', async (_job, command) => ({
      turned: await turnVersions(databaseOf(strapi), command, (tx, id) => tellInForce(jobsOf(strapi), tx, command, id)),
    }));
  },
  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await trialsOf(strapi).close();
  },
};
