export { dataKeyStates, realms, reencryptionStates, suiteNames, type Realm, type SuiteName } from './key-states';
export { fieldKinds, isFieldKind, type BlindKind, type FieldKind, type SealedKind } from './field-kind';
export { looksMasked, mask } from './mask';
export { normalise } from './normalise';
export { fileKindOf, fileKinds, type FileKind } from './file-kind';
export { UNMASK_HOUR_MAX, UNMASK_UNUSUAL_FROM, UNMASK_VISIBLE_MS } from './unmask-limits';
export {
  consentActs,
  consentMethods,
  consentPurposes,
  isNeeded,
  neededPurposes,
  type ConsentAct,
  type ConsentMethod,
  type ConsentPurpose,
} from './consents';
export { holdStates, holdSubjects, runStates, type HoldSubject } from './retention';
export {
  EXTENDED_DAYS,
  REMIND_DAYS,
  REQUEST_DAYS,
  requestKinds,
  requestLifecycle,
  requestStates,
  type RequestAction,
  type RequestKind,
  type RequestState,
} from './data-requests';
export { personEnd, type PersonEnd, type PersonFact, type PersonTerm } from './person-end';
