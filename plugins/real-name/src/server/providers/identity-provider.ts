import type { OutcomeKind, QuestionKind } from '../../domain';

/**
 * The port to registers of persons, cards and companies (实名核验渠道). Each vendor has an adapter; codes differ by vendor
 * and by action (domain.md 6.1: «map per action, never share a table»), so mapping them is the adapter's whole task. An
 * adapter has a method for each kind of question that its vendor answers; what it throws is dropped unread.
 */
export interface IdentityProvider {
  /** Stored with every check; never changes for a vendor. */
  readonly name: string;
  /** Calls at the same time that the vendor's contract allows. */
  readonly concurrency: number;
  /** Calls a second that the vendor allows for each kind of question, over all processes; absent: as many as come. */
  readonly perSecond?: number;
  /** Further tries at once where an answer may be had in a moment; two where it is absent. */
  readonly retries?: number;
  /** What an answer of the register costs at most, in fen: so much is reserved before asking. */
  readonly pricesFen: Readonly<Record<QuestionKind, bigint>>;
  /** Two factors: name and number are one person. */
  verifyIdentity?(request: IdentityRequest, call: ProviderCall): Promise<VerificationOutcome>;
  /** Three factors (name, number, card), or four where `phone` is given. */
  verifyBankCard?(request: BankCardRequest, call: ProviderCall): Promise<VerificationOutcome>;
  /** Name and credit code are one company, and the legal representative is his, where given. */
  verifyCompany?(request: CompanyRequest, call: ProviderCall): Promise<VerificationOutcome>;
}

export interface IdentityRequest {
  readonly identityKind: string;
  readonly identityNumber: string;
  readonly name: string;
}

export interface BankCardRequest extends IdentityRequest {
  readonly cardNumber: string;
  readonly phone?: string;
}

export interface CompanyRequest {
  readonly name: string;
  readonly uscc: string;
  readonly legalRepresentative?: string;
}

/** One question, whoever is asked. */
export type ProviderRequest =
  | ({ readonly kind: 'person' } & IdentityRequest)
  | ({ readonly kind: 'card' } & BankCardRequest)
  | ({ readonly kind: 'company' } & CompanyRequest);

export interface ProviderCall {
  /** Ours, the same for every try of one check: a vendor that takes a request id must get this one. */
  readonly reference: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the call took too long: the adapter must let go at once. */
  readonly signal: AbortSignal;
}

export type { OutcomeKind };

/** A vendor's answer in our words. Carries no personal data. */
export interface VerificationOutcome {
  readonly kind: OutcomeKind;
  /** The vendor's own code for this answer, as text; kept as evidence. */
  readonly providerCode: string;
  /** The vendor's id of the call, to quote when asking him. */
  readonly requestId: string;
  /** What the vendor charges for this answer, in fen. */
  readonly costFen: bigint;
}

export function answersKind(provider: IdentityProvider, kind: QuestionKind): boolean {
  const methods = { person: provider.verifyIdentity, card: provider.verifyBankCard, company: provider.verifyCompany };
  return methods[kind] !== undefined;
}

/** Puts a question to a provider by the method of its kind. */
export async function askProvider(
  provider: IdentityProvider,
  request: ProviderRequest,
  call: ProviderCall,
): Promise<VerificationOutcome> {
  let outcome: Promise<VerificationOutcome> | undefined;
  if (request.kind === 'person') outcome = provider.verifyIdentity?.(request, call);
  else if (request.kind === 'card') outcome = provider.verifyBankCard?.(request, call);
  else outcome = provider.verifyCompany?.(request, call);
  if (outcome === undefined) throw new Error(`${provider.name} answers no question about a ${request.kind}`);
  return outcome;
}
