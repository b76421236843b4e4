import { roles, ruleFor, type Role } from '@linggong/config/access';
import { jobsOf } from '@linggong/jobs';
import type { BootedStrapi } from '@linggong/database/testing';
import { openSide, staffOf, type OpenedSide } from '../../../plugins/settlement/src/own-rows/side.fixture';
import type { Operation } from './api-operations';
import type { Received, SentRequest } from './call';
import type { People } from './people';

/**
 * Two enterprises with a worker each, from their registration to paid orders, and what trust writes about them: a request finds
 * rows of nearly every resource to break. @returns the side whose people call
 */
export async function fill(app: BootedStrapi): Promise<OpenedSide> {
  const ours = <R>(work: () => Promise<R>): Promise<R> => work();
  const staff = await staffOf(app);
  const side = await openSide({ app, ours }, staff, 1);
  await openSide({ app, ours }, staff, 2);
  await writeTrust(app, side);
  return side;
}

/** Jobs that leave rows behind which nobody asks for: backups are none of them, they take their time. */
const jobs = ['audit.seal', 'vault.retain', 'continuity.audit-controls', 'continuity.audit-requests'];

async function writeTrust(app: BootedStrapi, side: OpenedSide): Promise<void> {
  const tokens = new Map<string, string>();
  const send = async (role: string, path: string, body?: object): Promise<Record<string, never>> => {
    const token = tokens.get(role) ?? (await app.token(role));
    tokens.set(role, token);
    const request = body === undefined ? app.http.get(`/api/v1${path}`) : app.http.post(`/api/v1${path}`).send(body);
    const answer = await request.auth(token, { type: 'bearer' });
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body as Record<string, never>;
  };
  const reason = '核对来电';
  const { approval } = await send('customer-service', '/elevations', {
    resource: 'tax-record',
    actions: ['list', 'read'],
    hours: 4,
    reason,
  });
  const { id } = approval as unknown as { id: string };
  const { seenSha256 } = await send('institution-manager', `/approvals/${id}`);
  await send('institution-manager', `/approvals/${id}/approve`, { seenSha256 });
  const waiting = { resource: 'order', actions: ['list'], enterpriseId: side.enterpriseId, hours: 2, reason };
  await send('merchant-reviewer', '/elevations', waiting);
  const { people } = await send('finance-approver', '/delegations/offers');
  const [receiver] = people as unknown as { id: number }[];
  if (receiver) await send('finance-approver', '/delegations', { toAccountId: receiver.id, days: 3, reason });
  await send('risk-officer', '/legal-holds', { subject: { kind: 'worker', id: side.workerId }, reason });
  const phone = { subject: { kind: 'worker', id: side.workerId }, field: 'phone', reason };
  await send('operator', '/sensitive-fields/unmask', phone);
  await send('operator', '/real-name-bulk-checks', { filter: {}, reason });
  for (const name of jobs) await jobsOf(app.strapi).tick(name);
  await jobsOf(app.strapi).drain(new Date(Date.now() + 20_000));
}

/** Numbers of the rows of each console list, by its name: what an address of the API calls its first part. */
export async function idsOfRows(
  operations: readonly Operation[],
  people: People,
  call: (sent: SentRequest) => Promise<Received>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, readonly string[]>();
  for (const operation of operations) {
    const [, name] = /^\/api\/console\/([\w-]+)$/.exec(operation.path) ?? [];
    if (name === undefined) continue;
    const headers = { Authorization: `Bearer ${people.tokenOf(readerOf(operation))}` };
    const { status, text } = await call({ method: 'GET', target: operation.path, headers, body: undefined });
    const rows = status === 200 ? (JSON.parse(text) as { id: number | string }[]) : []; // every list answers rows
    ids.set(
      name,
      rows.map(({ id }) => String(id)),
    );
  }
  return ids;
}

/** Somebody who sees every row of a list, or else his own. */
function readerOf({ permission }: Operation): Role {
  const [resource = '', action = ''] = (permission ?? '').split(':');
  const reaches = ruleFor(resource, action)?.roles ?? {};
  const readers = roles.filter((role) => reaches[role] !== undefined);
  return readers.find((role) => reaches[role] === 'all') ?? readers[0] ?? 'operator';
}
