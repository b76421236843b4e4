import { waitingKindsOf } from '@linggong/access';
import { operatingFiguresOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { eSignOf } from '@linggong/e-sign';
import { consumersOf, seedsOf } from '@linggong/studio';
import { seeds, taskScenarios } from '../domain/seeds';
import { reviewClocks } from '../domain/seeds/review-clocks';
import { knowsAll } from './acquaintance';
import { consoleRouter } from './console';
import { pastTaskClocks } from './past-clocks';
import { pastTasks } from './past-tasks';
import { createPublications } from './publication';
import { apiRouter } from './routes';
import { scenarioTitles } from './scenarios';
import { storyKinds, storyRelations } from './stories';
import { operatingFigures } from './operating-figures';
import { waitingKinds } from './waiting';

export default {
  services: { publications: () => createPublications() },
  routes: { api: apiRouter, console: consoleRouter },
  /** Contracts name kinds of work in words, and are sent by an enterprise to whom it knows; both are told by us. */
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    waitingKindsOf(strapi).add(...waitingKinds);
    seedsOf(strapi).add(...seeds);
    consumersOf(strapi).add(
      { kind: taskScenarios.kind, key: taskScenarios.key, replay: pastTasks },
      { kind: reviewClocks.kind, key: reviewClocks.key, replay: pastTaskClocks },
    );
    storiesOf(strapi).add(...storyKinds);
    storiesOf(strapi).relate(...storyRelations);
    eSignOf(strapi).useScenarioTitles(scenarioTitles);
    eSignOf(strapi).useAcquaintance(knowsAll);
  },
};
