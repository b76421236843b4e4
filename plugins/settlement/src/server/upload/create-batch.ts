import { record } from '@linggong/audit';
import { inChunks, type Command, type Queryable, type Tx } from '@linggong/core';
import { businessNumber, shanghaiDay } from '@linggong/core/domain';
import { batchLifecycle, readLine } from '../../domain';
import { enqueueCheck } from '../check/check-job';
import { enterpriseFacts } from '../ports/enterprises';
import { identifierChecks } from '../ports/identifiers';
import { enterpriseUnknown, sameSheet } from '../problems';
import { addStep } from '../steps';
import type { SettlementTools } from '../tools';
import { copyLines } from './copy-lines';
import type { LineSource } from './line-sources';
import { sealLine, type SealedLine } from './sealed-lines';

/** Lines encrypted and written between two turns of the event loop. */
const CHUNK_LINES = 1_000;

export interface NewBatch {
  readonly enterpriseId: number;
  readonly source: LineSource;
  /** The same file once more, on purpose. */
  readonly again: boolean;
}

export interface CreatedBatch {
  readonly id: number;
  readonly runId: string;
}

/**
 * Stores a payout sheet as a batch: the file into the vault, its rows by COPY with every sensitive cell encrypted, and
 * the check on the queue – one transaction, so that a kill leaves nothing or all of it. Bad rows are stored with their faults.
 * @throws Problem 404 for an unknown enterprise, 409 `sheet-already-uploaded`, and what reading the rows throws
 */
export async function createBatch(
  tools: SettlementTools,
  tx: Tx,
  command: Command,
  { enterpriseId, source, again }: NewBatch,
): Promise<CreatedBatch> {
  if (!(await enterpriseFacts(tx, enterpriseId))) throw enterpriseUnknown();
  if (!again) await refuseSameSheet(tx, enterpriseId, source.sha256);
  const { id, number } = await insertBatch(tx, command, enterpriseId, source);
  const file = await tools.vault.putFile(
    tx,
    { kind: 'payout-sheet', contentType: source.contentType, subject: `settlement-batch:${id}` },
    source.original(),
  );
  const lineCount = await copyLines(tx, sealedLines(tools, id, command, source));
  await tx.query('INSERT INTO settlement.batch_details (batch_id, sheet) VALUES ($1, $2::jsonb)', [
    id,
    JSON.stringify(source.facts),
  ]);
  const runId = await enqueueCheck(tools.jobs, tx, command, { batchId: id, after: 0 });
  await tx.query('UPDATE public.settlement_batches SET line_count = $2, file_id = $3, run_id = $4 WHERE id = $1', [
    id,
    lineCount,
    file.id,
    runId,
  ]);
  await addStep(tx, command, id, 'uploaded', { lines: lineCount });
  await record(tx, command, {
    action: 'settlement-batch.upload',
    subject: { kind: 'settlement-batch', id },
    after: { state: batchLifecycle.initial, number, enterpriseId, lineCount, sha256: source.sha256 },
    count: lineCount,
  });
  return { id, runId };
}

/** The same bytes twice are a slip far more often than a wish; a cancelled or expired batch does not count. */
async function refuseSameSheet(tx: Queryable, enterpriseId: number, sha256: string): Promise<void> {
  const twin = await tx.maybeOne<{ number: string }>(
    `SELECT number FROM public.settlement_batches
      WHERE enterprise_id = $1 AND file_sha_256 = $2 AND state NOT IN ('cancelled', 'expired') ORDER BY id DESC LIMIT 1`,
    [enterpriseId, sha256],
  );
  if (twin) throw sameSheet(twin.number);
}

async function insertBatch(
  tx: Queryable,
  command: Command,
  enterpriseId: number,
  source: LineSource,
): Promise<{ id: number; number: string }> {
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('settlement.batch_serials') AS serial`);
  const number = businessNumber('PB', shanghaiDay(command.at), serial);
  return tx.one<{ id: number; number: string }>(
    `INSERT INTO public.settlement_batches (number, enterprise_id, state, file_name, file_sha_256, file_format, stage,
       stage_done, stage_total, line_count, ready_count, blocked_count, held_count, excluded_count, quote_version,
       paid_count, failed_count, returned_count, paid_fen, uploaded_by, uploaded_at, version)
     VALUES ($1, $2, 'uploaded', $3, $4, $5, 'read', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, $6, $7::timestamptz, 1)
     RETURNING id, number`,
    [
      number,
      enterpriseId,
      source.fileName,
      source.sha256,
      source.facts.format,
      command.actor.accountId ?? null,
      command.at,
    ],
  );
}

async function* sealedLines(
  { vault }: SettlementTools,
  batchId: number,
  command: Command,
  source: LineSource,
): AsyncGenerator<SealedLine[]> {
  const today = shanghaiDay(command.at);
  for await (const rows of inChunks(source.lines, CHUNK_LINES)) {
    yield rows.map((row) => sealLine(vault, batchId, readLine(row, identifierChecks, today)));
  }
}
