import { createHash } from 'node:crypto';
import type { Command } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { JobInHand } from '@linggong/jobs';
import type { SignatureProvider, Signer } from '../providers/signature-provider';
import type { ESignTools } from '../tools';
import { createPace, withHands, type Pace } from './pace';
import { claimRequests, endRequest, freeClaims, markOpen, markOpening, putOff, type RequestRow } from './request-rows';

/** Requests that are claimed together. A kill leaves as many to be looked for as there are hands. */
const together = 50;
const hands = 4;
const triesMax = 10;

const MINUTE_MS = 60_000;
/** Wait before a flow is looked for whose opening was not answered. */
const LOOK_MS = MINUTE_MS;
/** Only after that long without a flow is it opened once more: services list what they made with delay. */
const AGAIN_MS = 10 * MINUTE_MS;

interface Work {
  readonly tools: ESignTools;
  readonly provider: SignatureProvider;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

/**
 * Opens flows for everything that waits at a service, at the configured pace. May be killed at any point and called again: a
 * request is marked right before the service is called, and whoever finds the mark looks for the flow there before opening another.
 */
export async function openRequests(
  tools: ESignTools,
  command: Command,
  providerName: string,
  progress: JobInHand['progress'],
): Promise<{ opened: number; failed: number }> {
  const provider = tools.signing.providers.get(providerName);
  if (provider === undefined) return { opened: 0, failed: 0 };
  const work = {
    tools,
    provider,
    pace: createPace(tools.signing.settings.flowsPerSecond),
    signal: new AbortController().signal,
  };
  const counts = { opened: 0, failed: 0 };
  let done = 0;
  await freeClaims(tools.db, provider.name, tools.signing.clock.now());
  // Each round puts at least one request off or ends it; none is due again at once.
  for (;;) {
    const requests = await claimRequests(tools.db, provider.name, tools.signing.clock.now(), together);
    if (requests.length === 0) return counts;
    const signers = await signersOf(tools, command, requests);
    await withHands(requests, hands, async (request) => {
      const outcome = await openOne(work, request, signers.get(request.worker_id));
      if (outcome !== 'put-off') counts[outcome] += 1;
    });
    done += requests.length;
    await progress({ stage: 'open', done, total: done + (await waitingCount(tools, provider.name)) });
  }
}

async function waitingCount({ db, signing }: ESignTools, provider: string): Promise<number> {
  const { count } = await db.one<{ count: number }>(
    `SELECT count(*)::int AS count FROM e_sign.signature_requests
     WHERE provider = $1 AND state IN ('waiting', 'opening') AND next_try_at <= $2 AND closing_since IS NULL`,
    [provider, signing.clock.now()],
  );
  return count;
}

/** Identities of the workers, in memory for the calls. */
export async function signersOf(
  tools: ESignTools,
  command: Command,
  requests: readonly RequestRow[],
): Promise<Map<number, Signer>> {
  const workerIds = [...new Set(requests.map(({ worker_id }) => worker_id))];
  const people = await tools.parties.openIdentities(tools.db, command, workerIds, 'signing-request');
  return new Map(people.map((person) => [person.workerId, person]));
}

type Outcome = 'opened' | 'failed' | 'put-off';

async function openOne(work: Work, request: RequestRow, signer: Signer | undefined): Promise<Outcome> {
  if (request.claimed_at === null) {
    return signer === undefined ? fail(work, request, 'signer-unknown') : openNew(work, request, signer);
  }
  if (signer === undefined) return later(work, request, 'opening', 'signer-unknown');
  const { tools, provider, pace, signal } = work;
  await pace();
  const since = new Date(request.created_at.getTime() - MINUTE_MS);
  const found = await provider.findFlow({ reference: request.reference, signer, since }, { signal });
  const now = tools.signing.clock.now();
  // A flow that may exist is not given up because the service will not say: credentials come back, the flow stays.
  if (!found.ok) return later(work, request, 'opening', found.code);
  if (found.value !== undefined) {
    await markOpen(tools.db, request, { flowId: found.value.flowId, fileSha256: null, at: now });
    return 'opened';
  }
  const age = now.getTime() - request.claimed_at.getTime();
  if (age < AGAIN_MS) return later(work, request, 'opening', 'not-found-yet');
  return openNew(work, request, signer);
}

async function openNew(work: Work, request: RequestRow, signer: Signer): Promise<Outcome> {
  const { tools, provider, pace, signal } = work;
  const pdf = await pdfOf(tools, request.contract_id);
  if (!Buffer.isBuffer(pdf)) {
    return pdf.isFinal ? fail(work, request, pdf.code) : later(work, request, 'waiting', pdf.code);
  }
  await pace();
  const { reference, expires_at: expiresAt } = request;
  const fileSha256 = createHash('sha256').update(pdf).digest('hex');
  const mark = { at: tools.signing.clock.now(), fileSha256 };
  if (!(await markOpening(tools.db, request, mark))) return 'put-off';
  const answer = await provider.openFlow({ reference, pdf, signer, expiresAt }, { signal });
  if (answer.ok) {
    const { flowId } = answer.value;
    await markOpen(tools.db, request, { flowId, fileSha256, at: tools.signing.clock.now() });
    return 'opened';
  }
  if (answer.kind === 'final') return fail(work, request, answer.code);
  return later(work, request, answer.kind === 'unknown' ? 'opening' : 'waiting', answer.code);
}

/** A contract whose PDF cannot be made holds up no other. */
async function pdfOf(tools: ESignTools, contractId: number): Promise<Buffer | { code: string; isFinal: boolean }> {
  try {
    return Buffer.from(await tools.signing.contractPdf(tools.db, contractId, tools.signing.clock.now()));
  } catch (error) {
    return error instanceof Problem ? { code: error.code, isFinal: true } : { code: 'pdf-failed', isFinal: false };
  }
}

async function later(work: Work, request: RequestRow, state: 'waiting' | 'opening', code: string): Promise<Outcome> {
  // An uncertain one is never given up: it may exist, and a person has to know.
  if (state === 'waiting' && request.tries >= triesMax) return fail(work, request, code);
  const { clock } = work.tools.signing;
  const waitMs =
    state === 'opening' ? 2 * LOOK_MS : Math.min(LOOK_MS * 2 ** Math.min(request.tries, 6), 30 * MINUTE_MS);
  await putOff(work.tools.db, request, { state, code, nextTryAt: new Date(clock.now().getTime() + waitMs) });
  return 'put-off';
}

async function fail({ tools }: Work, request: RequestRow, code: string): Promise<Outcome> {
  await endRequest(tools.db, request.id, { state: 'failed', at: tools.signing.clock.now(), code });
  return 'failed';
}
