import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { notFound, shanghaiDay } from '@linggong/core/domain';
import type { FieldKind } from '@linggong/vault';
import type { EditLineRequest } from '../../api';
import { positive, readLine, type LineCells, type RawLine } from '../../domain';
import { lockBatch, nextState } from '../batch-rows';
import { batchIdOf } from '../line-id';
import { identifierChecks } from '../ports/identifiers';
import { batchInWork } from '../problems';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import { sealLine, type SealedLine } from '../upload/sealed-lines';
import { startCheck } from './recheck-lines';

interface StoredLine {
  readonly rowNo: number;
  readonly subject: string;
  readonly name: Buffer | null;
  readonly identity: Buffer | null;
  readonly phone: Buffer | null;
  readonly card: Buffer | null;
  readonly taskNumber: string | null;
  readonly amountFen: bigint | null;
  readonly remark: string | null;
}

/**
 * Corrects cells of a line in place (就地改正) and checks that line again. Only the named cells change; the others are
 * read anew with them, because identity number and ciphertexts belong together.
 * @throws Problem 404, 409 `illegal-transition`, `batch-in-work`
 */
export async function editLine(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  lineId: number,
  cells: EditLineRequest,
): Promise<{ batchId: number; runId: string }> {
  const batch = await lockBatch(tx, batchIdOf(lineId));
  if (batch.state === 'checking') throw batchInWork();
  const state = nextState(batch, 'check');
  const stored = await tx.maybeOne<StoredLine>(
    `SELECT row_no AS "rowNo", subject, name_sealed AS name, identity_sealed AS identity, phone_sealed AS phone,
            card_sealed AS card, task_number AS "taskNumber", amount_fen AS "amountFen", remark
       FROM settlement.lines WHERE id = $1 FOR UPDATE`,
    [lineId],
  );
  if (stored === undefined) throw notFound({ zh: '结算行', en: 'settlement line' });
  const raw = changed(clearLine(tools, stored), cells);
  const sealed = sealLine(tools.vault, batch.id, readLine(raw, identifierChecks, shanghaiDay(command.at)));
  await storeLine(tx, sealed);
  await addStep(tx, command, batch.id, 'line-edited', { row: stored.rowNo });
  await record(tx, command, {
    action: 'settlement-line.edit',
    subject: { kind: 'settlement-line', id: lineId },
    after: { cells: Object.keys(cells) },
  });
  return { batchId: batch.id, runId: await startCheck(tools.jobs, tx, command, batch.id, state) };
}

function clearLine({ vault }: SettlementTools, stored: StoredLine): RawLine {
  const open = (kind: FieldKind, sealed: Buffer | null): string =>
    sealed === null ? '' : vault.open(kind, stored.subject, sealed);
  return {
    rowNo: stored.rowNo,
    cells: {
      name: open('name', stored.name),
      identityNumber: open('identity-number', stored.identity),
      phone: open('phone', stored.phone),
      cardNumber: open('bank-card', stored.card),
      taskNumber: stored.taskNumber ?? '',
      remark: stored.remark ?? '',
    },
    amount: stored.amountFen === null ? '' : positive(stored.amountFen),
    faults: [],
  };
}

function changed(line: RawLine, { amountFen, ...cells }: EditLineRequest): RawLine {
  const texts = Object.entries(cells).flatMap(([key, text]) => (text === undefined ? [] : [[key, text.trim()]]));
  return {
    ...line,
    // The request's keys are those of the cells; the schema is closed.
    cells: { ...line.cells, ...(Object.fromEntries(texts) as Partial<LineCells>) },
    amount: amountFen === undefined ? line.amount : positive(BigInt(amountFen)),
  };
}

async function storeLine(tx: Tx, { id, subject, line, name, identity, phone, card }: SealedLine): Promise<void> {
  await tx.query(
    `UPDATE settlement.lines
        SET state = 'read', subject = $2, name_sealed = $3, name_blind = $4, name_masked = $5, identity_sealed = $6,
            identity_blind = $7, identity_masked = $8, phone_sealed = $9, phone_masked = $10, card_sealed = $11,
            card_blind = $12, card_masked = $13, task_number = $14, amount_fen = $15, remark = $16, faults = $17::jsonb,
            quote_version = NULL
      WHERE id = $1`,
    [
      id,
      subject,
      name.sealed,
      name.blind,
      name.masked,
      identity.sealed,
      identity.blind,
      identity.masked,
      phone.sealed,
      phone.masked,
      card.sealed,
      card.blind,
      card.masked,
      line.taskNumber || null,
      line.amountFen,
      line.remark || null,
      line.faults.length === 0 ? null : JSON.stringify(line.faults),
    ],
  );
}
