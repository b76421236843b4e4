import { isRecord } from '../provider';

/** A row of `/api/console/elevations`. */
export interface ElevationRow {
  id: string;
  accountId: number;
  accountName: string;
  resource: string;
  actions: string[];
  enterpriseId: number | null;
  workerId: number | null;
  state: 'live' | 'ended' | 'reviewed';
  looks: number;
  reason: string;
  approvalId: string;
  grantedName: string;
  fromAt: string;
  untilAt: string;
  endedAt: string | null;
  endedBecause: string | null;
  reviewedName: string | null;
  reviewedAt: string | null;
  review: string | null;
}

/** A row of `/api/console/elevation-looks`. */
export interface LookRow {
  id: number;
  elevationId: string;
  at: string;
  route: string;
  subjectId: string | null;
  rows: number;
  status: number;
  idsSha256: string | null;
  /** The field that was asked for in clear. */
  clearField: string | null;
}

export type ElevationReach = 'all' | 'enterprise' | 'worker';

/** What the reader's role may be let look at. */
export interface Offer {
  resource: string;
  actions: string[];
  reaches: ElevationReach[];
}

export function offersOf(json: unknown): Offer[] {
  const items: unknown = isRecord(json) ? json['items'] : undefined;
  // The server checks every answer of this address against the schema that `Offer` mirrors.
  return Array.isArray(items) ? (items as Offer[]) : [];
}

/** Whose rows may be asked for: the narrowest first. */
const narrowest: readonly ElevationReach[] = ['worker', 'enterprise', 'all'];

export function reachesOf(offers: readonly Offer[], resource: string | undefined): ElevationReach[] {
  const offered = offers.find((offer) => offer.resource === resource)?.reaches ?? [];
  return narrowest.filter((reach) => offered.includes(reach));
}

/** Whose rows is asked once it is said what is looked at, and which one once it is said that it is one. */
export function isAsked(
  name: string,
  { resource, reach = '' }: Readonly<Record<string, string>>,
  offers: readonly Offer[],
): boolean {
  const offered = reachesOf(offers, resource);
  if (name === 'reach') return offered.length > 0;
  if (name === 'clear') return mayChooseClear(offers.find((offer) => offer.resource === resource));
  const chosen = offered.find((one) => one === reach);
  if (name === 'enterpriseId') return chosen === 'enterprise';
  return name !== 'workerId' || chosen === 'worker';
}

export function reachOf({ enterpriseId, workerId }: Pick<ElevationRow, 'enterpriseId' | 'workerId'>): ElevationReach {
  if (enterpriseId !== null) return 'enterprise';
  return workerId === null ? 'all' : 'worker';
}

/** What the address of a look shows: a list of the console or of the API, or one row of it. */
export function placeOfLook(route: string): { list: string; kind: 'list' | 'detail' } | undefined {
  const [, list, rest] = /^GET \/api\/(?:console|v1)\/([\w-]+)(\/.*)?$/.exec(route) ?? [];
  if (list === undefined) return undefined;
  return { list, kind: rest === undefined ? 'list' : 'detail' };
}

export type ElevationAct = 'end' | 'review';

/** What may be done about an elevation: it is ended while it is live, and looked over once it has ended. */
export function actsOn(state: ElevationRow['state'], may: (action: string) => boolean): ElevationAct[] {
  if (state === 'live') return may('end') ? ['end'] : [];
  return state === 'ended' && may('review') ? ['review'] : [];
}

/** The action by which fields are seen in clear without a second person for each. */
const clearLook = 'unmask';

/** His role shows him the rows already; what may be asked for are clear values alone. */
export function isClearAlone({ actions }: Pick<Offer, 'actions'>): boolean {
  return actions.every((action) => action === clearLook);
}

/** Clear values are offered beside the masked rows: he says whether he needs them. */
export function mayChooseClear(offer: Pick<Offer, 'actions'> | undefined): boolean {
  return offer !== undefined && offer.actions.includes(clearLook) && !isClearAlone(offer);
}

function actionsOf(offer: Offer | undefined, clear: string): string[] {
  if (offer === undefined) return [];
  return clear === 'yes' || isClearAlone(offer)
    ? offer.actions
    : offer.actions.filter((action) => action !== clearLook);
}

/** The body of a request, from what was typed; only the number that the reach asks for is sent, and clear values only where they are wanted. */
export function requestOf(values: Readonly<Record<string, string>>, offers: readonly Offer[]): Record<string, unknown> {
  const { resource = '', reach = '', hours = '', reason = '', clear = 'no' } = values;
  const number = (text = ''): unknown => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : text);
  return {
    resource,
    actions: actionsOf(
      offers.find((offer) => offer.resource === resource),
      clear,
    ),
    hours: number(hours),
    reason,
    ...(reach === 'enterprise' ? { enterpriseId: number(values['enterpriseId']) } : {}),
    ...(reach === 'worker' ? { workerId: number(values['workerId']) } : {}),
  };
}
