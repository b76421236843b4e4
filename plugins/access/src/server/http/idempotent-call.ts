import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import { canonicalJson } from '../../domain/canonical-json';
import type { HttpContext } from './http-context';
import { claim, end, keep, type Claim, type KeySlot } from './idempotency-store';
import { answerJson } from './problem-answer';
import { keyInProgress, keyMalformed, keyOutcomeUnknown, keyReused } from './problems';
import type { LooseAnswer, Route } from './route';

export type Remember = (tx: Queryable, answer: LooseAnswer, bodySha256?: string) => Promise<void>;
type Work = (remember: Remember) => Promise<LooseAnswer>;

interface IncomingCall {
  readonly strapi: Core.Strapi;
  readonly route: Route;
  readonly ctx: HttpContext;
  readonly input: { readonly params: unknown; readonly query: unknown; readonly body: unknown };
  readonly command: Command;
}

/** A running attempt older than this is lost: its process died, or its client gave up long ago. */
const LOST_AFTER_MS = 60_000;
const WAIT_STEP_MS = 100;
const WAIT_STEPS_MAX = 50;

/**
 * Runs the work of a request once per Idempotency-Key (幂等键): a repeated request gets the stored answer, the same key with
 * other input is a conflict, and a concurrent twin waits up to five seconds for the first.
 * @throws Problem 400 `idempotency-key-malformed`, 409 `idempotency-key-reused`, `idempotency-in-progress` or
 * `idempotency-outcome-unknown`
 */
export async function idempotently(call: IncomingCall, work: Work): Promise<LooseAnswer> {
  const slot = slotOf(call);
  if (!slot) return work(async () => undefined);
  const claimed = await waitForClaim(call, slot);
  switch (claimed.kind) {
    case 'done':
      await demandSameBody(call, claimed.bodySha256);
      return { ...claimed.answer, headers: { 'Idempotency-Replayed': 'true' } };
    case 'other-input':
      throw keyReused();
    case 'unknown':
      throw keyOutcomeUnknown();
    case 'running':
      throw isLost(claimed.startedAt, call.command.at) ? keyOutcomeUnknown() : keyInProgress();
    case 'taken':
      return attemptOnce(call, slot, claimed.attempt, work);
  }
}

function slotOf({ strapi, route, ctx, input, command }: IncomingCall): KeySlot | undefined {
  const key = ctx.get('Idempotency-Key');
  const { accountId } = command.actor;
  if (!key || route.method === 'GET' || route.unkept || accountId === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,128}$/.test(key)) throw keyMalformed();
  const plainHash = createHash('sha256')
    .update(canonicalJson([input.params, input.query, input.body]))
    .digest('hex');
  // Keyed: a body may hold an identity number, and a plain hash of one can be guessed at.
  const inputHash = vaultOf(strapi).blind('idempotent-input', plainHash);
  return { accountId, route: `${route.method} ${route.path}`, key, inputHash };
}

/**
 * The body of an upload is no part of the slot's hash: it is a stream that nobody has read yet. Before an old answer is given
 * again it is read and compared. @throws Problem 409 `idempotency-key-reused`, and what reading it throws
 */
async function demandSameBody({ route, ctx }: IncomingCall, known: string | undefined): Promise<void> {
  if (known === undefined || route.digest === undefined) return;
  if ((await route.digest(ctx.req)) !== known) throw keyReused();
}

async function waitForClaim(call: IncomingCall, slot: KeySlot): Promise<Claim> {
  const db = databaseOf(call.strapi);
  const { at } = call.command;
  const takeOverBefore = call.route.remembers ? new Date(at.getTime() - LOST_AFTER_MS) : undefined;
  let claimed = await claim(db, slot, at, takeOverBefore);
  for (let step = 0; claimed.kind === 'running' && !isLost(claimed.startedAt, at) && step < WAIT_STEPS_MAX; step += 1) {
    await pause(WAIT_STEP_MS);
    claimed = await claim(db, slot, at, takeOverBefore);
  }
  return claimed;
}

function isLost(startedAt: Date, at: Date): boolean {
  return at.getTime() - startedAt.getTime() > LOST_AFTER_MS;
}

async function attemptOnce(call: IncomingCall, slot: KeySlot, attempt: number, work: Work): Promise<LooseAnswer> {
  const db = databaseOf(call.strapi);
  let remembered = false;
  try {
    const answer = await work(async (tx, early, bodySha256) => {
      // False means that another attempt took over; throwing rolls this one's work back.
      if (!(await keep(tx, slot, attempt, { status: early.status, json: answerJson(early.body), bodySha256 })))
        throw keyInProgress();
      remembered = true;
    });
    if (!remembered) await keep(db, slot, attempt, { status: answer.status, json: answerJson(answer.body) });
    return answer;
  } catch (error) {
    const didNothing = error instanceof Problem || call.route.remembers === true;
    await end(db, slot, attempt, didNothing ? 'failed' : 'unknown');
    throw error;
  }
}
