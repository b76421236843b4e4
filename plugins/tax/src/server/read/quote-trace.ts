import type { Queryable } from '@linggong/core';
import { yearOf } from '@linggong/core/domain';
import { addPayment, advanceBatch, bookedPayment, rulesOfDay, traceEntries, type TraceEntry } from '../../domain';
import { readTables } from '../parameters/read-tables';
import { readStates, type QuoteRequest } from '../quote/quote-taxes';
import { datedLine, type TaxLine } from '../quote/tax-line';
import { readRecordMonths } from '../state/record-months';
import { HIDDEN, hiddenFrom, type ReadTrace, type TraceReader } from './trace-reader';

/**
 * The trace of a line that is not paid yet: `request.lines` are the lines of its worker in the batch, in their order. Empty
 * where the line is not among them or cannot be computed.
 */
export async function quoteTrace(
  db: Queryable,
  request: QuoteRequest,
  lineKey: string,
  reader: TraceReader,
): Promise<ReadTrace> {
  const asked = request.lines.find((line) => line.lineKey === lineKey);
  if (!asked) return { entries: [], hidden: false };
  const { workerId, regime } = datedLine(asked, request.day);
  const year = { workerId, regime, groupCode: request.groupCode, year: yearOf(request.day) };
  if (await hiddenFrom(db, reader, year)) return HIDDEN;
  return { entries: await entriesOf(db, request, asked), hidden: false };
}

async function entriesOf(db: Queryable, request: QuoteRequest, asked: TaxLine): Promise<TraceEntry[]> {
  const { tables } = await readTables(db);
  const lines = request.lines
    .filter(({ workerId }) => workerId === asked.workerId)
    .map((line) => datedLine(line, request.day));
  const { states } = await readStates(db, request, lines);
  const year = yearOf(request.day);
  const { regime } = datedLine(asked, request.day);
  const filter = { workerIds: [asked.workerId], fromYear: year, throughYear: year, groupCode: request.groupCode };
  const months = (await readRecordMonths(db, filter)).filter((month) => month.regime === regime);
  let before = months.map(({ line }) => line);
  for (const outcome of advanceBatch(lines, states, rulesOfDay(tables, request.day))) {
    if (!outcome.ok || outcome.line.regime !== regime) continue;
    const { result, trace } = outcome.advance;
    if (outcome.line.source.lineKey === asked.lineKey) return traceEntries(before, result, trace);
    before = addPayment(before, bookedPayment(outcome.advance));
  }
  return [];
}
