import type { Command } from '@linggong/core';
import type { SubjectKind } from '../../domain';
import type { RealNameTools } from '../tools';
import { askChain } from '../asking/ask-chain';
import { pendingOf, takeOff } from './pending-checks';
import { questionsOf } from './questions';
import { settleAnswers, type Counts } from './settle-answers';

/** Questions between two commits: after a crash at most so many are asked, and paid, a second time. */
export const SUBJECTS_PER_COMMIT = 250;

export interface CheckRun {
  readonly subjectKind: SubjectKind;
  readonly ids: readonly number[];
}

/** Asks about what is pending of these subjects, at most a chunk, and settles the answers in one transaction. */
export async function checkChunk(
  tools: RealNameTools,
  command: Command,
  subjectKind: SubjectKind,
  ids: readonly number[],
): Promise<Counts> {
  const pending = await pendingOf(tools.database, subjectKind, ids);
  const questions = await questionsOf(tools, command, subjectKind, pending);
  const answers = await askChain(tools, command, tools.chain, questions);
  const asked = new Set(questions.map((question) => question.pending.id));
  const lost = pending.filter(({ id }) => !asked.has(id));
  return tools.database.transaction(async (tx) => {
    if (lost.length > 0)
      await takeOff(
        tx,
        lost.map(({ id }) => id),
      );
    return settleAnswers(tools, tx, command, subjectKind, answers);
  });
}

/**
 * Works off pending checks chunk by chunk. Resumable: what a killed run has settled is no longer pending, the rest is.
 * The vendor is asked outside of any transaction.
 */
export async function runChecks(
  tools: RealNameTools,
  command: Command,
  run: CheckRun,
  progress: (done: number) => Promise<void> = async () => undefined,
): Promise<void> {
  for (let start = 0; start < run.ids.length; start += SUBJECTS_PER_COMMIT) {
    await checkChunk(tools, command, run.subjectKind, run.ids.slice(start, start + SUBJECTS_PER_COMMIT));
    await progress(Math.min(start + SUBJECTS_PER_COMMIT, run.ids.length));
  }
}
