import { randomUUID } from 'node:crypto';
import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import type { ApplicantCheck, ApplicantIdentity } from '@linggong/parties';
import { askChain } from '../asking/ask-chain';
import type { Answer } from '../asking/chain';
import type { Question } from '../asking/question';
import type { RealNameTools } from '../tools';
import { writeEvidence } from './write-evidence';

/** Of somebody who is no worker yet: the question has no row on the queue, and lives as long as he waits. */
function questionOf({ vault }: RealNameTools, identity: ApplicantIdentity): Question {
  const { identityKind, identityNumber, name } = identity;
  const reference = randomUUID();
  return {
    pending: { id: 0n, subjectKind: 'worker', subjectId: 0, attempts: 0, reference, tries: [] },
    kind: 'identity',
    workerId: null,
    cardId: null,
    enterpriseId: null,
    asked: {
      identity: vault.blind('identity-number', identityNumber).toString('hex'),
      name: vault.blind('name', name).toString('hex'),
    },
    request: { kind: 'person', identityKind, identityNumber, name },
  };
}

async function keep(tools: RealNameTools, tx: Tx, command: Command, answer: Answer, workerId: number): Promise<void> {
  const pending = { ...answer.question.pending, subjectId: workerId };
  const [check] = await writeEvidence(tx, command, [
    { ...answer, question: { ...answer.question, pending, workerId } },
  ]);
  const evidenceCode = check?.code ?? '';
  await tools.parties.markRealName(tx, command, [{ workerId, state: 'verified', evidenceCode }]);
  await record(tx, command, {
    action: 'real-name.check',
    subject: { kind: 'real-name-check', id: evidenceCode },
    ids: [evidenceCode],
    before: { state: 'pending' },
    after: { state: 'decided', match: 1 },
  });
}

/**
 * Asks the register about somebody who registers by himself (自助注册), before there is a row of him: a stranger’s identity number under a
 * false name leaves no worker behind who would be in the way of the real one. What matched becomes the evidence of the worker.
 */
export async function checkApplicant(
  tools: RealNameTools,
  command: Command,
  identity: ApplicantIdentity,
): Promise<ApplicantCheck> {
  const [answer] = await askChain(tools, command, tools.chain, [questionOf(tools, identity)]);
  if (answer === undefined) throw new Error('a question that was put has an answer');
  const { kind, providerCode } = answer.outcome;
  const isDecided = kind === 'match' || kind === 'mismatch' || kind === 'no-record';
  return {
    outcome: isDecided && answer.waitsFor === undefined ? kind : 'unanswered',
    provider: answer.provider,
    providerCode,
    keep: (tx, by, workerId) => {
      if (kind !== 'match') throw new Error('only a match is kept as the evidence of a worker');
      return keep(tools, tx, by, answer, workerId);
    },
  };
}
