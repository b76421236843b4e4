import type { Command, Tx } from '@linggong/core';
import { monthOf } from '@linggong/core/domain';
import {
  advanceBatch,
  byState,
  owedByPayment,
  rulesOfDay,
  stateKey,
  type LineOutcome,
  type RulesOf,
  type StateMap,
} from '../../domain';
import { readTables } from '../parameters/read-tables';
import { distinctKeys, type QuoteRequest } from '../quote/quote-taxes';
import { datedLine, figuresOf, sameFigures, type DatedLine } from '../quote/tax-line';
import type { CumulationKey, StoredCumulation } from '../state/cumulation-columns';
import { addOwed, type OwedChange } from '../state/balance-rows';
import { lockCumulations, writeCumulations } from '../state/cumulation-rows';
import { asPastRun, endsRun, writePastRuns } from '../state/past-runs';
import { NO_PAYMENTS, withPart } from '../state/run-sums';
import { chunksOf } from '../state/row-columns';
import { standingOf } from '../state/standing';
import type { ReserveLine } from './reserve-line';
import { copyRecords, type NewRecord, type RecordFrame } from './record-rows';
import { periodIdOf } from './tax-period';

export type ReserveRequest = QuoteRequest<ReserveLine>;

/** `stale`: lines whose quote no longer holds. The caller rolls back and quotes again; nothing is recomputed silently. */
export type Reservation = { readonly ok: true } | { readonly ok: false; readonly stale: readonly string[] };

const WORKERS_A_CHUNK = 5_000;

/**
 * Reserves the taxes of a confirmed batch in the caller's transaction: locks the totals of its workers (in the order of their
 * ids, so that batches wait for each other and never deadlock), computes the lines again on what it finds, compares with the
 * quote, and writes totals, months and records in state `reserved`.
 */
export async function reserveTaxes(tx: Tx, request: ReserveRequest, command: Command): Promise<Reservation> {
  const { tables, version } = await readTables(tx);
  const { groupCode, enterpriseId, day } = request;
  const periodId = await periodIdOf(tx, groupCode, monthOf(day));
  const frame: RecordFrame = { groupCode, enterpriseId, day, periodId, parametersVersion: version, at: command.at };
  const lines = request.lines.map((line) => datedLine(line, day));
  const linesOf = byState(lines);
  const rulesOf = rulesOfDay(tables, day);
  const stale: string[] = [];
  for (const keys of chunksOf(distinctKeys(lines), WORKERS_A_CHUNK)) {
    stale.push(...(await reserveWorkers(tx, frame, keys, linesOf, rulesOf)));
  }
  return stale.length === 0 ? { ok: true } : { ok: false, stale };
}

type Line = DatedLine<ReserveLine>;

/** One chunk of workers. Gives the keys of stale lines; where there is one, nothing of the chunk is written. */
async function reserveWorkers(
  tx: Tx,
  frame: RecordFrame,
  keys: readonly CumulationKey[],
  linesOf: ReadonlyMap<string, readonly Line[]>,
  rulesOf: RulesOf,
): Promise<string[]> {
  const held = await lockCumulations(tx, frame.groupCode, keys);
  const versions = new Map(held.map((row) => [stateKey(row), row.version]));
  const lines = keys.flatMap((key) => linesOf.get(stateKey(key)) ?? []);
  const states = await standingOf(tx, frame, held, lines);
  const outcomes = advanceBatch(lines, states, rulesOf);
  const stale = outcomes.filter((outcome) => !holds(outcome, versions)).map(({ line }) => line.source.lineKey);
  if (stale.length > 0) return stale;
  const records = numbered(outcomes, new Map(held.map((row) => [stateKey(row), row.payments])));
  const recordsOf = recordsByState(records);
  const changes = held.map((before) => ({ before, after: moved(before, states, recordsOf) }));
  const ended = changes.filter(({ before, after }) => endsRun(before, after));
  await writePastRuns(
    tx,
    frame.groupCode,
    ended.map(({ before }) => asPastRun(before)),
  );
  await writeCumulations(
    tx,
    frame.groupCode,
    changes.map(({ after }) => after),
    frame.at,
  );
  await addOwed(
    tx,
    frame.groupCode,
    records.map((record) => owedChange(frame, record)),
    frame.at,
  );
  await copyRecords(tx, frame, records);
  return [];
}

function holds(outcome: LineOutcome<Line>, versions: ReadonlyMap<string, bigint>): boolean {
  const { stateVersion, quoted } = outcome.line.source;
  if (!outcome.ok) return false;
  if (stateVersion !== undefined && stateVersion !== versions.get(stateKey(outcome.line))) return false;
  return sameFigures(figuresOf(outcome.advance.result), quoted);
}

function owedChange({ enterpriseId }: RecordFrame, { line, advance }: NewRecord): OwedChange {
  const { workerId, regime } = line;
  return { workerId, regime, enterpriseId, owedFen: owedByPayment(advance.result) };
}

function numbered(outcomes: readonly LineOutcome<Line>[], payments: Map<string, number>): NewRecord[] {
  return outcomes.flatMap((outcome) => {
    if (!outcome.ok) return [];
    const key = stateKey(outcome.line);
    const sequence = (payments.get(key) ?? 0) + 1;
    payments.set(key, sequence);
    return [{ line: outcome.line, advance: outcome.advance, sequence }];
  });
}

function recordsByState(records: readonly NewRecord[]): ReadonlyMap<string, readonly NewRecord[]> {
  return byState(records.map((record) => ({ ...record, workerId: record.line.workerId, regime: record.line.regime })));
}

/** The totals after the worker's new records. A batch has one day, so at most its first record begins a new run. */
function moved(
  before: StoredCumulation,
  states: StateMap,
  recordsOf: ReadonlyMap<string, readonly NewRecord[]>,
): StoredCumulation {
  const records = recordsOf.get(stateKey(before)) ?? [];
  const after: StoredCumulation = {
    ...before,
    state: states.get(stateKey(before)) ?? before.state,
    version: before.version + 1n,
    payments: before.payments + records.length,
  };
  const start = endsRun(before, after) ? NO_PAYMENTS : before.sums;
  return { ...after, sums: records.reduce((sums, { advance }) => withPart(sums, advance.result), start) };
}
