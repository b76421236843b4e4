import { isRecord } from '../provider';

/** A row of `/api/console/delegations`. */
export interface DelegationRow {
  id: number;
  fromAccount: number;
  fromName: string;
  toAccount: number;
  toName: string;
  resource: string | null;
  state: 'live' | 'ended';
  reason: string;
  fromAt: string;
  untilAt: string;
  endedAt: string | null;
  endedBecause: string | null;
  /** Not a fact of the row: the place of its button. */
  end?: never;
}

/** Whom the reader may let decide for him, and about what. */
export interface DelegationOffers {
  people: readonly { id: number; identifier: string; name: string }[];
  resources: readonly string[];
}

export function offersOf(json: unknown): DelegationOffers {
  const { people, resources } = isRecord(json) ? json : {};
  // The server checks every answer of this address against the schema that this type mirrors.
  return {
    people: Array.isArray(people) ? (people as DelegationOffers['people']) : [],
    resources: Array.isArray(resources) ? (resources as string[]) : [],
  };
}

/** Everything that one decides is a choice of its own, and is sent as nothing. */
export const everything = 'everything';

export function requestOf(values: Readonly<Record<string, string>>): Record<string, unknown> {
  const { toAccountId = '', resource = '', days = '', reason = '' } = values;
  return {
    toAccountId: Number(toAccountId),
    ...(resource === everything ? {} : { resource }),
    days: /^\d+$/.test(days.trim()) ? Number(days.trim()) : days,
    reason,
  };
}

/** Only who gave a delegation ends it. */
export function mayEnd(
  { state, fromAccount }: Pick<DelegationRow, 'state' | 'fromAccount'>,
  me: number | undefined,
): boolean {
  return state === 'live' && fromAccount === me;
}
