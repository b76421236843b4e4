import type { Command } from '@linggong/core';
import type { SignatureProvider } from '../providers/signature-provider';
import type { ESignTools } from '../tools';
import { checkRequest } from './check-request';
import { signersOf } from './open-requests';
import { createPace, withHands } from './pace';
import { openJob } from './place-requests';
import { endRequest, markChecked, requestsWhere, type RequestRow } from './request-rows';

/** Requests that one sweep asks about; the next goes on there. */
const sweepMax = 500;
const hands = 4;
const HOUR_MS = 3_600_000;
/** A flow is asked about again after that long without news: call-backs are quicker, but may be lost. */
const POLL_MS = 4 * HOUR_MS;
/** What was being opened is taken for not opened after that long without being found. */
const LOST_MS = HOUR_MS;
const callMs = 60_000;

/**
 * Picks up what nobody told us: openings that wait, flows without news, flows whose time is over. Bounded; runs every few minutes.
 * Gives how many flows were asked about.
 */
export async function sweepRequests(tools: ESignTools, command: Command): Promise<number> {
  await enqueueOpenings(tools, command);
  const due = await requestsWhere(
    tools.db,
    `r.state = 'open' AND r.closing_since IS NULL
       AND (coalesce(r.checked_at, r.opened_at) < $1 OR (r.expires_at <= $2 AND coalesce(r.checked_at, r.opened_at) < r.expires_at))`,
    [new Date(command.at.getTime() - POLL_MS), command.at],
    sweepMax,
  );
  const pace = createPace(tools.signing.settings.flowsPerSecond);
  await withHands(due, hands, async ({ id }) => {
    await pace();
    await checkRequest(tools, command, id);
  });
  await closeAtProviders(tools, command);
  return due.length;
}

async function enqueueOpenings({ db, jobs }: ESignTools, command: Command): Promise<void> {
  await db.transaction(async (tx) => {
    const waiting = await tx.query<{ provider: string }>(
      `SELECT DISTINCT provider FROM e_sign.signature_requests
       WHERE state IN ('waiting', 'opening') AND next_try_at <= $1 AND closing_since IS NULL`,
      [command.at],
    );
    const asked = waiting.map(({ provider }) => ({
      queue: 'contracts' as const,
      name: openJob,
      payload: { provider },
      key: provider,
    }));
    if (asked.length > 0) await jobs.enqueueAll(tx, asked, command);
  });
}

/** Closes at the services what ended here. What was signed there in the meantime is kept as what it is. */
export async function closeAtProviders(tools: ESignTools, command: Command): Promise<number> {
  const requests = await requestsWhere(
    tools.db,
    `r.closing_since IS NOT NULL AND r.state IN ('opening', 'open') AND r.closing_since <= $1 AND r.id > $2`,
    [command.at, 0],
    sweepMax,
  );
  const pace = createPace(tools.signing.settings.flowsPerSecond);
  await withHands(requests, hands, async (request) => {
    const provider = tools.signing.providers.get(request.provider);
    if (provider === undefined) return;
    await pace();
    await closeOne(tools, command, provider, request);
  });
  return requests.length;
}

async function closeOne(
  tools: ESignTools,
  command: Command,
  provider: SignatureProvider,
  request: RequestRow,
): Promise<void> {
  const call = { signal: AbortSignal.timeout(callMs) };
  const flowId = request.flow_id ?? (await lostFlow(tools, command, provider, request));
  if (flowId === undefined) return;
  const revoked = await provider.revokeFlow(flowId, call);
  if (revoked.ok) return void (await endRequest(tools.db, request.id, { state: 'revoked', at: command.at }));
  // A flow that is over cannot be revoked: how it ended is asked like of any other.
  if (revoked.kind === 'final') await checkRequest(tools, command, request.id);
  await markChecked(tools.db, request.id, command, revoked.code);
}

/** The flow of a request whose opening was never answered; ends the request where there is none for good. */
async function lostFlow(
  tools: ESignTools,
  command: Command,
  provider: SignatureProvider,
  request: RequestRow,
): Promise<string | undefined> {
  const signer = (await signersOf(tools, command, [request])).get(request.worker_id);
  if (signer === undefined) return undefined;
  const sought = { reference: request.reference, signer, since: new Date(request.created_at.getTime() - 60_000) };
  const found = await provider.findFlow(sought, { signal: AbortSignal.timeout(callMs) });
  if (!found.ok) {
    await markChecked(tools.db, request.id, command, found.code);
    return undefined;
  }
  if (found.value !== undefined) return found.value.flowId;
  const age = command.at.getTime() - (request.claimed_at ?? request.created_at).getTime();
  if (age > LOST_MS) await endRequest(tools.db, request.id, { state: 'revoked', at: command.at });
  return undefined;
}
