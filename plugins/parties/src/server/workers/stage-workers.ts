import type { Tx } from '@linggong/core';
import type { SealedWorker } from './seal-worker';

/** Registrations in chunks, so that neither a sheet nor its ciphertext is ever whole in memory. */
export type StagedChunks = AsyncIterable<readonly StagedWorker[]> | Iterable<readonly StagedWorker[]>;

export interface StagedWorker {
  readonly rowNo: number;
  readonly worker: SealedWorker;
}

type Cell = string | number | boolean | null;

const COLUMNS = [
  'batch_id',
  'row_no',
  'name_sealed',
  'name_blind',
  'name_masked',
  'identity_kind',
  'identity_sealed',
  'identity_blind',
  'identity_masked',
  'phone_sealed',
  'phone_blind',
  'phone_masked',
  'address_sealed',
  'address_masked',
  'card_sealed',
  'card_blind',
  'card_masked',
  'holder_sealed',
  'holder_blind',
  'holder_masked',
  'bank_name',
  'bank_code',
  'country',
  'resident',
  'vat_role',
  'agency_from',
  'agency_to',
];

function cardCells(card: SealedWorker['card']): Cell[] {
  if (card === undefined) return [null, null, null, null, null, null, null, null];
  const { card: number, holder } = card;
  return [
    number.sealed,
    number.blind,
    number.masked,
    holder.sealed,
    holder.blind,
    holder.masked,
    card.bankName,
    card.bankCode,
  ];
}

function cellsOf(batchId: string, { rowNo, worker }: StagedWorker): Cell[] {
  const { name, identity, phone, address } = worker;
  return [
    batchId,
    rowNo,
    name.sealed,
    name.blind,
    name.masked,
    worker.identityKind,
    identity.sealed,
    identity.blind,
    identity.masked,
    phone.sealed,
    phone.blind,
    phone.masked,
    address?.sealed ?? null,
    address?.masked ?? null,
    ...cardCells(worker.card),
    worker.country,
    worker.isTaxResident,
    worker.vatRole,
    worker.agencyFrom,
    worker.agencyTo,
  ];
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One line of COPY's text format. */
function copyLine(cells: readonly Cell[]): string {
  const texts = cells.map((cell) =>
    cell === null ? '\\N' : String(cell).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character),
  );
  return `${texts.join('\t')}\n`;
}

async function* copyLines(batchId: string, chunks: StagedChunks): AsyncGenerator<string> {
  for await (const chunk of chunks) yield chunk.map((row) => copyLine(cellsOf(batchId, row))).join('');
}

/** Streams sealed registrations into staging by COPY. Gives the number of rows. */
export function stageWorkers(tx: Tx, batchId: string, chunks: StagedChunks): Promise<number> {
  return tx.copyIn(`COPY parties.worker_staging (${COLUMNS.join(', ')}) FROM STDIN`, copyLines(batchId, chunks));
}
