import { ZenEngine, type ZenDecision } from '@gorules/zen-engine';
import { z } from 'zod';
import { columnValues, tableOutcome, type DecisionTable, type TableInput, type TableOutcome } from '../../domain';
import { compileJdm, type CompiledJdm } from './jdm';
import { notDecided } from './not-decided';

/** Inputs of one call: it runs on a thread of the engine's, and more would only hold memory. */
const inputsMax = 1_000;
/** Cells that one call may have to look at: fractions of a second. */
const cellsMax = 1_000_000;
const first = z.array(z.object({ row: z.int() }).nullable());
const collected = z.array(z.array(z.object({ row: z.int() })));

interface Compiled {
  readonly decision: Pick<ZenDecision, 'evaluate'>;
  readonly jdm: CompiledJdm;
}

// A content that is in force or pinned is one object for as long as it is cached, so it is compiled once.
const compiled = new WeakMap<DecisionTable, Compiled>();

function compiledOf(table: DecisionTable): Compiled {
  const known = compiled.get(table);
  if (known !== undefined) return known;
  const jdm = compileJdm(table);
  const made = { decision: new ZenEngine().createDecision(jdm.graph), jdm };
  compiled.set(table, made);
  return made;
}

/**
 * Decides many inputs by zen-engine, in the order given; inputs fit the table (`tableInput`) and the table has no faults. Amounts are
 * compared there, nothing computes money.
 * @throws Problem `table-not-decided` where the engine takes longer than `limit` ms or answers something else than one outcome for each input
 */
export async function decideByZen(
  table: DecisionTable,
  inputs: readonly TableInput[],
  limit: number,
): Promise<TableOutcome[]> {
  const { decision, jdm } = compiledOf(table);
  const size = Math.min(inputsMax, Math.max(1, Math.floor(cellsMax / Math.max(1, jdm.cells))));
  const outcomes: TableOutcome[] = [];
  for (let start = 0; start < inputs.length; start += size) {
    const lines = inputs.slice(start, start + size).map((input) => jdm.context(columnValues(table, input)));
    const hits = hitsOf(table, await inTime(decision.evaluate({ lines }), limit), lines.length);
    outcomes.push(...hits.map((places) => tableOutcome(table, places)));
  }
  return outcomes;
}

/** The places of the rows that hit, for each input. */
function hitsOf(table: DecisionTable, result: unknown, count: number): number[][] {
  const lines = z.object({ lines: z.unknown() }).safeParse(result).data?.lines;
  const hits =
    table.hitPolicy === 'first'
      ? first.safeParse(lines).data?.map((hit) => (hit === null ? [] : [hit.row]))
      : collected.safeParse(lines).data?.map((rows) => rows.map(({ row }) => row));
  if (hits?.length !== count) throw notDecided();
  return hits;
}

async function inTime(work: Promise<{ result: unknown }>, limit: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(notDecided());
    }, limit);
  });
  try {
    return (await Promise.race([work, late])).result;
  } finally {
    clearTimeout(timer);
  }
}
