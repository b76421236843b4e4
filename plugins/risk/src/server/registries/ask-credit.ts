import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { untilAborted, type Command, type Database } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import { awaitSlot, reserve, settleReservation, type ProviderTry } from '@linggong/real-name';
import type { CreditChain } from './create-registries';
import { isOpenAnswer, type AskedCompany, type CreditAnswer, type CreditRegistry } from './credit-registry';

/** How long a register is waited for, and how often it is asked again at once. */
export interface CreditPatience {
  readonly timeoutMs: number;
  readonly tries: number;
  readonly backoffMs: number;
}
export const usualPatience: CreditPatience = { timeoutMs: 12_000, tries: 3, backoffMs: 400 };

export interface CreditTools {
  readonly database: Database;
  readonly jobs: Jobs;
}

/** Whose answer it is, and every call that it took. */
export interface AskedCredit {
  readonly source: string;
  readonly answer: CreditAnswer;
  readonly tries: readonly ProviderTry[];
}

/**
 * Asks the registers of a chain about one company, one after another until one has decided, within the daily caps and rates that they
 * share with real-name. Undefined where nobody may be asked: no register is configured, or every cap is reached. Outside of a transaction.
 */
export async function askCredit(
  tools: CreditTools,
  command: Command,
  chain: CreditChain,
  asked: AskedCompany,
  patience = usualPatience,
): Promise<AskedCredit | undefined> {
  const tries: ProviderTry[] = [];
  let best: AskedCredit | undefined;
  for (const registry of chain.registries) {
    const answer = await askOne(tools, command, chain, registry, asked, patience, tries);
    if (answer === undefined) continue;
    // A register that knows nobody says more than one that says nothing: it stands until another knows better.
    if (best?.answer.kind !== 'no-record' || answer.kind === 'found') best = { source: registry.name, answer, tries };
    if (!isOpenAnswer(answer)) break;
  }
  return best && { ...best, tries };
}

async function askOne(
  { database, jobs }: CreditTools,
  command: Command,
  { dailyCapsFen }: CreditChain,
  registry: CreditRegistry,
  asked: AskedCompany,
  patience: CreditPatience,
  tries: ProviderTry[],
): Promise<CreditAnswer | undefined> {
  const { name, calls, priceFen, perSecond } = registry;
  const budget = { provider: name, priceFen: priceFen * BigInt(calls), dailyCapFen: dailyCapsFen.get(name) };
  const reservation = await reserve({ database, jobs }, command, budget, 1);
  if (reservation.granted === 0) return undefined;
  const reference = randomUUID();
  const told: ProviderTry[] = [];
  let answer: CreditAnswer | undefined;
  for (let attempt = 1; attempt <= patience.tries; attempt += 1) {
    if (perSecond !== undefined)
      for (let n = 0; n < calls; n += 1) await awaitSlot(database, name, 'company', perSecond);
    const begun = performance.now();
    answer = await lookUp(registry, asked, reference, attempt, patience.timeoutMs);
    told.push(tryOf(name, answer, Math.round(performance.now() - begun)));
    if (answer.kind !== 'retryable-error') break;
    if (attempt < patience.tries) await wait(patience.backoffMs * attempt);
  }
  await settleReservation(database, command, reservation, told, 'closed');
  tries.push(...told);
  return answer;
}

/** One try. What an adapter throws may quote the question: nothing of it is kept but whether it was the clock. */
async function lookUp(
  registry: CreditRegistry,
  asked: AskedCompany,
  reference: string,
  attempt: number,
  timeoutMs: number,
): Promise<CreditAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  return untilAborted(() => registry.lookUp(asked, { reference, attempt, signal }), signal).catch((): CreditAnswer => ({
    kind: 'retryable-error',
    providerCode: signal.aborted ? 'TIMEOUT' : 'ADAPTER-FAULT',
    requestId: `none-${reference}-${attempt}`,
    // Whoever was too slow may have answered, and charge for it.
    costFen: signal.aborted ? registry.priceFen : 0n,
  }));
}

function tryOf(
  provider: string,
  { kind, providerCode, requestId, costFen }: CreditAnswer,
  elapsedMs: number,
): ProviderTry {
  // A call costs a few yuan at most: far inside of what a number holds exactly, and JSON has no bigint.
  const cost = Number(costFen);
  return { provider, kind: kind === 'found' ? 'match' : kind, code: providerCode, requestId, costFen: cost, elapsedMs };
}
