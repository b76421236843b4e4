import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { dueAfter, isUnanswered, waitAfter, type CheckOutcome, type SubjectKind, type WaitReason } from '../../domain';
import type { RealNameTools } from '../tools';
import type { Answer } from '../asking/chain';
import { countAttempts, enqueueChecks, letWait, takeOff } from './pending-checks';
import { noteMembers } from '../bulk/bulk-members';
import { writeEvidence, type DecidedCheck } from './write-evidence';

const workerStates = { match: 'verified', mismatch: 'mismatch', 'no-record': 'no-record', error: 'error' } as const;
const cardStates = { match: 'verified', mismatch: 'refused', 'no-record': 'refused', error: 'error' } as const;

/** Tells parties what was found out: it moves workers, cards and companies in this transaction. */
async function mark(
  { parties }: RealNameTools,
  tx: Tx,
  command: Command,
  subjectKind: SubjectKind,
  checks: readonly DecidedCheck[],
): Promise<void> {
  const subjects = checks.map(({ answer, outcome, code }) => ({
    id: answer.question.pending.subjectId,
    outcome,
    evidenceCode: code,
  }));
  if (subjectKind === 'worker') {
    const marks = subjects.map(({ id, outcome, evidenceCode }) => ({
      workerId: id,
      state: workerStates[outcome],
      evidenceCode,
    }));
    await parties.markRealName(tx, command, marks);
  }
  if (subjectKind === 'bank-card') {
    const marks = subjects.map(({ id, outcome, evidenceCode }) => ({
      cardId: id,
      state: cardStates[outcome],
      evidenceCode,
    }));
    await parties.markCards(tx, command, marks);
  }
  if (subjectKind === 'enterprise') {
    for (const { id, outcome, evidenceCode } of subjects) {
      await parties.markEnterprise(tx, command, { enterpriseId: id, state: outcome, evidenceCode });
    }
  }
}

/** Instants of the next tries: checks that failed as often wait as long. */
async function tryAgain(
  { jobs }: RealNameTools,
  tx: Tx,
  command: Command,
  subjectKind: SubjectKind,
  answers: readonly Answer[],
): Promise<void> {
  await countAttempts(
    tx,
    answers.map(({ question, tries }) => ({ id: question.pending.id, tries })),
  );
  const byWait = new Map<number, number[]>();
  for (const { question } of answers) {
    const wait = waitAfter(question.pending.attempts + 1) ?? 0;
    byWait.set(wait, [...(byWait.get(wait) ?? []), question.pending.subjectId]);
  }
  for (const [wait, ids] of byWait) {
    await enqueueChecks(tx, jobs, command, subjectKind, ids, new Date(command.at.getTime() + wait));
  }
}

async function wait(tx: Tx, command: Command, answers: readonly Answer[]): Promise<void> {
  const reasons: readonly WaitReason[] = ['daily-cap', 'no-provider'];
  for (const reason of reasons) {
    const ids = answers.filter(({ waitsFor }) => waitsFor === reason).map(({ question }) => question.pending.id);
    if (ids.length > 0) await letWait(tx, ids, reason, dueAfter(reason, command.at));
  }
}

/** How many of a chunk ended in which way; the outcome of each stands at its person, card or company. */
function outcomesOf(checks: readonly DecidedCheck[]): Record<string, string | number> {
  const outcomes: Record<string, string | number> = { state: 'decided' };
  for (const { outcome } of checks) outcomes[outcome] = Number(outcomes[outcome] ?? 0) + 1;
  return outcomes;
}

export type Counts = Readonly<Record<CheckOutcome | 'again' | 'waiting', number>>;

function countsOf(checks: readonly DecidedCheck[], again: number, waiting: number): Counts {
  const counts = { match: 0, mismatch: 0, 'no-record': 0, error: 0, again, waiting };
  for (const { outcome } of checks) counts[outcome] += 1;
  return counts;
}

/**
 * Settles the answers of one chunk in one transaction: evidence, marks and the queue agree whatever happens. An answer to
 * a question that somebody else has settled meanwhile is dropped.
 */
export async function settleAnswers(
  tools: RealNameTools,
  tx: Tx,
  command: Command,
  subjectKind: SubjectKind,
  answers: readonly Answer[],
): Promise<Counts> {
  const isOpen = ({ question, outcome }: Answer): boolean =>
    isUnanswered(outcome.kind) && waitAfter(question.pending.attempts + 1) !== undefined;
  const waiting = answers.filter(({ waitsFor }) => waitsFor !== undefined);
  const asked = answers.filter(({ waitsFor }) => waitsFor === undefined);
  const open = asked.filter(isOpen);
  const decided = asked.filter((answer) => !isOpen(answer));
  const taken = await takeOff(
    tx,
    decided.map(({ question }) => question.pending.id),
  );
  const checks = await writeEvidence(
    tx,
    command,
    decided.filter(({ question }) => taken.has(question.pending.id)),
  );
  await mark(tools, tx, command, subjectKind, checks);
  if (subjectKind === 'worker') await noteMembers(tx, command, checks);
  await wait(tx, command, waiting);
  if (open.length > 0) await tryAgain(tools, tx, command, subjectKind, open);
  if (checks.length > 0) {
    await record(tx, command, {
      action: 'real-name.check',
      subject: { kind: 'real-name-check', id: checks[0]?.code ?? '' },
      ids: checks.map(({ code }) => code),
      before: { state: 'pending' },
      after: outcomesOf(checks),
    });
  }
  return countsOf(checks, open.length, waiting.length);
}
