import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { addDays, businessNumber, notFound, shanghaiDay } from '@linggong/core/domain';
import type { ExplanationAnswer, ExplanationRequest, ExplanationsAnswer } from '../../../api';
import { caseClosed } from '../../cases/case-problems';
import { addCaseStep, lockCase, readCase, type CaseRow } from '../../cases/case-rows';
import { answered, answeredLater, DUE_DAYS_MAX, dueUnfit, partyMissing, waiting } from './explanation-problems';
import { PARTY_NUMBER } from './explanation-rows';

/** Explanations shown of a case; the newest. */
const SHOWN_MAX = 100;

async function lockOpen(tx: Tx, id: number): Promise<CaseRow> {
  const row = await lockCase(tx, id);
  if (row.state === 'closed') throw caseClosed();
  return row;
}

/**
 * Asks the enterprise, the worker or both of a case for an explanation (要求说明, R8.5).
 * @throws Problem 404; 409 `risk-case-closed`, `explanation-waiting`; 422 `explanation-party`, `explanation-due`
 */
export async function askExplanations(
  tx: Tx,
  command: Command,
  caseId: number,
  wish: ExplanationRequest,
): Promise<void> {
  const row = await lockOpen(tx, caseId);
  const today = shanghaiDay(command.at);
  if (wish.dueOn <= today || wish.dueOn > addDays(today, DUE_DAYS_MAX)) throw dueUnfit();
  for (const party of new Set(wish.parties)) {
    const partyId = party === 'enterprise' ? row.enterpriseId : row.workerId;
    if (partyId === null) throw partyMissing();
    const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.explanation_number') AS serial`);
    const number = businessNumber('RX', today, serial);
    const asked = await tx.maybeOne<{ id: number }>(
      `INSERT INTO risk.explanations (number, case_id, party_kind, party_id, question, due_on, asked_by, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (case_id, party_kind) WHERE answer IS NULL DO NOTHING RETURNING id`,
      [number, caseId, party, partyId, wish.question, wish.dueOn, command.actor.name, command.at],
    );
    if (!asked) throw waiting();
    await addCaseStep(tx, command, caseId, 'commented', {
      text: `${number}：${wish.question}`,
      facts: { dueOn: wish.dueOn },
    });
    await record(tx, command, {
      action: 'risk-case.ask-explanation',
      subject: { kind: 'risk-case', id: caseId },
      after: { number, subject: `${party}/${partyId}`, dueOn: wish.dueOn, text: wish.question },
    });
  }
}

/** Keeps what was explained, once. @throws Problem 404; 409 `risk-case-closed`, `explanation-answered`; 422 `explanation-answered-later` */
export async function keepExplanation(
  tx: Tx,
  command: Command,
  { id, explanationId }: { readonly id: number; readonly explanationId: number },
  given: ExplanationAnswer,
): Promise<void> {
  await lockOpen(tx, id);
  const asked = await tx.maybeOne<{ number: string; isAnswered: boolean }>(
    'SELECT number, answer IS NOT NULL AS "isAnswered" FROM risk.explanations WHERE id = $1 AND case_id = $2 FOR UPDATE',
    [explanationId, id],
  );
  if (!asked) throw notFound({ zh: '说明', en: 'explanation' });
  if (asked.isAnswered) throw answered();
  if (given.answeredOn > shanghaiDay(command.at)) throw answeredLater();
  await tx.query(
    `UPDATE risk.explanations SET answer = $2, means = $3, answered_on = $4, recorded_by = $5, recorded_at = $6 WHERE id = $1`,
    [explanationId, given.answer, given.means, given.answeredOn, command.actor.name, command.at],
  );
  await addCaseStep(tx, command, id, 'commented', { text: `${asked.number}：${given.answer}`.slice(0, 2_000) });
  await record(tx, command, {
    action: 'risk-case.keep-explanation',
    subject: { kind: 'risk-case', id },
    before: { number: asked.number, state: 'open' },
    after: { number: asked.number, state: 'done', text: given.answer },
  });
}

/** What was asked and answered in a case, newest first. @throws Problem 404 */
export async function explanationsOf(db: Queryable, caseId: number, at: Date): Promise<ExplanationsAnswer> {
  await readCase(db, caseId);
  const items = await db.query<ExplanationsAnswer['items'][number]>(
    `SELECT x.id, x.number, x.party_kind AS "partyKind", x.party_id AS "partyId",
            ${PARTY_NUMBER} AS "partyNumber",
            x.question, x.due_on AS "dueOn", x.answer IS NULL AND x.due_on < $2 AS "isLate", x.asked_by AS "askedBy", x.asked_at AS "askedAt",
            x.answer, x.means, x.answered_on AS "answeredOn", x.recorded_by AS "recordedBy", x.recorded_at AS "recordedAt"
       FROM risk.explanations x WHERE x.case_id = $1 ORDER BY x.id DESC LIMIT ${SHOWN_MAX}`,
    [caseId, shanghaiDay(at)],
  );
  return { items };
}
