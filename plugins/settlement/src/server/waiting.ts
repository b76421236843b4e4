import type { Account, WaitingKind, WaitingNow, WaitingReason } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { blockerCatalogue, blockerCodes, blockerOf, type BlockerCode, type RemedyAction } from '../api';
import { batchList, orderList } from './console-lists';
import { codesFor, sightOf } from './read/sight';

/** Who clears a reason: the remedies that are the platform's work; all others are the enterprise's own (design 4.2). */
const platformRemedies: ReadonlySet<RemedyAction> = new Set<RemedyAction>([
  'register-worker',
  'verify-identity',
  'verify-card',
  'activate-worker',
  'review-risk',
  'set-fee-plan',
  'contact-operator',
]);

/** Contracts may be sent by both; whoever looks first does it. */
const bothRemedies: ReadonlySet<RemedyAction> = new Set<RemedyAction>(['send-contract', 'request-authorization']);

type Stuck = 'heldLines' | 'unsentContracts' | 'blockedLines' | 'ownLines';

/** By whom a reason is cleared, and so in which kind of things that wait its batch stands. */
export function stuckBy(code: BlockerCode): Stuck {
  const { severity, remedy } = blockerCatalogue[code];
  if (bothRemedies.has(remedy.action)) return 'unsentContracts';
  if (severity === 'hold') return 'heldLines';
  return platformRemedies.has(remedy.action) ? 'blockedLines' : 'ownLines';
}

const codesOf = (stuck: Stuck): string[] => blockerCodes.filter((code) => stuckBy(code) === stuck);

/** Lines of open batches that cannot be paid; of a thousand-line batch the first of a kind is enough. */
const stuckWhere =
  (stuck: Stuck) =>
  ({ role }: Account) => ({
    sql: `b.blocked_count + b.held_count > 0 AND EXISTS (SELECT FROM settlement.lines l
            WHERE l.batch_id = b.id AND l.state IN ('blocked', 'held') AND (${codesFor[sightOf(role)]}) && $1::text[])`,
    values: [codesOf(stuck)],
  });

const reasonsOf =
  (stuck: Stuck) =>
  async (db: Queryable, ids: readonly string[], { role }: Account): Promise<Map<string, WaitingReason[]>> => {
    const rows = await db.query<{ id: string; code: BlockerCode; count: number }>(
      `SELECT l.batch_id::text AS id, code, count(*)::int AS count
         FROM settlement.lines l CROSS JOIN LATERAL unnest(${codesFor[sightOf(role)]}) AS code
        WHERE l.batch_id = ANY ($1::int[]) AND l.state IN ('blocked', 'held') AND code = ANY ($2::text[])
        GROUP BY l.batch_id, code ORDER BY coalesce(sum(l.amount_fen), 0) DESC, count DESC, code`,
      [ids, codesOf(stuck)],
    );
    const reasons = new Map<string, WaitingReason[]>();
    for (const { id, code, count } of rows)
      reasons.set(id, [...(reasons.get(id) ?? []), { count, title: blockerOf(code).title }]);
    return reasons;
  };

const stuck = (key: Stuck, roles: WaitingKind['roles']): WaitingKind => ({
  key,
  roles,
  list: batchList,
  filter: { state: ['quoted', 'expired'] },
  where: stuckWhere(key),
  since: 'uploadedAt',
  reasons: reasonsOf(key),
});

const DAY_MS = 86_400_000;
/** Sent to the bank more than a day ago and still no answer; to the hour, so that the address of the list stays the same for a while. */
const dayAgo = ({ at }: WaitingNow): string =>
  `${new Date(at.getTime() - DAY_MS).toISOString().slice(0, 13)}:00:00.000Z`;

/** What waits at batches and payments (待办). */
export const waitingKinds: readonly WaitingKind[] = [
  stuck('blockedLines', ['operator']),
  stuck('heldLines', ['operator']),
  stuck('ownLines', ['enterprise']),
  stuck('unsentContracts', ['operator', 'enterprise']),
  {
    key: 'riskBatches',
    roles: ['risk-officer'],
    list: batchList,
    filter: { state: 'quoted', awaitsRisk: ['class-review', 'batch-review'] },
    since: 'uploadedAt',
    due: 'quoteExpiresAt',
    fen: 'netFen',
  },
  {
    key: 'quotedBatches',
    roles: ['enterprise'],
    list: batchList,
    // One that can pay nobody is not confirmed: it waits for what its lines lack.
    filter: { state: 'quoted' },
    where: () => ({ sql: 'b.ready_count > 0', values: [] }),
    filterLeads: true,
    since: 'uploadedAt',
    due: 'quoteExpiresAt',
    fen: 'netFen',
  },
  {
    key: 'expiredBatches',
    roles: ['operator', 'enterprise'],
    list: batchList,
    filter: { state: 'expired' },
    since: 'uploadedAt',
  },
  {
    key: 'toRelease',
    roles: ['finance-approver'],
    list: batchList,
    filter: { state: 'confirmed' },
    since: 'confirmedAt',
    fen: 'netFen',
  },
  {
    key: 'returnedOrders',
    roles: ['finance-officer', 'finance-approver', 'tax-officer'],
    list: orderList,
    filter: { state: 'returned' },
    implied: 'o.returned_at IS NOT NULL',
    since: 'returnedAt',
    fen: 'netFen',
  },
  {
    key: 'slowPayments',
    roles: ['finance-officer', 'finance-approver'],
    list: orderList,
    filter: (now) => ({ state: 'paying', sentAt_lte: dayAgo(now) }),
    // A batch is completed once none of its orders is owed an answer.
    implied: `o.batch_id = ANY (ARRAY (SELECT s.id FROM public.settlement_batches s WHERE s.state IN ('released', 'paying')))`,
    since: 'sentAt',
    fen: 'netFen',
  },
];
