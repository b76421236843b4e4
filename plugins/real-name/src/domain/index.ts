export {
  checkIdentifier,
  identifierKinds,
  isDoubtful,
  provinces,
  reasonTexts,
  type BankCardFacts,
  type CnapsFacts,
  type EInvoiceFacts,
  type FactsOf,
  type ForeignPermanentResidentFacts,
  type IdentifierKind,
  type MobileFacts,
  type ReasonCode,
  type RefusedIdentifier,
  type ResidentFacts,
  type UsccFacts,
  type Verdict,
} from '@linggong/core/domain';
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
