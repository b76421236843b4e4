import { call } from '../provider/http';
import { isRecord } from '../provider/problem';
import { isRole, type Role } from '@linggong/config/roles';
import { readToken } from './token';

/** 'own' = of one's own enterprise, or of oneself as worker; 'queue' = what waits for one's decision, or was decided by one. */
export type Extent = 'all' | 'own' | 'queue';

export interface Account {
  /** Number of the account, as actors carry it. */
  id?: number;
  identifier: string;
  role: Role;
  enterpriseId?: number;
  workerId?: number;
  /** The password is a first one: nothing but its change is open. */
  mustChangePassword?: true;
}

/** Who is signed in and what he may do; the server decides every call again. */
export interface Me {
  account: Account;
  permissions: Readonly<Record<string, Readonly<Record<string, Extent>>>>;
}

function extents(value: unknown): Record<string, Extent> {
  const own: Record<string, Extent> = {};
  if (isRecord(value))
    for (const [action, extent] of Object.entries(value))
      if (extent === 'all' || extent === 'own' || extent === 'queue') own[action] = extent;
  return own;
}

/** Reads the answer of `GET /api/v1/me`; anything unreadable gives no rights. */
export function meOf(json: unknown): Me {
  const body = isRecord(json) ? json : {};
  const { id, identifier, role, enterpriseId, workerId, mustChangePassword } = body;
  if (typeof identifier !== 'string' || !isRole(role)) throw new Error('problem.unknownRole');
  const permissions: Record<string, Record<string, Extent>> = {};
  if (isRecord(body['permissions']))
    for (const [name, rights] of Object.entries(body['permissions'])) permissions[name] = extents(rights);
  return {
    account: {
      identifier,
      role,
      ...(typeof id === 'number' ? { id } : {}),
      ...(typeof enterpriseId === 'number' ? { enterpriseId } : {}),
      ...(typeof workerId === 'number' ? { workerId } : {}),
      ...(mustChangePassword === true ? { mustChangePassword } : {}),
    },
    permissions,
  };
}

let current: Promise<Me> | undefined;

/** The signed-in person; asked once per page load and after every sign-in. */
export function readMe(): Promise<Me> {
  // The sign-in page asks too, before there is anybody to ask about.
  if (readToken() === undefined) return Promise.reject(new Error('ra.auth.auth_check_error'));
  current ??= call('/api/v1/me').then(({ json }) => meOf(json));
  current.catch(() => {
    current = undefined;
  });
  return current;
}

export function forgetMe(): void {
  current = undefined;
}
