import { record, recordRead, type Reading } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { maskPersonalText, notFound, shanghaiDay } from '@linggong/core/domain';
import type { EditLineRequest } from '../../api';
import {
  keptFaults,
  positive,
  readLine,
  type CellKey,
  type LineCells,
  type LineFault,
  type LineState,
  type RawLine,
} from '../../domain';
import { lockBatch, nextState } from '../batch-rows';
import { batchIdOf } from '../line-id';
import { identifierChecks } from '../ports/identifiers';
import { lineExcluded } from '../problems';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import { cellKinds, openCells, sealLine, type SealedLine } from '../upload/sealed-lines';
import { demandIdle, startCheck } from './recheck-lines';

interface StoredLine {
  readonly rowNo: number;
  readonly cellsSealed: Buffer;
  readonly nameMasked: string | null;
  readonly identityMasked: string | null;
  readonly phoneMasked: string | null;
  readonly cardMasked: string | null;
  readonly taskNumber: string | null;
  readonly amountFen: bigint | null;
  readonly remark: string | null;
  readonly faults: readonly LineFault[] | null;
  readonly state: LineState;
}

/**
 * Corrects cells of a line in place (就地改正) and checks that line again. Only the named cells change; the others are
 * read anew with them, because identity number and ciphertexts belong together, and what was wrong with them stays wrong.
 * @throws Problem 404, 409 `illegal-transition`, `batch-in-work`, `line-excluded`
 */
export async function editLine(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  lineId: number,
  cells: EditLineRequest,
): Promise<{ batchId: number; runId: string }> {
  const batch = await lockBatch(tx, batchIdOf(lineId));
  await demandIdle(tools.jobs, batch);
  const state = nextState(batch, 'check');
  const stored = await tx.maybeOne<StoredLine>(
    `SELECT row_no AS "rowNo", cells_sealed AS "cellsSealed", name_masked AS "nameMasked",
            identity_masked AS "identityMasked", phone_masked AS "phoneMasked", card_masked AS "cardMasked", task_number AS "taskNumber", amount_fen AS "amountFen", remark,
            faults, state
       FROM settlement.lines WHERE id = $1 FOR UPDATE`,
    [lineId],
  );
  if (stored === undefined) throw notFound({ zh: '结算行', en: 'settlement line' });
  if (stored.state === 'excluded') throw lineExcluded();
  const subject = { kind: 'settlement-line', id: lineId };
  const reading = await recordRead(tx, command, { purpose: 'line-correction', kinds: cellKinds, subject });
  const raw = changed(clearLine(tools, lineId, stored, reading), cells);
  const sealed = sealLine(tools.vault, batch.id, readLine(raw, identifierChecks, shanghaiDay(command.at)));
  await storeLine(tx, sealed);
  await addStep(tx, command, batch.id, 'line-edited', { row: stored.rowNo });
  await record(tx, command, {
    action: 'settlement-line.edit',
    subject,
    before: toldCells(stored, cells),
    after: toldCells({ ...sealed, ...sealed.line }, cells),
  });
  return { batchId: batch.id, runId: await startCheck(tools.jobs, tx, command, batch, state) };
}

type ToldCells = Pick<
  StoredLine,
  'nameMasked' | 'identityMasked' | 'phoneMasked' | 'cardMasked' | 'taskNumber' | 'amountFen' | 'remark'
>;

/** The edited cells as the log has them: masked, amounts as figures; what cannot be read as an amount is nothing. */
function toldCells(line: ToldCells, edited: EditLineRequest): Record<string, string | bigint | null> {
  const text = (typed: string | null): string | null => (typed ? maskPersonalText(typed) : null);
  const told = {
    name: line.nameMasked,
    identityNumber: line.identityMasked,
    phone: line.phoneMasked,
    cardNumber: line.cardMasked,
    taskNumber: text(line.taskNumber),
    amountFen: line.amountFen,
    remark: text(line.remark),
  };
  return Object.fromEntries(Object.entries(told).filter(([cell]) => cell in edited));
}

function clearLine({ vault }: SettlementTools, lineId: number, stored: StoredLine, reading: Reading): RawLine {
  const { rowNo, cellsSealed, taskNumber, amountFen, remark, faults } = stored;
  const { amountText, ...sensitive } = openCells(vault, lineId, cellsSealed, reading);
  return {
    rowNo,
    amountText,
    cells: { ...sensitive, taskNumber: taskNumber ?? '', remark: remark ?? '' },
    amount: amountFen === null ? '' : positive(amountFen),
    faults: [],
    kept: faults ?? [],
  };
}

function changed(line: RawLine, { amountFen, ...cells }: EditLineRequest): RawLine {
  const texts = Object.entries(cells).flatMap(([key, text]) => (text === undefined ? [] : [[key, text.trim()]]));
  const edited = new Set<CellKey>([
    // The keys of a closed schema.
    ...(Object.keys(cells) as (keyof LineCells)[]),
    ...(amountFen === undefined ? [] : (['amount'] as const)),
  ]);
  return {
    ...line,
    kept: keptFaults(line.kept ?? [], edited),
    // The request's keys are those of the cells; the schema is closed.
    cells: { ...line.cells, ...(Object.fromEntries(texts) as Partial<LineCells>) },
    amount: amountFen === undefined ? line.amount : positive(BigInt(amountFen)),
    amountText: amountFen === undefined ? (line.amountText ?? null) : null,
  };
}

async function storeLine(tx: Tx, sealed: SealedLine): Promise<void> {
  const { line } = sealed;
  await tx.query(
    `UPDATE settlement.lines
        SET state = 'read', cells_sealed = $2, name_blind = $3, name_masked = $4, identity_blind = $5, identity_masked = $6,
            phone_masked = $7, card_blind = $8, card_masked = $9, task_number = $10, amount_fen = $11, remark = $12,
            faults = $13::jsonb, quote_version = NULL
      WHERE id = $1`,
    [
      sealed.id,
      sealed.cellsSealed,
      sealed.nameBlind,
      sealed.nameMasked,
      sealed.identityBlind,
      sealed.identityMasked,
      sealed.phoneMasked,
      sealed.cardBlind,
      sealed.cardMasked,
      line.taskNumber || null,
      line.amountFen,
      line.remark || null,
      line.faults.length === 0 ? null : JSON.stringify(line.faults),
    ],
  );
}
