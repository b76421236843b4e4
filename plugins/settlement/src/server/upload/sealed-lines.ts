import type { ReadKind, Reading } from '@linggong/audit';
import type { Vault } from '@linggong/vault';
import type { LineCells, ReadLine } from '../../domain';
import { lineIdOf } from '../line-id';

/** A line as it is staged: ciphertext, blind indexes for joins, masked texts for screens; null where a cell is empty. */
export interface SealedLine {
  readonly id: number;
  readonly batchId: number;
  readonly line: ReadLine;
  readonly cellsSealed: Buffer;
  readonly nameBlind: Buffer | null;
  readonly nameMasked: string | null;
  readonly identityBlind: Buffer | null;
  readonly identityMasked: string | null;
  readonly phoneMasked: string | null;
  readonly cardBlind: Buffer | null;
  readonly cardMasked: string | null;
}

/** The cells that are never stored in clear, in the order in which they are sealed. */
export type SensitiveCells = Pick<LineCells, 'name' | 'identityNumber' | 'phone' | 'cardNumber'>;

/** The vault has no kind for a set of cells; the most sensitive of them names it, and the subject binds it to the line. */
const KIND = 'identity-number';
const subjectOf = (lineId: number): string => `settlement-line:${lineId}`;

type BlindKind = 'name' | 'identity-number' | 'bank-card';
type MaskKind = BlindKind | 'phone';

/** Encrypts the sensitive cells of a line as one value: a hundred thousand lines cost one seal each instead of four. */
export function sealLine(vault: Vault, batchId: number, line: ReadLine): SealedLine {
  const id = lineIdOf(batchId, line.rowNo);
  const { name, identityNumber, phone, cardNumber } = line;
  // An amount that cannot be read may be anything, also an identity number in the wrong column: it is sealed with the rest.
  const sealed = [name, identityNumber, phone, cardNumber, ...(line.amountText === null ? [] : [line.amountText])];
  const blind = (kind: BlindKind, clear: string): Buffer | null => (clear === '' ? null : vault.blind(kind, clear));
  const mask = (kind: MaskKind, clear: string): string | null => (clear === '' ? null : vault.mask(kind, clear));
  return {
    id,
    batchId,
    line,
    cellsSealed: vault.seal(KIND, subjectOf(id), JSON.stringify(sealed)),
    nameBlind: blind('name', name),
    nameMasked: mask('name', name),
    identityBlind: blind('identity-number', identityNumber),
    identityMasked: mask('identity-number', identityNumber),
    phoneMasked: mask('phone', phone),
    cardBlind: blind('bank-card', cardNumber),
    cardMasked: mask('bank-card', cardNumber),
  };
}

/** What lies in the sealed cells of a line; the value as a whole is of the first kind. */
export const cellKinds: readonly ReadKind[] = [KIND, 'name', 'phone', 'bank-card'];

/** The sensitive cells of a staged line in clear, with its amount where that could not be read. */
export function openCells(
  vault: Vault,
  lineId: number,
  cellsSealed: Buffer,
  reading: Reading,
): SensitiveCells & { readonly amountText: string | null } {
  // Written by sealLine above.
  const [name, identityNumber, phone, cardNumber, amountText] = JSON.parse(
    vault.open(KIND, subjectOf(lineId), cellsSealed, reading),
  ) as [string, string, string, string, string?];
  return { name, identityNumber, phone, cardNumber, amountText: amountText ?? null };
}
