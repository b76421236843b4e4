import { checkBankCard } from './bank-card';
import { checkCnaps } from './cnaps';
import { checkEInvoiceNumber } from './e-invoice-number';
import { checkForeignPrCard } from './foreign-pr-card';
import { checkHmtResidencePermit } from './hmt-residence-permit';
import type {
  BankCardFacts,
  CnapsFacts,
  EInvoiceFacts,
  ForeignPermanentResidentFacts,
  MobileFacts,
  ResidentFacts,
  UsccFacts,
  Verdict,
} from './identifier-facts';
import type { IdentifierKind } from './identifier-kind';
import { checkMobile } from './mobile';
import { checkResidentId } from './resident-id';
import { checkUscc } from './uscc';

export interface FactsOf {
  'resident-id': ResidentFacts;
  'hmt-residence-permit': ResidentFacts;
  'foreign-pr-card': ForeignPermanentResidentFacts;
  uscc: UsccFacts;
  'bank-card': BankCardFacts;
  mobile: MobileFacts;
  cnaps: CnapsFacts;
  'e-invoice-number': EInvoiceFacts;
}

type Checks = { readonly [Kind in IdentifierKind]: (value: string, today: string) => Verdict<FactsOf[Kind]> };

const checks: Checks = {
  'resident-id': checkResidentId,
  'hmt-residence-permit': checkHmtResidencePermit,
  'foreign-pr-card': checkForeignPrCard,
  uscc: checkUscc,
  'bank-card': checkBankCard,
  mobile: checkMobile,
  cnaps: checkCnaps,
  'e-invoice-number': checkEInvoiceNumber,
};

/**
 * Checks one identifier by algorithm alone: no register is asked, so `valid` means "well formed", never "exists".
 * @param today Shanghai day `YYYY-MM-DD`, used by the kinds that carry a date of birth.
 * @returns `valid` with the normalised value and the facts of its kind, or the first reason of refusal.
 */
export function checkIdentifier<Kind extends IdentifierKind>(
  kind: Kind,
  value: string,
  today: string,
): Verdict<FactsOf[Kind]> {
  return checks[kind](value, today);
}
