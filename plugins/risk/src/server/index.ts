import { operatingFiguresOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { apiRoutes, consoleRoutes, signInHearersOf, waitingKindsOf } from '@linggong/access';
import { storiesOf } from '@linggong/audit';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { partiesOf, portsOf } from '@linggong/parties';
import { consumersOf, counterpartsOf, handlingsOf, seedsOf, type DecisionTable, type Json } from '@linggong/studio';
import { unmetNeeds } from '@linggong/studio/domain';
import { publicationsOf } from '@linggong/tasks';
import { sealedSourcesOf, unmaskOwnersOf, vaultOf } from '@linggong/vault';
import { batchSeed, lineSeed } from '../domain';
import { decisionSeeds, momentNeeds } from '../domain/decide';
import { pastOfRisk, replayOf } from './past';
import { pastSamples } from './past/past-samples';
import { seeds } from '../domain/seeds';
import { caseRelations, caseStories } from './case-stories';
import { caseList } from './cases/case-list';
import { caseRoutes } from './cases/case-routes';
import { COMPLAINT_FORM } from './cases/complaint-case';
import { complaintCounterparts } from './cases/complaint-counterparts';
import { complaintHandling } from './cases/complaint-handling';
import { evidenceRoutes } from './cases/evidence-routes';
import { partRoutes } from './cases/part-routes';
import { complaintList } from './complaints/complaint-list';
import { complaintRoutes } from './complaints/complaint-routes';
import { decisionList, decisionRoutes } from './decisions/decision-routes';
import { decidePublication } from './decisions/decide-publication';
import { decideAboutParties } from './decisions/hear-parties';
import { keepMissingRepresentatives, REPRESENTATIVES_JOB } from './decisions/keep-missing-representatives';
import { limitRoutes } from './limits/limit-routes';
import { limitSeed } from '../domain/limits/limit-seed';
import { classesSeed, policySeed, ratingSeed } from '../domain/ratings';
import { figureRoutes } from './figures/figure-routes';
import { hearOthers } from './hearings';
import { drawMonth } from './inspections/draw-month';
import { inspectionList, inspectionRoutes, itemList } from './inspections/inspection-routes';
import { planSeed } from './inspections/plan-seed';
import { createPopulations, populationsOf } from './inspections/populations';
import { listLists } from './lists/list-lists';
import { listRoutes } from './lists/list-routes';
import { listOwner, listSource } from './lists/list-sealed';
import { noteSignIn } from './lists/note-sign-in';
import { hearParties, refuseEnterprise, refusedPeople } from './lists/screen';
import { measureTaken } from './measures/measure-problems';
import { measureList, measureRoutes } from './measures/measure-routes';
import { stoppingMeasure } from './measures/measure-rows';
import { createConsistencyChecks } from './reviews/operations/consistency';
import { reviewLists, reviewRoutes, reviewStories, scheduleReviews } from './reviews';
import { toolsOf } from './services';
import {
  createCreditHolder,
  createRatingSources,
  ratingLists,
  ratingRelations,
  ratingRoutes,
  ratingStories,
  refuseWhileLeaving,
  startRatings,
} from './ratings';
import { snoozeList, snoozeRoutes } from './snoozes/snooze-routes';
import { storyKinds } from './stories';
import { operatingFigures } from './operating-figures';
import { waitingKinds } from './waiting';

export default {
  services: {
    consistency: () => createConsistencyChecks(),
    populations: () => createPopulations(),
    ratingSources: () => createRatingSources(),
    creditHolder: () => createCreditHolder(),
  },
  routes: {
    v1: apiRoutes([
      ...listRoutes,
      ...snoozeRoutes,
      ...decisionRoutes,
      ...limitRoutes,
      ...partRoutes,
      ...evidenceRoutes,
      ...measureRoutes,
      ...figureRoutes,
      ...complaintRoutes,
      // Before the cases, whose actions by name take every address below one.
      ...reviewRoutes,
      ...caseRoutes,
      ...inspectionRoutes,
      ...ratingRoutes,
    ]),
    console: consoleRoutes([
      ...listLists,
      snoozeList,
      decisionList,
      caseList,
      complaintList,
      measureList,
      inspectionList,
      itemList,
      ...ratingLists,
      ...reviewLists,
    ]),
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...waitingKinds);
    seedsOf(strapi).add(lineSeed, batchSeed);
    storiesOf(strapi).add(...storyKinds, ...caseStories, ...ratingStories, ...reviewStories);
    storiesOf(strapi).relate(...caseRelations, ...ratingRelations);
    sealedSourcesOf(strapi).add(listSource);
    unmaskOwnersOf(strapi).add(listOwner(() => toolsOf(strapi).vault));
    seedsOf(strapi).add(limitSeed);
    hearParties(jobsOf(strapi));
    signInHearersOf(strapi).add((tx, signIn, command) => noteSignIn(jobsOf(strapi), tx, signIn, command));
    hearOthers(jobsOf(strapi));
    scheduleReviews(strapi);
    jobsOf(strapi).handle('risk.draw-inspections', async (_job, command) => ({
      ...(await drawMonth(populationsOf(strapi), databaseOf(strapi), command)),
    }));
    partiesOf(strapi).addPeopleScreen(refusedPeople);
    partiesOf(strapi).addOnboardingGuard(refuseEnterprise);
    // Who is under a measure comes back by lifting it, not past it.
    portsOf(strapi).addResumingGuard(async (tx, subject) => {
      const number = await stoppingMeasure(tx, subject);
      if (number !== undefined) throw measureTaken(number);
      await refuseWhileLeaving(tx, subject);
    });
    seedsOf(strapi).add(planSeed, ...decisionSeeds, ...seeds, ratingSeed, classesSeed, policySeed);
    startRatings(strapi);
    counterpartsOf(strapi).add(COMPLAINT_FORM, complaintCounterparts);
    handlingsOf(strapi).add(COMPLAINT_FORM, complaintHandling);
    consumersOf(strapi).add(
      ...pastOfRisk,
      { kind: planSeed.kind, key: planSeed.key, replay: pastSamples(() => populationsOf(strapi)) },
      ...decisionSeeds.map(({ kind, key, name }) => ({
        kind,
        key,
        name,
        ...replayOf(key),
        // Studio read the content as a table before it asks.
        judge: (content: Json) => unmetNeeds(content as unknown as DecisionTable, momentNeeds),
      })),
    );
    publicationsOf(strapi).addGuard(decidePublication(() => databaseOf(strapi), jobsOf(strapi)));
    jobsOf(strapi).handle(REPRESENTATIVES_JOB, async (job, command) => {
      const tools = { database: databaseOf(strapi), parties: partiesOf(strapi), vault: vaultOf(strapi) };
      const progress = (done: number): Promise<void> => job.progress({ stage: 'keep', done, total: done });
      return { ...(await keepMissingRepresentatives(tools, command, progress)) };
    });
    decideAboutParties({
      jobs: jobsOf(strapi),
      parties: partiesOf(strapi),
      // It opens late.
      get vault() {
        return vaultOf(strapi);
      },
    });
  },
};
