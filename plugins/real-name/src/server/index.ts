import { operatingFiguresOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';
import { storiesOf } from '@linggong/audit';
import { apiRoutes, consoleRoutes } from '@linggong/access';
import { jobsOf } from '@linggong/jobs';
import { portsOf } from '@linggong/parties';
import { personKeepersOf } from '@linggong/vault';
import { stopChain } from './asking/create-chain';
import { providerRoutes } from './asking/provider-routes';
import { bulkRoutes } from './bulk/bulk-routes';
import { checkApplicant } from './checks/check-applicant';
import { checkCompanyNow } from './checks/check-company-now';
import { checkRoutes } from './checks/check-routes';
import { checksOfPeople } from './checks/checks-of-people';
import { hearParties } from './checks/hear-parties';
import { checkLists } from './console/check-lists';
import { identifierRules } from './identifier-rules';
import { identityRoutes } from './identity-routes';
import { services, settingsOf, toolsOf } from './services';
import { storyRelations } from './stories';
import { operatingFigures } from './operating-figures';

export default {
  services,
  routes: {
    v1: apiRoutes([...identityRoutes, ...checkRoutes, ...bulkRoutes, ...providerRoutes]),
    console: consoleRoutes(checkLists),
  },
  register({ strapi }: { strapi: Core.Strapi }): void {
    const ports = portsOf(strapi);
    ports.useIdentifierRules(identifierRules);
    ports.useApplicantVerifier((command, identity) => checkApplicant(toolsOf(strapi), command, identity));
    ports.useEnterpriseVerifier((enterpriseId, command) => checkCompanyNow(toolsOf(strapi), command, enterpriseId));
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    operatingFiguresOf(strapi).register(operatingFigures);
    storiesOf(strapi).relate(...storyRelations);
    personKeepersOf(strapi).add('real-name', checksOfPeople);
    hearParties(jobsOf(strapi), () => toolsOf(strapi), settingsOf(strapi).reverification);
  },
  destroy({ strapi }: { strapi: Core.Strapi }): void {
    stopChain(toolsOf(strapi).chain);
  },
};
