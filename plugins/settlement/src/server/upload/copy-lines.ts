import type { Tx } from '@linggong/core';
import type { SealedLine } from './sealed-lines';

const columns = `id, batch_id, row_no, subject, name_sealed, name_blind, name_masked, identity_sealed, identity_blind,
  identity_masked, phone_sealed, phone_masked, card_sealed, card_blind, card_masked, task_number, amount_fen, remark, faults`;

/** Streams lines into `settlement.lines` by COPY; gives how many there were. */
export function copyLines(tx: Tx, chunks: AsyncIterable<readonly SealedLine[]>): Promise<number> {
  return tx.copyIn(`COPY settlement.lines (${columns}) FROM STDIN`, copyText(chunks));
}

async function* copyText(chunks: AsyncIterable<readonly SealedLine[]>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield chunk.map(copyRow).join('');
}

function copyRow({ id, batchId, subject, line, name, identity, phone, card }: SealedLine): string {
  const fields = [
    String(id),
    String(batchId),
    String(line.rowNo),
    text(subject),
    bytes(name.sealed),
    bytes(name.blind),
    text(name.masked),
    bytes(identity.sealed),
    bytes(identity.blind),
    text(identity.masked),
    bytes(phone.sealed),
    text(phone.masked),
    bytes(card.sealed),
    bytes(card.blind),
    text(card.masked),
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
