import { isDeepStrictEqual } from 'node:util';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  compileTable,
  traceOf,
  columnValues,
  type CompiledTable,
  type DecisionTable,
  type Evaluation,
  type Json,
  type TableInput,
  type TableOutcome,
} from '../../domain';
import { notDecided } from './not-decided';
import { decideByZen } from './zen-table';

/** A call that takes longer is given up, and nothing is decided. */
const limitMs = 10_000;
/** Time after which others are let in between two decisions, in ms. */
const turnMs = 20;
/** Of the first inputs that a table is asked so many go to zen-engine as well, and later one of every so many. */
const second = { first: 20, oneOf: 1_000 } as const;

interface Ready {
  readonly table: CompiledTable;
  asked: number;
}

// A content that is in force or pinned is one object for as long as it is cached, so it is compiled once.
const ready = new WeakMap<DecisionTable, Ready>();

function readyOf(table: DecisionTable): Ready {
  const known = ready.get(table);
  if (known !== undefined) return known;
  const made = { table: compileTable(table), asked: 0 };
  ready.set(table, made);
  return made;
}

/**
 * Decides many inputs, in the order given; inputs fit the table (`tableInput`) and the table has no faults. The rows are compiled to
 * comparisons; zen-engine decides the first inputs of every table and one of a thousand later as well, and where the two differ nothing is
 * decided. Amounts are compared, nothing computes money.
 * @throws Problem `table-not-decided` where it takes longer than `limit` ms, or the engines differ
 */
export async function decideTable(
  table: DecisionTable,
  inputs: readonly TableInput[],
  limit = limitMs,
): Promise<TableOutcome[]> {
  const { table: compiled } = readyOf(table);
  return (await decided(table, inputs, limit)).map((hits) => compiled.outcome(hits));
}

/** As `decideTable`, with the reasons in words: how drafts are replayed. */
export async function evaluateTables(content: Json, inputs: readonly Json[]): Promise<Evaluation[]> {
  // Replays read the content and its inputs by their kind before.
  const [table, asked] = [content as unknown as DecisionTable, inputs as unknown as TableInput[]];
  const { table: compiled } = readyOf(table);
  return (await decided(table, asked, limitMs)).map((hits, index) => {
    const values = columnValues(table, asked[index] ?? {});
    return { outcome: compiled.outcome(hits) as unknown as Json, trace: traceOf(table, values, hits) };
  });
}

/** The rows that hit, for each input. */
async function decided(table: DecisionTable, inputs: readonly TableInput[], limit: number): Promise<number[][]> {
  const used = readyOf(table);
  const places = inputs.flatMap((_, index) => (isAskedTwice(used.asked + index) ? [index] : []));
  used.asked += inputs.length;
  const twice = places.map((place) => inputs[place] ?? {});
  const opinion = twice.length === 0 ? Promise.resolve([]) : decideByZen(table, twice, limit);
  // Told below, once the rows are known; unheard until then it would end the process.
  opinion.catch(() => undefined);
  const hits = await inTurns(used.table, inputs, limit);
  const others = await opinion;
  const isAgreed = places.every((place, nth) => isDeepStrictEqual(used.table.outcome(hits[place] ?? []), others[nth]));
  if (!isAgreed) throw notDecided();
  return hits;
}

const isAskedTwice = (nth: number): boolean => nth < second.first || nth % second.oneOf === 0;

async function inTurns(table: CompiledTable, inputs: readonly TableInput[], limit: number): Promise<number[][]> {
  const hits: number[][] = [];
  const began = performance.now();
  let turn = began;
  for (const input of inputs) {
    hits.push(table.hits(input));
    const now = performance.now();
    if (now - began > limit) throw notDecided();
    if (now - turn < turnMs) continue;
    await nextTurn();
    turn = performance.now();
  }
  return hits;
}
