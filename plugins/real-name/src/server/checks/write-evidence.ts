import { createHash } from 'node:crypto';
import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { evidenceCode, type CheckOutcome } from '../../domain';
import type { ProviderTry } from '../asking/provider-try';
import type { Answer } from '../asking/chain';

/** A decided check with the code under which its evidence is found. */
export interface DecidedCheck {
  readonly answer: Answer;
  readonly outcome: CheckOutcome;
  readonly code: string;
}

/** The decided answer in our words: what could not be answered after all tries is an error. */
function outcomeOf({ outcome }: Answer): CheckOutcome {
  const { kind } = outcome;
  if (kind === 'match' || kind === 'mismatch' || kind === 'no-record') return kind;
  return 'error';
}

/** Digest over everything the record claims: a changed record no longer agrees with it. */
function digestOf(check: DecidedCheck, at: Date): string {
  const { question, outcome, provider } = check.answer;
  const claims = [
    check.code,
    question.kind,
    provider,
    check.outcome,
    outcome.providerCode,
    outcome.requestId,
    at.toISOString(),
    ...Object.entries(question.asked).flat(),
    JSON.stringify(triesOf(check.answer)),
  ];
  return createHash('sha256').update(claims.join('\n')).digest('hex');
}

/** Every call that this check took: those of earlier rounds, then those of this one. */
function triesOf({ question, tries }: Answer): ProviderTry[] {
  return [...question.pending.tries, ...tries];
}

function costOf(answer: Answer): bigint {
  const { outcome } = answer;
  const tries = triesOf(answer);
  return tries.length === 0 ? outcome.costFen : tries.reduce((sum, each) => sum + BigInt(each.costFen), 0n);
}

function evidenceOf(check: DecidedCheck, at: Date): string {
  const { question, outcome } = check.answer;
  const tries = triesOf(check.answer);
  return JSON.stringify({
    requestId: outcome.requestId,
    reference: question.pending.reference,
    elapsedMs: tries.reduce((sum, each) => sum + each.elapsedMs, 0),
    tries,
    asked: question.asked,
    sha256: digestOf(check, at),
  });
}

async function codesFor(tx: Tx, command: Command, count: number): Promise<string[]> {
  const day = shanghaiDay(command.at);
  const serials = await tx.query<{ serial: bigint }>(
    `SELECT nextval('real_name.evidence_serials') AS serial FROM generate_series(1, $1::int)`,
    [count],
  );
  return serials.map(({ serial }) => evidenceCode(day, serial));
}

const INSERT = `
INSERT INTO public.real_name_checks (code, kind, subject_kind, worker_id, bank_card_id, enterprise_id, provider, outcome,
  provider_code, cost_fen, attempts, evidence, checked_at)
SELECT c.*, $13::timestamptz
FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::text[], $8::text[], $9::text[],
  $10::bigint[], $11::int[], $12::jsonb[]) AS c`;

/** Writes the evidence records of decided answers, one statement for all. */
export async function writeEvidence(tx: Tx, command: Command, answers: readonly Answer[]): Promise<DecidedCheck[]> {
  if (answers.length === 0) return [];
  const codes = await codesFor(tx, command, answers.length);
  const checks = answers.map((answer, i) => ({ answer, outcome: outcomeOf(answer), code: codes[i] ?? '' }));
  const questions = answers.map(({ question }) => question);
  await tx.query(INSERT, [
    codes,
    questions.map(({ kind }) => kind),
    questions.map(({ pending }) => pending.subjectKind),
    questions.map(({ workerId }) => workerId),
    questions.map(({ cardId }) => cardId),
    questions.map(({ enterpriseId }) => enterpriseId),
    answers.map(({ provider }) => provider),
    checks.map(({ outcome }) => outcome),
    answers.map(({ outcome }) => outcome.providerCode),
    answers.map(costOf),
    questions.map(({ pending }) => pending.attempts + 1),
    checks.map((check) => evidenceOf(check, command.at)),
    command.at,
  ]);
  return checks;
}
