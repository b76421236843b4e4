import type { Queryable } from '@linggong/core';
import type { Day, Problem } from '@linggong/core/domain';
import { advanceBatch, rulesOfDay, stateKey, type LineOutcome, type PaymentTax, type StateMap } from '../../domain';
import { readTables } from '../parameters/read-tables';
import type { CumulationKey } from '../state/cumulation-columns';
import { readCumulations } from '../state/cumulation-rows';
import { standingOf, type StandingFrame } from '../state/standing';
import { chunksOf } from '../state/row-columns';
import { datedLine, figuresOf, type DatedLine, type LineFigures, type TaxLine } from './tax-line';

/** What a batch asks: who pays, the day it will be sent on, and its lines; lines of one worker are taken in their order. */
export interface QuoteRequest<L extends TaxLine = TaxLine> {
  readonly groupCode: string;
  /** What a worker owes is collected, or given back, only by payments of the enterprise that it concerns. */
  readonly enterpriseId: number;
  readonly day: Day;
  readonly lines: readonly L[];
}

export type QuotedLine =
  | {
      readonly ok: true;
      readonly lineKey: string;
      readonly workerId: number;
      readonly figures: LineFigures;
      readonly tax: PaymentTax;
      /** Version of the worker's running totals that the figures stand on. */
      readonly stateVersion: bigint;
    }
  | { readonly ok: false; readonly lineKey: string; readonly workerId: number; readonly problem: Problem };

export interface TaxQuote {
  /** In the order of the request. */
  readonly lines: readonly QuotedLine[];
  readonly parametersVersion: string;
}

const WORKERS_A_STATEMENT = 20_000;
const LINES_A_CHUNK = 2_000;

/** Taxes of a batch on top of everything confirmed so far. Reads only; nothing is reserved. */
export async function quoteTaxes(db: Queryable, request: QuoteRequest): Promise<TaxQuote> {
  const { tables, version } = await readTables(db);
  const lines = request.lines.map((line) => datedLine(line, request.day));
  const { states, versions } = await readStates(db, request, lines);
  const rulesOf = rulesOfDay(tables, request.day);
  const quoted: QuotedLine[] = [];
  // In chunks, so that the traces of a hundred thousand lines are never in memory together.
  for (const chunk of chunksOf(lines, LINES_A_CHUNK)) {
    for (const outcome of advanceBatch(chunk, states, rulesOf)) quoted.push(quotedLine(outcome, versions));
  }
  return { lines: quoted, parametersVersion: version };
}

interface States {
  readonly states: StateMap;
  readonly versions: ReadonlyMap<string, bigint>;
}

/** What lines stand on, as maps by worker and regime. */
export async function readStates(
  db: Queryable,
  frame: StandingFrame,
  lines: readonly DatedLine<TaxLine>[],
): Promise<States> {
  const states: StateMap = new Map();
  const versions = new Map<string, bigint>();
  for (const chunk of chunksOf(distinctKeys(lines), WORKERS_A_STATEMENT)) {
    const held = await readCumulations(db, frame.groupCode, chunk);
    for (const row of held) versions.set(stateKey(row), row.version);
    for (const [key, state] of await standingOf(db, frame, held, lines)) states.set(key, state);
  }
  return { states, versions };
}

/** Each worker and regime once, in the order of worker ids: the order in which rows are locked. */
export function distinctKeys(lines: readonly CumulationKey[]): CumulationKey[] {
  const keys = new Map(lines.map(({ workerId, regime }) => [stateKey({ workerId, regime }), { workerId, regime }]));
  return [...keys.values()].sort(
    (left, right) => left.workerId - right.workerId || (left.regime < right.regime ? -1 : 1),
  );
}

function quotedLine(outcome: LineOutcome<DatedLine<TaxLine>>, versions: ReadonlyMap<string, bigint>): QuotedLine {
  const { lineKey, workerId } = outcome.line.source;
  if (!outcome.ok) return { ok: false, lineKey, workerId, problem: outcome.problem };
  const tax = outcome.advance.result;
  const stateVersion = versions.get(stateKey(outcome.line)) ?? 0n;
  return { ok: true, lineKey, workerId, figures: figuresOf(tax), tax, stateVersion };
}
