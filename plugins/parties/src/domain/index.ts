export { looksLikeBank, readAddedCard, type CardInput, type CardReadiness, type ReadyCard } from './card-registration';
export { applicationFields, changeableFields, fieldsConcerned, type ApplicationField } from './changeable-fields';
export { enterpriseGuard, verificationStates, type EnterpriseFacts, type VerificationState } from './enterprise-guards';
export {
  actionsWithReason,
  enterpriseActions,
  enterpriseLifecycle,
  enterpriseStates,
  type EnterpriseAction,
  type EnterpriseState,
} from './enterprise-lifecycle';
export {
  guessIdentityKind,
  type IdentifierRules,
  type IdentifierVerdict,
  type PartyIdentifierKind,
} from './identifier-rules';
export { isMasked, isSameName, nameFault, normaliseName } from './person-name';
export {
  cardStates,
  identityKinds,
  realNameStates,
  vatRoles,
  workerSources,
  type CardState,
  type IdentityKind,
  type RealNameState,
  type VatRole,
  type WorkerSource,
} from './real-name-states';
export {
  fault,
  registrationFaultTexts,
  registrationFields,
  type RegistrationFault,
  type RegistrationField,
} from './registration-faults';
export {
  workerActionsByPeople,
  workerLifecycle,
  workerStates,
  type WorkerAction,
  type WorkerActionByPeople,
  type WorkerState,
} from './worker-lifecycle';
export {
  readCorrection,
  readWorker,
  type Readiness,
  type ReadyWorker,
  type WorkerCorrection,
  type WorkerInput,
} from './worker-registration';
export { subAccountNumber } from './sub-account-number';
export {
  contactActs,
  contactKinds,
  contactMethods,
  contactPurpose,
  contactsNamed,
  type ContactAct,
  type ContactKind,
  type ContactMethod,
} from './contacts';
export { visitAnswers, visitsAsked, visitVerdicts, type VisitAnswer, type VisitVerdict } from './site-visit';
