import { call } from '../provider/http';
import type { Text2 } from '../parts/text2';
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
  /** The password is too old; where it has to be changed and is not, it is a first one. */
  passwordExpired?: true;
}

/** What is left to do before the role counts; the first one is shown instead of any page. */
export type SetUpStep = 'password-change' | 'second-factor';

/** What an account is asked to do by a day, and the page on which it does so. */
interface DutySubject {
  page: string;
  id: number;
  name: Text2;
  dueOn: string;
}

/** What somebody else did about the account, or what it is asked to do, and its holder has not seen yet. */
export interface Notice {
  id: string;
  kind: string;
  byName: string;
  at: string;
  about?: DutySubject;
}

/** One's own second factor (双因素). */
export interface SecondFactor {
  /** A code is asked for at sign-in. */
  isOn: boolean;
  /** The role does not work without. */
  isDemanded: boolean;
  since?: string;
  recoveryCodesLeft: number;
}

/** Who is signed in and what he may do; the server decides every call again. */
export interface Me {
  account: Account;
  permissions: Readonly<Record<string, Readonly<Record<string, Extent>>>>;
  /** By name of the matrix: fields that the role does not see; they are in no answer. */
  hiddenFields: Readonly<Record<string, readonly string[]>>;
  notices: readonly Notice[];
  setUp: readonly SetUpStep[];
  secondFactor: SecondFactor;
  /** When this session ends by itself, by the clock of this computer; undefined where the server does not say. */
  sessionEndsAtMs?: number;
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
  const { id, identifier, role, enterpriseId, workerId, passwordExpired } = body;
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
      ...(passwordExpired === true ? { passwordExpired } : {}),
    },
    permissions,
    hiddenFields: fieldsOf(body['hiddenFields']),
    notices: noticesOf(body['notices']),
    setUp: setUpOf(body['setUp']),
    secondFactor: factorOf(body['secondFactor']),
    ...(typeof body['sessionSecondsLeft'] === 'number'
      ? { sessionEndsAtMs: Date.now() + body['sessionSecondsLeft'] * 1_000 }
      : {}),
  };
}

function fieldsOf(value: unknown): Record<string, string[]> {
  const pairs = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    pairs.map(([resource, names]) => [
      resource,
      Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [],
    ]),
  );
}

function noticesOf(value: unknown): Notice[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) => {
    const { id, kind, byName, at, about } = isRecord(item) ? item : {};
    const isWhole =
      typeof id === 'string' && typeof kind === 'string' && typeof byName === 'string' && typeof at === 'string';
    const duty = subjectOf(about);
    return isWhole ? [{ id, kind, byName, at, ...(duty === undefined ? {} : { about: duty }) }] : [];
  });
}

function subjectOf(value: unknown): DutySubject | undefined {
  const { page, id, name, dueOn } = isRecord(value) ? value : {};
  const { zh, en } = isRecord(name) ? name : {};
  const isWhole =
    typeof page === 'string' &&
    typeof id === 'number' &&
    typeof zh === 'string' &&
    typeof en === 'string' &&
    typeof dueOn === 'string';
  return isWhole ? { page, id, name: { zh, en }, dueOn } : undefined;
}

function setUpOf(value: unknown): SetUpStep[] {
  const steps: readonly unknown[] = Array.isArray(value) ? value : [];
  return (['password-change', 'second-factor'] as const).filter((step) => steps.includes(step));
}

function factorOf(value: unknown): SecondFactor {
  const { isOn, isDemanded, since, recoveryCodesLeft } = isRecord(value) ? value : {};
  return {
    isOn: isOn === true,
    isDemanded: isDemanded === true,
    ...(typeof since === 'string' ? { since } : {}),
    recoveryCodesLeft: typeof recoveryCodesLeft === 'number' ? recoveryCodesLeft : 0,
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
