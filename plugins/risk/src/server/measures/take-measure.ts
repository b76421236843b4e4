import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { businessNumber, notFound, shanghaiDay } from '@linggong/core/domain';
import type { Parties } from '@linggong/parties';
import type { MeasureAnswer, NewMeasure } from '../../api';
import { measureFault } from '../../domain';
import { caseClosed } from '../cases/case-problems';
import { addCaseStep, lockCase } from '../cases/case-rows';
import { carryOut, standing, takeBack } from './carry-out';
import { delist } from './listing';
import { measureLifted, measureTaken, measureUnfit } from './measure-problems';
import { measureColumns } from './measure-rows';

/**
 * Takes a measure (采取措施) on a case and carries it out; the approval under which it is done is kept with it, and without one it does
 * not commit.
 * @throws Problem 404; 409 `risk-case-closed`, `risk-measure-in-force`, and what parties refuse; 422 `risk-measure-unfit`
 */
export async function takeMeasure(
  parties: Parties,
  tx: Tx,
  command: Command,
  caseId: number,
  terms: NewMeasure,
): Promise<MeasureAnswer> {
  const today = shanghaiDay(command.at);
  const fault = measureFault(terms, today);
  if (fault) throw measureUnfit(fault);
  if ((await lockCase(tx, caseId)).state === 'closed') throw caseClosed();
  const { kind, subjectKind, subjectId } = terms;
  const subject = await standing(tx, subjectKind, subjectId);
  await retireListing(tx, command, terms);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.measure_number') AS serial`);
  const row = await tx.maybeOne<MeasureAnswer>(
    `INSERT INTO risk.measures AS m (number, case_id, kind, subject_kind, subject_id, line_limit_fen, month_limit_fen, reason, taken_by,
       approval_id, taken_at, list, list_by, ends_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (subject_kind, subject_id, kind) WHERE state = 'in-force' DO NOTHING RETURNING ${measureColumns}`,
    [
      businessNumber('RM', today, serial),
      caseId,
      kind,
      subjectKind,
      subjectId,
      terms.lineLimitFen ?? null,
      terms.monthLimitFen ?? null,
      terms.reason,
      command.actor.name,
      command.approvalId ?? null,
      command.at,
      terms.list ?? null,
      terms.listBy ?? null,
      terms.endsOn ?? null,
    ],
  );
  if (!row) throw await alreadyTaken(tx, terms);
  await carryOut(parties, tx, command, row);
  await addCaseStep(tx, command, caseId, 'measure-taken', {
    text: terms.reason,
    facts: { measure: row.number, kind, subject: subject.number },
  });
  await record(tx, command, {
    action: 'risk-measure.take',
    subject: { kind: 'risk-measure', id: row.id },
    after: { ...shownOf(row), subject: `${subjectKind}/${subjectId}` },
  });
  return row;
}

/** A listing whose last day is over makes room for the next one, under the approval of that. */
async function retireListing(tx: Tx, command: Command, { kind, subjectKind, subjectId }: NewMeasure): Promise<void> {
  if (kind !== 'list') return;
  const over = await tx.maybeOne<{ id: number }>(
    `SELECT id FROM risk.measures WHERE subject_kind = $1 AND subject_id = $2 AND kind = 'list' AND state = 'in-force'
        AND ends_on < $3::date`,
    [subjectKind, subjectId, shanghaiDay(command.at)],
  );
  if (over === undefined) return;
  const expiry = { ...command, reason: '到期' };
  await endMeasure(tx, expiry, over.id);
  await delist(tx, expiry, over.id);
}

async function alreadyTaken(tx: Tx, { kind, subjectKind, subjectId }: NewMeasure): Promise<Error> {
  const row = await tx.maybeOne<{ number: string }>(
    `SELECT number FROM risk.measures WHERE subject_kind = $1 AND subject_id = $2 AND kind = $3 AND state = 'in-force'`,
    [subjectKind, subjectId, kind],
  );
  return measureTaken(row?.number ?? '');
}

/** Lifts a measure (解除措施) and takes back what it did. @throws Problem 404; 409 `risk-measure-lifted`, and what parties refuse */
export async function liftMeasure(parties: Parties, tx: Tx, command: Command, id: number): Promise<MeasureAnswer> {
  const before = await readMeasure(tx, id, 'FOR UPDATE');
  if (before.state === 'lifted') throw measureLifted();
  const row = await endMeasure(tx, command, id);
  await takeBack(parties, tx, command, before);
  return row;
}

async function endMeasure(tx: Tx, command: Command, id: number): Promise<MeasureAnswer> {
  const row = await tx.one<MeasureAnswer>(
    `UPDATE risk.measures m SET state = 'lifted', lifted_by = $2, lift_reason = $3, lift_approval_id = $4, lifted_at = $5
      WHERE m.id = $1 RETURNING ${measureColumns}`,
    [id, command.actor.name, command.reason ?? '', command.approvalId ?? null, command.at],
  );
  await addCaseStep(tx, command, row.caseId, 'measure-lifted', {
    text: command.reason,
    facts: { measure: row.number, kind: row.kind },
  });
  await record(tx, command, {
    action: 'risk-measure.lift',
    subject: { kind: 'risk-measure', id },
    before: { state: 'in-force' },
    after: { state: 'lifted' },
  });
  return row;
}

/** @throws Problem 404 */
export async function readMeasure(db: Queryable, id: number, lock: '' | 'FOR UPDATE' = ''): Promise<MeasureAnswer> {
  const row = await db.maybeOne<MeasureAnswer>(
    `SELECT ${measureColumns} FROM risk.measures m WHERE m.id = $1 ${lock}`,
    [id],
  );
  if (!row) throw notFound({ zh: '风险措施', en: 'risk measure' });
  return row;
}

/** What a second person and the log are shown of a measure. */
export function shownOf(measure: MeasureAnswer): Record<string, unknown> {
  const { number, kind, state, lineLimitFen, monthLimitFen, list, listBy, endsOn } = measure;
  const listed = list === null ? {} : { list, listBy: listBy?.join(' '), endsOn };
  return { number, measure: kind, state, lineLimitFen, monthLimitFen, ...listed };
}
