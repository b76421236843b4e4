import { boardReads } from './board-reads';
import { answered, notThere, type FakeAnswer, type FakeCall } from './call';
import { formOf } from './form';
import { meOfRole } from './people';
import { hoursAgo } from './rows/at';
import type { World } from './world';

type Read = (world: World, id: string) => object;

/** What pages ask beside lists and details, by its address; `:id` is the row. */
const reads: Readonly<Record<string, Read>> = {
  ...boardReads,
  '/v1/me/waiting': () => ({ at: hoursAgo(0), kinds: [], items: [] }),
  '/v1/me/news': () => ({ newCount: 0, items: [] }),
  '/v1/notices': () => ({ items: [] }),
  '/v1/guides': () => ({ items: [] }),
  '/v1/forms/:id': (_world, key) => formOf(key),
  '/v1/enterprises/:id/contact-consents': (_world, id) => ({ enterpriseId: Number(id), items: [] }),
  '/v1/enterprises/:id/site-visits': () => ({ asked: [], isVisited: false, visits: [] }),
  '/v1/workers/:id/consents': () => ({ items: [] }),
  '/v1/workers/:id/tax-years/2026': (_world, id) => ({
    workerId: Number(id),
    year: 2026,
    accounts: [],
    twelveMonths: null,
  }),
  '/v1/settlement-batches/:id/blockers': () => ({ batch: [], groups: [] }),
  '/v1/settlement-batches/:id/lines': () => ({ items: [], nextCursor: null }),
  '/v1/settlement-batches/:id/timeline': () => ({ items: [] }),
};

/** Every address that is answered so. */
export const readAddresses = Object.keys(reads);

/** Answers what is asked by GET beside lists and details. */
export function read(call: FakeCall, world: World): FakeAnswer {
  if (call.path === '/v1/me' && call.role !== undefined) return answered(meOfRole(call.role));
  const found = Object.entries(reads).find(([address]) => idIn(address, call.path) !== undefined);
  if (found === undefined) return notThere(call);
  const [address, answer] = found;
  return answered(answer(world, idIn(address, call.path) ?? ''));
}

/** The row that a path names by an address; empty where the address names none, undefined where the path is another. */
function idIn(address: string, path: string): string | undefined {
  const parts = path.split('/');
  const wanted = address.split('/');
  if (parts.length !== wanted.length) return undefined;
  if (!wanted.every((part, index) => part === ':id' || part === parts[index])) return undefined;
  return parts[wanted.indexOf(':id')] ?? '';
}
