export { isDoubtful } from './bank-card';
export { checkIdentifier, type FactsOf } from './check-identifier';
export type {
  BankCardFacts,
  CnapsFacts,
  EInvoiceFacts,
  ForeignPermanentResidentFacts,
  MobileFacts,
  RefusedIdentifier,
  ResidentFacts,
  UsccFacts,
  Verdict,
} from './identifier-facts';
export { identifierKinds, type IdentifierKind } from './identifier-kind';
export { provinces } from './provinces';
export { reasonTexts, type ReasonCode } from './reasons';
export {
  checkKinds,
  checkOutcomes,
  questionKinds,
  questionKindOf,
  subjectKinds,
  type CheckKind,
  type CheckOutcome,
  type QuestionKind,
  type SubjectKind,
} from './check-kind';
export { evidenceCode, isEvidenceCode } from './evidence-code';
export { ATTEMPTS_MAX, dueAfter, waitAfter, type WaitReason } from './retry-policy';
export { sandboxCardAnswer, sandboxCompanyAnswer, sandboxIdentityAnswer, type SandboxAnswer } from './sandbox-rules';
export { isDecided, isUnanswered, outcomeKinds, type OutcomeKind } from './outcome-kind';
export * from './vendors';
