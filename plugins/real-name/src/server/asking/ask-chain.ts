import type { Command } from '@linggong/core';
import { isDecided, questionKindOf, type QuestionKind } from '../../domain';
import { answersKind, type VerificationOutcome } from '../providers/identity-provider';
import type { Answer, Chain, ChainTools } from './chain';
import { reserve, settleReservation } from './provider-days';
import type { Asked, ProviderGuard } from './provider-guard';
import { unasked, type ProviderTry } from './provider-try';
import type { Question } from './question';
import { awaitSlot } from './rate-slots';

/** How one question stands while the chain is walked. */
interface Standing {
  readonly question: Question;
  answer: { readonly outcome: VerificationOutcome; readonly provider: string } | undefined;
  readonly tries: ProviderTry[];
  isCapped: boolean;
}

/** Runs over items with so many at a time. */
async function pool<T>(items: readonly T[], size: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) {
      const item = items[i];
      if (item !== undefined) await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, worker));
}

function take(standing: Standing, provider: string, { outcome, tries }: Asked): void {
  standing.tries.push(...tries);
  // A register that knows nobody says more than one that says nothing: it stands until another knows better.
  const isBetter =
    standing.answer?.outcome.kind !== 'no-record' || outcome.kind === 'match' || outcome.kind === 'mismatch';
  if (isBetter) standing.answer = { outcome, provider };
}

/** Puts the open questions to one vendor, as far as his cap reaches. */
async function askOne(
  { database, jobs }: ChainTools,
  command: Command,
  { dailyCapsFen }: Chain,
  guard: ProviderGuard,
  kind: QuestionKind,
  open: readonly Standing[],
): Promise<void> {
  const { name, pricesFen, perSecond, concurrency } = guard.provider;
  const budget = { provider: name, priceFen: pricesFen[kind], dailyCapFen: dailyCapsFen.get(name) };
  const reservation = await reserve({ database, jobs }, command, budget, open.length);
  const granted = open.slice(0, reservation.granted);
  for (const standing of open.slice(reservation.granted)) standing.isCapped = true;
  const turn = (): Promise<void> =>
    perSecond === undefined ? Promise.resolve() : awaitSlot(database, name, kind, perSecond);
  const told: ProviderTry[] = [];
  await pool(granted, concurrency, async (standing) => {
    const { reference, attempts } = standing.question.pending;
    const asked = await guard.ask(standing.question.request, { reference, attempt: attempts + 1 }, turn);
    told.push(...asked.tries);
    take(standing, name, asked);
  });
  await settleReservation(database, command, reservation, told, guard.circuit());
}

function answerOf({ question, answer, tries, isCapped }: Standing): Answer {
  const { reference } = question.pending;
  if (answer !== undefined) return { question, ...answer, tries };
  const waitsFor = isCapped ? 'daily-cap' : 'no-provider';
  const outcome = unasked(waitsFor.toUpperCase(), reference);
  return { question, outcome, provider: 'platform', tries, waitsFor };
}

/**
 * Puts questions of one kind to the vendors of the chain, one after another: a vendor gets what those before him did not decide
 * – out of reach, over their cap, without a record. Set by set, so that a cap costs one transaction a vendor and chunk.
 * @returns answers in the order of the questions; never rejects for what a vendor does
 */
export async function askChain(
  tools: ChainTools,
  command: Command,
  chain: Chain,
  questions: readonly Question[],
): Promise<Answer[]> {
  const [first] = questions;
  if (first === undefined) return [];
  const kind = questionKindOf(first.pending.subjectKind);
  const standings = questions.map((question): Standing => {
    const { platformAnswer } = question;
    const answer = platformAnswer && { outcome: platformAnswer, provider: 'platform' };
    return { question, answer, tries: [], isCapped: false };
  });
  const isOpen = ({ answer }: Standing): boolean => answer === undefined || !isDecided(answer.outcome.kind);
  for (const guard of chain.order[kind]) {
    const open = standings.filter(isOpen);
    if (open.length === 0) break;
    if (answersKind(guard.provider, kind)) await askOne(tools, command, chain, guard, kind, open);
  }
  return standings.map(answerOf);
}
