import { performance } from 'node:perf_hooks';
import type { VerificationOutcome } from '../providers/identity-provider';
import type { Question } from './questions';

export interface Answer {
  readonly question: Question;
  readonly outcome: VerificationOutcome;
  readonly elapsedMs: number;
}

/** A register that has not answered by then is tried again later. */
const TIMEOUT_MS = 10_000;

/**
 * An adapter that throws broke its promise, or was cut off; either way there is no answer. What it threw may quote the
 * question, so nothing of it is kept but whether it was the clock.
 */
function noAnswer(reference: string, isLate: boolean): VerificationOutcome {
  return {
    kind: 'retryable-error',
    providerCode: isLate ? 'TIMEOUT' : 'ADAPTER-FAULT',
    requestId: `none-${reference}`,
    costFen: 0n,
  };
}

async function askOne(question: Question): Promise<Answer> {
  const { reference, attempts } = question.pending;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const start = performance.now();
  const outcome = await question
    .ask({ reference, attempt: attempts + 1, signal })
    .catch(() => noAnswer(reference, signal.aborted));
  return { question, outcome, elapsedMs: Math.round(performance.now() - start) };
}

/** Asks all questions, as many at a time as the vendor allows, and gives the answers in the order of the questions. */
export async function askAll(questions: readonly Question[], concurrency: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < questions.length; i = next++) {
      const question = questions[i];
      if (question !== undefined) answers[i] = await askOne(question);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, questions.length) }, worker));
  return answers;
}
