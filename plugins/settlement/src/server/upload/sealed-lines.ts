import type { Vault } from '@linggong/vault';
import type { ReadLine } from '../../domain';
import { lineIdOf } from '../line-id';

/** A cell at rest: ciphertext, blind index for joins, masked text. All null where the cell is empty. */
export interface SealedCell {
  readonly sealed: Buffer | null;
  readonly blind: Buffer | null;
  readonly masked: string | null;
}

/** A line as it is staged. */
export interface SealedLine {
  readonly id: number;
  readonly batchId: number;
  readonly subject: string;
  readonly line: ReadLine;
  readonly name: SealedCell;
  readonly identity: SealedCell;
  readonly phone: SealedCell;
  readonly card: SealedCell;
}

type CellKind = 'name' | 'identity-number' | 'phone' | 'bank-card';
const empty: SealedCell = { sealed: null, blind: null, masked: null };

/**
 * Encrypts the sensitive cells of a line. The subject is the blind index of the identity number, as on the worker's own
 * rows; a line without one is bound to its own id.
 */
export function sealLine(vault: Vault, batchId: number, line: ReadLine): SealedLine {
  const id = lineIdOf(batchId, line.rowNo);
  const identityBlind = line.identityNumber === '' ? null : vault.blind('identity-number', line.identityNumber);
  const subject = identityBlind?.toString('hex') ?? `line:${id}`;
  const seal = (kind: CellKind, clear: string, blind: () => Buffer | null): SealedCell => {
    if (clear === '') return empty;
    return { sealed: vault.seal(kind, subject, clear), blind: blind(), masked: vault.mask(kind, clear) };
  };
  return {
    id,
    batchId,
    subject,
    line,
    name: seal('name', line.name, () => vault.blind('name', line.name)),
    identity: seal('identity-number', line.identityNumber, () => identityBlind),
    phone: seal('phone', line.phone, () => null),
    card: seal('bank-card', line.cardNumber, () => vault.blind('bank-card', line.cardNumber)),
  };
}
