import type { FeeBillDetail } from '@linggong/billing/api';
import type { TimelineItem } from '../parts/timeline';

type Request = FeeBillDetail['requests'][number];
type Told = Pick<FeeBillDetail, 'issuedAt' | 'settledAt' | 'requests'>;

/** The request about the money of a bill that waits for its decision; there is at most one. */
export function waitingOf({ requests }: Pick<FeeBillDetail, 'requests'>): Request | undefined {
  return requests.find(({ state }) => state === 'pending');
}

/** The request by which a bill was settled. */
export function settlingOf({ requests }: Pick<FeeBillDetail, 'requests'>): Request | undefined {
  return requests.find(({ state }) => state === 'executed');
}

/** Who billed, asked, decided and why, newest first; of a bill of nothing, or for who sees no requests, the days alone. */
export function billStory(bill: Told, step: (name: string) => string): TimelineItem[] {
  const issued = { at: bill.issuedAt, text: step('issued') };
  const asked = [...bill.requests].reverse().flatMap((request) => storyOf(request, step));
  const settled =
    bill.settledAt === null || settlingOf(bill) !== undefined ? [] : [{ at: bill.settledAt, text: step('settled') }];
  return [issued, ...asked, ...settled].reverse();
}

function storyOf(request: Request, step: (name: string) => string): TimelineItem[] {
  const { state, askedAt, askedBy, reason, decidedAt, decidedBy, decisionReason, endedAt } = request;
  const asked = { at: askedAt, actor: askedBy, reason, text: step('asked') };
  if (decidedAt !== null) {
    const text = step(state === 'rejected' ? 'rejected' : 'approved');
    return [asked, { at: decidedAt, actor: decidedBy ?? undefined, reason: decisionReason, text }];
  }
  const hasEnded = endedAt !== null && (state === 'withdrawn' || state === 'expired');
  return hasEnded ? [asked, { at: endedAt, text: step(state) }] : [asked];
}
