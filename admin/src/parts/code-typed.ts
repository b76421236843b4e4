import { checkIdentifier, isDoubtful, reasonTexts, type IdentifierKind } from '@linggong/core/domain';
import type { Text2 } from './text2';

/**
 * What is wrong with a typed identifier, told by the algorithms of the house; undefined for nothing typed and for what fits. A card whose
 * check digit does not fit is doubtful only: some old ones are so, and the issuer decides.
 * @param today Shanghai day
 */
export function codeFault(kind: IdentifierKind, text: string, today: string): Text2 | undefined {
  if (text.trim() === '') return undefined;
  const verdict = checkIdentifier(kind, text, today);
  return verdict.valid || isDoubtfulCode(kind, text, today) ? undefined : reasonTexts[verdict.reason];
}

/** Does it look mistyped, without being impossible? */
export function isDoubtfulCode(kind: IdentifierKind, text: string, today: string): boolean {
  return kind === 'bank-card' && text.trim() !== '' && isDoubtful(checkIdentifier('bank-card', text, today));
}

/** As it is written: half-width, upper case, without what a copy brought along; a card in groups of four. */
export function codeWritten(kind: IdentifierKind, text: string, today: string): string {
  const verdict = checkIdentifier(kind, text, today);
  const digits = /^\d+$/.test(verdict.normalised);
  if (!verdict.valid && !digits) return text;
  return kind === 'bank-card' ? verdict.normalised.replace(/(\d{4})(?=\d)/g, '$1 ') : verdict.normalised;
}
