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
export { isListedRegion } from './regions';
