import type { BatchRow, BlockerGroup, BlockerGroups, RemedyAction } from '@linggong/settlement/api';
import { call } from '../provider/http';

/** Who clears a reason: the remedies that are the platform's work; all others are the enterprise's own (design 4.2). */
export const platformRemedies: ReadonlySet<RemedyAction> = new Set<RemedyAction>([
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

/** What of a batch waits for whom: reasons that the platform clears, contracts to be sent, lines that risk holds. */
export type StuckKind = 'blockedLines' | 'unsentContracts' | 'heldLines' | 'ownLines';

const isOf: Readonly<Record<StuckKind, (group: BlockerGroup) => boolean>> = {
  heldLines: ({ severity }) => severity === 'hold',
  unsentContracts: ({ remedy }) => bothRemedies.has(remedy.action),
  blockedLines: ({ severity, remedy }) => severity !== 'hold' && platformRemedies.has(remedy.action),
  ownLines: ({ severity, remedy }) =>
    severity !== 'hold' && !platformRemedies.has(remedy.action) && !bothRemedies.has(remedy.action),
};

/** The reasons of one batch that are of this kind, the largest sum first, as the server gives them. */
export function stuckReasons(kind: StuckKind, groups: readonly BlockerGroup[]): BlockerGroup[] {
  return groups.filter(isOf[kind]);
}

/** Is there anything in the batch that cannot be paid yet? */
export function hasStuckLines({ blockedCount, heldCount }: Pick<BatchRow, 'blockedCount' | 'heldCount'>): boolean {
  return blockedCount + heldCount > 0;
}

/** The reasons why lines of a batch cannot be paid; one answer serves every kind and every tile of the page. */
export async function blockersOf(id: number, signal: AbortSignal): Promise<BlockerGroup[]> {
  const { json } = await call(`/api/v1/settlement-batches/${id.toString()}/blockers`, { signal });
  // The route answers with the schema `blockerGroups`.
  return (json as BlockerGroups).groups;
}
