import type { OutcomeKind } from '../outcome-kind';

/** What one code of one action means: how it is treated, whether it is charged, and the vendor's meaning in Chinese. */
export interface VendorAnswer {
  readonly kind: OutcomeKind;
  readonly charged: boolean;
  readonly zh: string;
}

/**
 * The codes by which ONE action answers. They differ by action (domain.md 6.1: -5 is a wrong holder with three elements and a
 * wrong telephone with four), so no two actions share such a table, however alike they look.
 */
export type AnswerTable = Readonly<Record<string, VendorAnswer>>;

const charged =
  (kind: OutcomeKind) =>
  (zh: string): VendorAnswer => ({ kind, charged: true, zh });
const free =
  (kind: OutcomeKind) =>
  (zh: string): VendorAnswer => ({ kind, charged: false, zh });

/** Charged answers of the register. */
export const match = charged('match');
export const mismatch = charged('mismatch');
/** The card is one, but its issuer lets nobody check it this way: charged, and no other vendor would fare better. */
export const uncheckable = charged('final-error');
/** Free answers. */
export const noRecord = free('no-record');
export const malformed = free('final-error');
export const again = free('retryable-error');
export const ofProvider = free('provider-error');

/**
 * A code that no document names: nobody may be judged by it, so the next vendor is asked; it is counted as charged, since a
 * daily cap that believes too little is worth nothing.
 */
const undocumented: VendorAnswer = { kind: 'provider-error', charged: true, zh: '未见于文档的返回码' };

/** Reads a code by the table of its action. */
export function answerOf(table: AnswerTable, code: string): VendorAnswer {
  return Object.hasOwn(table, code) ? (table[code] ?? undocumented) : undocumented;
}
