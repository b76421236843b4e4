import { roles, ruleFor, type Role } from '@linggong/config/access';
import type { BootedStrapi, TokenOwner } from '@linggong/database/testing';
import type { Operation } from './api-operations';
import type { CallerKind } from './requests';

/** Somebody of every role, signed in; who is blocked or signed out by a request is signed in again. */
export interface People {
  /** Undefined where nobody calls. */
  tokenFor(operation: Operation, caller: CallerKind, pick: number): string | undefined;
  tokenOf(role: Role): string;
  /** Everybody anew: requests end sessions and block accounts, as they should. */
  renew(): Promise<void>;
}

/** @param side whose enterprise and worker call */
export async function peopleOf(
  booted: BootedStrapi,
  { enterpriseId, workerId }: { enterpriseId: number; workerId: number },
): Promise<People> {
  const owners: Partial<Record<Role, TokenOwner>> = { enterprise: { enterpriseId }, worker: { workerId } };
  const tokens = new Map<Role, string>();
  const renew = async (): Promise<void> => {
    await booted.database.db.query(`UPDATE public.up_users SET blocked = false WHERE username LIKE 'token-%'`);
    // A password that somebody reset opens nothing but its own change.
    await booted.database.db.query('UPDATE access.credentials SET must_change = false WHERE must_change');
    for (const role of roles) tokens.set(role, await booted.token(role, owners[role]));
  };
  await renew();
  const tokenOf = (role: Role): string => tokens.get(role) ?? '';
  return {
    renew,
    tokenOf,
    tokenFor: ({ permission }, caller, pick) => {
      if (caller === 'nobody') return undefined;
      if (caller === 'forged') return `${tokenOf('operator').slice(0, -3)}abc`;
      const [resource = '', action = ''] = (permission ?? '').split(':');
      const may = roles.filter((role) => ruleFor(resource, action)?.roles[role] !== undefined);
      const others = roles.filter((role) => !may.includes(role));
      const chosen = caller === 'allowed' && may.length > 0 ? may : others.length > 0 ? others : roles;
      return tokenOf(chosen[pick % chosen.length] ?? 'operator');
    },
  };
}
