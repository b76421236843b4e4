import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { notFound, problem } from '@linggong/core/domain';
import type { DeclarationAnswer } from '../../api';

/**
 * Notes that the corrected return of a month was declared (更正申报, domain.md 1.2): every open correction of the month of the given
 * one, and of its group, since one return says all of them. @throws Problem 404, 409 `correction-declared`
 */
export async function declareCorrections(
  tx: Tx,
  command: Command,
  id: number,
  reference: string,
): Promise<DeclarationAnswer> {
  const row = await tx.maybeOne<{ month: string; groupCode: string }>(
    'SELECT month, group_code AS "groupCode" FROM tax.corrections WHERE id = $1',
    [id],
  );
  if (!row) throw notFound({ zh: '更正记录', en: 'tax correction' });
  const declared = await tx.query<{ id: number }>(
    `INSERT INTO tax.correction_declarations (correction_id, reference, declared_by, declared_at)
     SELECT c.id, $3, $4, $5 FROM tax.corrections c WHERE c.group_code = $1 AND c.month = $2
     ON CONFLICT (correction_id) DO NOTHING RETURNING correction_id::int AS id`,
    [row.groupCode, row.month, reference, command.actor.name, command.at],
  );
  if (declared.length === 0) {
    throw problem(409, 'correction-declared', {
      zh: '该月更正已全部申报',
      en: 'All corrections of this month are declared',
    });
  }
  await record(tx, command, {
    action: 'tax-correction.declare',
    subject: { kind: 'tax-correction', id },
    before: { state: 'open' },
    after: { state: 'declared', month: row.month, reference },
    count: declared.length,
  });
  return { month: row.month, declared: declared.length };
}

/** Both states of a month's corrections as the second person is shown them. @throws Problem 404 */
export async function shownDeclaration(db: Queryable, id: number, reference: string) {
  const row = await db.maybeOne<{ month: string; open: bigint }>(
    `SELECT c.month, (SELECT count(*) FROM tax.corrections o
                       WHERE o.group_code = c.group_code AND o.month = c.month
                         AND NOT EXISTS (SELECT FROM tax.correction_declarations d WHERE d.correction_id = o.id)) AS open
       FROM tax.corrections c WHERE c.id = $1`,
    [id],
  );
  if (!row) throw notFound({ zh: '更正记录', en: 'tax correction' });
  const before = { month: row.month, corrections: Number(row.open), declared: false };
  return { subject: { id, label: row.month }, before, after: { ...before, declared: true, reference } };
}
