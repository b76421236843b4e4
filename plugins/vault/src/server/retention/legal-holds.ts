import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import type { HoldSubject } from '../../domain/retention';

export interface NewHold {
  readonly subject: { readonly kind: HoldSubject; readonly id: number };
  readonly reason: string;
}

/**
 * Setting holds and purging wait for each other, to the end of the transaction: a hold that is set while a chunk goes stands either before
 * its subjects are read, or after it is done.
 */
export async function lockHolds(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('vault.legal-holds', 0))");
}

/** Numbers of what standing holds keep of a kind. Holds are set one by one and by hand, so these are few. */
export async function heldIds(db: Queryable, kind: HoldSubject): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    'SELECT DISTINCT subject_id AS id FROM vault.legal_holds WHERE subject_kind = $1 AND ended_at IS NULL',
    [kind],
  );
  return rows.map(({ id }) => id);
}

/** Of the named subjects (`worker:7`), those that a standing hold keeps. */
export async function heldSubjects(db: Queryable, subjects: readonly string[]): Promise<Set<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await db.query<{ subject: string }>(
    `SELECT DISTINCT s.kind || ':' || s.id AS subject
     FROM (SELECT split_part(n, ':', 1) AS kind, split_part(n, ':', 2)::int AS id FROM unnest($1::text[]) n) s
     JOIN vault.legal_holds h ON h.subject_kind = s.kind AND h.subject_id = s.id AND h.ended_at IS NULL`,
    [subjects],
  );
  return new Set(rows.map(({ subject }) => subject));
}

/**
 * Sets a hold (保全): from now on nothing of the subject is purged. Several may stand on one subject, each for its own reason. The log has
 * the hold as its subject and not whom it stands on, who reads his own story and is not to be warned.
 */
export async function setHold(tx: Tx, command: Command, { subject, reason }: NewHold): Promise<number> {
  await lockHolds(tx);
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO vault.legal_holds (subject_kind, subject_id, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [subject.kind, subject.id, reason, command.actor.name, command.at],
  );
  await record(tx, command, {
    action: 'legal-hold.set',
    subject: { kind: 'legal-hold', id },
    after: { state: 'standing', on: `${subject.kind}:${subject.id}` },
    reason,
  });
  return id;
}

/** Ends a hold. @throws Problem 404; 409 `hold-ended` */
export async function endHold(tx: Tx, command: Command, id: number, reason: string): Promise<void> {
  const hold = await tx.maybeOne<{ kind: string; subjectId: number; endedAt: Date | null }>(
    `SELECT subject_kind AS kind, subject_id AS "subjectId", ended_at AS "endedAt" FROM vault.legal_holds WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!hold) throw notFound({ zh: '保全', en: 'legal hold' });
  if (hold.endedAt) throw problem(409, 'hold-ended', { zh: '该保全已经解除', en: 'This hold has ended already' });
  await tx.query('UPDATE vault.legal_holds SET ended_at = $2, ended_by = $3, end_reason = $4 WHERE id = $1', [
    id,
    command.at,
    command.actor.name,
    reason,
  ]);
  await record(tx, command, {
    action: 'legal-hold.end',
    subject: { kind: 'legal-hold', id },
    before: { state: 'standing' },
    after: { state: 'ended', on: `${hold.kind}:${hold.subjectId}` },
    reason,
  });
}

/** Both states of a hold as the second person is shown them. @throws Problem 404 */
export async function shownHold(db: Queryable, id: number) {
  const hold = await db.maybeOne<{ kind: string; subjectId: number; reason: string; isEnded: boolean }>(
    `SELECT subject_kind AS kind, subject_id AS "subjectId", reason, ended_at IS NOT NULL AS "isEnded"
       FROM vault.legal_holds WHERE id = $1`,
    [id],
  );
  if (!hold) throw notFound({ zh: '保全', en: 'legal hold' });
  const on = `${hold.kind}:${hold.subjectId}`;
  const before = { state: hold.isEnded ? 'ended' : 'standing', on, holdReason: hold.reason };
  return { subject: { id, label: on }, before, after: { ...before, state: 'ended' } };
}
