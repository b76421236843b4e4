import type { Day, Text2 } from '@linggong/core/domain';
import type { IdentityKind } from './real-name-states';

export type PartyIdentifierKind = IdentityKind | 'uscc' | 'bank-card' | 'mobile' | 'cnaps';

export interface ValidIdentifier {
  readonly valid: true;
  readonly normalised: string;
  /** Full years at the day of asking, where the number carries a date of birth. */
  readonly age?: number;
  /** ISO 3166-1 numeric, where the number carries it. */
  readonly country?: string;
  /** Well formed but for a check digit that some old cards lack: the issuer's answer decides. */
  readonly isDoubtful?: boolean;
}

export type IdentifierVerdict =
  ValidIdentifier | { readonly valid: false; readonly code: string; readonly text: Text2 };

/**
 * The identifier algorithms as this plugin needs them. They belong to real-name, which stands above parties and may not
 * be imported from here; it hands them in when the plugins are registered.
 */
export interface IdentifierRules {
  check(kind: PartyIdentifierKind, value: string, today: Day): IdentifierVerdict;
}

/** The kind of document a number looks like, for sheets that do not say: 81-83 are permits, 9 begins a foreigner's card. */
export function guessIdentityKind(identityNumber: string): IdentityKind {
  const text = identityNumber.normalize('NFKC').trim();
  if (/^8[123]0000/.test(text)) return 'hmt-residence-permit';
  return /^9\d{2}/.test(text) ? 'foreign-pr-card' : 'resident-id';
}
