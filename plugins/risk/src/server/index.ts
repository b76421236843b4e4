import type { Core } from '@strapi/strapi';
import { apiRoutes, consoleRoutes } from '@linggong/access';
import { storiesOf } from '@linggong/audit';
import { jobsOf } from '@linggong/jobs';
import { partiesOf } from '@linggong/parties';
import { seedsOf } from '@linggong/studio';
import { sealedSourcesOf, unmaskOwnersOf, vaultOf } from '@linggong/vault';
import { lineSeed } from '../domain';
import { decisionSeeds } from '../domain/decide';
import { seeds } from '../domain/seeds';
import { decisionList, decisionRoutes } from './decisions/decision-routes';
import { decideAboutParties } from './decisions/hear-parties';
import { limitSeed } from '../domain/limits/limit-seed';
import { listLists } from './lists/list-lists';
import { listRoutes } from './lists/list-routes';
import { listOwner, listSource } from './lists/list-sealed';
import { hearParties, refuseEnterprise, refusedPeople } from './lists/screen';
import { toolsOf } from './services';
import { snoozeList, snoozeRoutes } from './snoozes/snooze-routes';
import { storyKinds } from './stories';

export default {
  routes: {
    v1: apiRoutes([...listRoutes, ...snoozeRoutes, ...decisionRoutes]),
    console: consoleRoutes([...listLists, snoozeList, decisionList]),
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    seedsOf(strapi).add(lineSeed);
    storiesOf(strapi).add(...storyKinds);
    sealedSourcesOf(strapi).add(listSource);
    unmaskOwnersOf(strapi).add(listOwner(() => toolsOf(strapi).vault));
    seedsOf(strapi).add(limitSeed);
    hearParties(jobsOf(strapi));
    partiesOf(strapi).addPeopleScreen(refusedPeople);
    partiesOf(strapi).addOnboardingGuard(refuseEnterprise);
    seedsOf(strapi).add(...decisionSeeds, ...seeds);
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
