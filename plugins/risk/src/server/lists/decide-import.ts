import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { ListImportAnswer } from '../../api';
import type { ListKind } from '../../domain';
import type { RiskTools } from '../tools';
import { lockLists, retireExpired } from './put-entry';
import { readImport } from './import-rows';
import { importDecided, nothingGood } from './list-problems';

/**
 * Puts the good rows of an import in force; a second person approved it. Who stands on the same list already stays as he is: his row of
 * the sheet is discarded.
 * @throws Problem 404; 409 `list-import-decided`, `list-import-empty`
 */
export async function takeImport(tx: Tx, command: Command, id: number): Promise<ListImportAnswer> {
  await lockLists(tx);
  const before = await lockRead(tx, id);
  if (before.rowsGood === 0) throw nothingGood();
  const keys = await tx.query<{ key: string }>(
    'SELECT subject_key AS key FROM risk.list_entries WHERE import_id = $1',
    [id],
  );
  await retireExpired(
    tx,
    command,
    keys.map(({ key }) => key),
    shanghaiDay(command.at),
  );
  const taken = await tx.query<{ id: number }>(
    `UPDATE risk.list_entries e SET state = 'in-force', approval_id = $2 WHERE e.import_id = $1 AND e.state = 'proposed'
        AND NOT EXISTS (SELECT FROM risk.list_entries o WHERE o.state = 'in-force' AND o.kind = e.kind
                          AND o.subject_kind = e.subject_kind AND o.subject_key = e.subject_key)
      RETURNING e.id`,
    [id, command.approvalId ?? null],
  );
  await tx.query(`UPDATE risk.list_entries SET state = 'discarded' WHERE import_id = $1 AND state = 'proposed'`, [id]);
  await decided(tx, command, id, 'taken');
  await record(tx, command, {
    action: 'risk-list-import.take',
    subject: { kind: 'risk-list-import', id },
    ids: taken.map((row) => row.id),
    before: { state: 'read', rowsTaken: 0 },
    after: { state: 'taken', rowsTaken: taken.length },
  });
  return readImport(tx, id);
}

/** Gives an import up: its rows never were in force. @throws Problem 404; 409 `list-import-decided` */
export async function discardImport(tx: Tx, command: Command, id: number): Promise<ListImportAnswer> {
  await lockRead(tx, id);
  await tx.query(`UPDATE risk.list_entries SET state = 'discarded' WHERE import_id = $1 AND state = 'proposed'`, [id]);
  await decided(tx, command, id, 'discarded');
  await record(tx, command, {
    action: 'risk-list-import.discard',
    subject: { kind: 'risk-list-import', id },
    before: { state: 'read' },
    after: { state: 'discarded' },
  });
  return readImport(tx, id);
}

/** What a second person is shown of an import: how many of what. */
export async function shownImport({ database }: Pick<RiskTools, 'database'>, id: number) {
  const { number, state, counts, rowsGood, rowsRefused } = await readImport(database, id);
  const of = (kind: ListKind): number => counts.reduce((sum, one) => sum + (one.kind === kind ? one.rows : 0), 0);
  const rows = { denyRows: of('deny'), watchRows: of('watch'), allowRows: of('allow') };
  const before = { state, rowsGood, rowsRefused, ...rows };
  return { subject: { id, label: number }, before, after: { ...before, state: 'taken' } };
}

async function lockRead(tx: Tx, id: number): Promise<ListImportAnswer> {
  await tx.query('SELECT FROM risk.list_imports WHERE id = $1 FOR UPDATE', [id]);
  const given = await readImport(tx, id);
  if (given.state !== 'read') throw importDecided();
  return given;
}

async function decided(tx: Tx, command: Command, id: number, state: 'taken' | 'discarded'): Promise<void> {
  await tx.query(
    'UPDATE risk.list_imports SET state = $2, decided_at = $3::timestamptz, decided_name = $4 WHERE id = $1',
    [id, state, command.at, command.actor.name],
  );
}
