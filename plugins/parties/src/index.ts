export type { CardMark } from './server/cards/mark-cards';
export type { EnterpriseMark } from './server/enterprises/mark-enterprise';
export type { ClearCard, ClearCompany, ClearIdentity } from './server/open-parties';
export type { Parties } from './server/parties-service';
export type {
  ApplicantCheck,
  ApplicantIdentity,
  ApplicantVerifier,
  EnterpriseVerifier,
  OffboardingGuard,
  ScreenedPerson,
  ScreenRefusal,
  SigningGuard,
} from './server/ports';
export { partiesOf, portsOf } from './server/services';
export type { SignedAgencyGrant } from './server/workers/authorize-agency';
export type { RealNameMark } from './server/workers/mark-real-name';
export { createParties } from './server/parties-service';
export { createPorts } from './server/ports';
export type { PartiesTools } from './server/tools';
