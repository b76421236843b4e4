import { normalise, type BlindKind } from '../../domain';
import type { Keyring } from '../keys/keyring';

/**
 * Blind index (盲索引): keyed hash of the normalised value, 32 bytes. Equal values give equal hashes, so that a person or card is
 * found without opening anything; without the key the hash cannot be tried out against all identity numbers there are.
 */
export function blindOf(keyring: Keyring, kind: BlindKind, clear: string): Buffer {
  return keyring.indexSuite.mac(keyring.indexKeyFor(kind), normalise(kind, clear));
}
