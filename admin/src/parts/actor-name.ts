import { isRole, roleNames } from '@linggong/config/roles';
import type { Text2 } from './text2';

/** Whose accounts may have acted on the record at hand, as far as its reader may see their names. */
export interface ActorNames {
  enterprise?: string | null | undefined;
  worker?: string | null | undefined;
}

export interface ActorWords {
  text: (words: Text2) => string;
  system: string;
  /** “账号 3”, where no better name is known. */
  account: (number: string) => string;
  /** The reader himself. */
  own?: { id?: number; role: string; identifier: string } | undefined;
}

const isParty = (role: string | undefined): boolean => role === 'enterprise' || role === 'worker';

/**
 * A business name such as `finance-officer#3` in words. An enterprise or a worker acts on its own records only, so the name
 * that the record shows is theirs; staff are told by role, and by account, for who checks must see that two people did it. To an
 * enterprise or a worker the number of a staff account says nothing: the role is all.
 */
export function actorName(actor: string, words: ActorWords, names: ActorNames = {}): string {
  const [role = '', number] = actor.split('#');
  if (!isRole(role)) return words.system;
  const word = words.text(roleNames[role]);
  if (number === undefined) return word;
  const { own } = words;
  if (own?.role === role && own.id?.toString() === number) return `${word} ${own.identifier}`;
  const name = role === 'enterprise' ? names.enterprise : role === 'worker' ? names.worker : undefined;
  if (name !== undefined && name !== null && name !== '') return name;
  return isParty(own?.role) && !isParty(role) ? word : `${word}${words.account(number)}`;
}
