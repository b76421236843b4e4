export type { CardMark } from './server/cards/mark-cards';
export type { EnterpriseMark } from './server/enterprises/mark-enterprise';
export type { ClearCard, ClearCompany, ClearIdentity } from './server/open-parties';
export type { Parties } from './server/parties-service';
export type { EnterpriseVerifier, OffboardingGuard } from './server/ports';
export { partiesOf, portsOf } from './server/services';
export type { AgencyGrant } from './server/workers/authorize-agency';
export type { RealNameMark } from './server/workers/mark-real-name';
