import type { Tx } from '@linggong/core';
import type { SealedLine } from './sealed-lines';

const columns = `id, batch_id, row_no, cells_sealed, name_blind, name_masked, identity_blind, identity_masked, phone_masked,
  card_blind, card_masked, task_number, amount_fen, remark, faults`;

/** Streams lines into `settlement.lines` by COPY; gives how many there were. */
export function copyLines(tx: Tx, chunks: AsyncIterable<readonly SealedLine[]>): Promise<number> {
  return tx.copyIn(`COPY settlement.lines (${columns}) FROM STDIN`, copyText(chunks));
}

async function* copyText(chunks: AsyncIterable<readonly SealedLine[]>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield chunk.map(copyRow).join('');
}

function copyRow(sealed: SealedLine): string {
  const { line } = sealed;
  const fields = [
    String(sealed.id),
    String(sealed.batchId),
    String(line.rowNo),
    bytes(sealed.cellsSealed),
    bytes(sealed.nameBlind),
    text(sealed.nameMasked),
    bytes(sealed.identityBlind),
    text(sealed.identityMasked),
    text(sealed.phoneMasked),
    bytes(sealed.cardBlind),
    text(sealed.cardMasked),
    text(line.taskNumber || null),
    line.amountFen === null ? NULL : line.amountFen.toString(),
    text(line.remark || null),
    line.faults.length === 0 ? NULL : text(JSON.stringify(line.faults)),
  ];
  return `${fields.join('\t')}\n`;
}

const NULL = '\\N';
const bytes = (value: Buffer | null): string => (value === null ? NULL : `\\\\x${value.toString('hex')}`);

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
function text(value: string | null): string {
  if (value === null) return NULL;
  return value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
