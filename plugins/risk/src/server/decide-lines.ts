import { ZenEngine } from '@gorules/zen-engine';
import { z } from 'zod';
import { decisions, lineRules, lineTableGraph, type LineDecision, type LineFacts } from '../domain';

const answer = z.object({ decision: z.enum(decisions), ruleId: z.string(), reason: z.string() });
const answers = z.object({ lines: z.array(answer) });

/** Lines of one call: it runs on a thread of the engine's, and more would only hold memory. */
const chunkSize = 1_000;

const engine = new ZenEngine();
// The table is compiled once for the life of the process, and once more for each set of rules that somebody is let off.
const table = engine.createDecision(lineTableGraph(lineRules));
const lesser = new Map<string, typeof table>();

/**
 * Decides payments before they are confirmed (事中, R6.3), in the order given. Amounts cross to the engine as numbers:
 * the rules compare them, nothing computes money there, and amounts accepted by the platform are far below 2^53 fen.
 * @param without rules that these payments are let off (豁免、静默): the next that hits decides
 */
export async function decideLines(
  lines: readonly LineFacts[],
  without: readonly string[] = [],
): Promise<LineDecision[]> {
  const decided: LineDecision[] = [];
  for (let start = 0; start < lines.length; start += chunkSize) {
    decided.push(...(await decideChunk(lines.slice(start, start + chunkSize), tableWithout(without))));
  }
  return decided;
}

function tableWithout(without: readonly string[]): typeof table {
  const skipped = lineRules.filter(({ id }) => without.includes(id)).map(({ id }) => id);
  if (skipped.length === 0) return table;
  const key = skipped.join(' ');
  const known = lesser.get(key);
  if (known) return known;
  const compiled = engine.createDecision(lineTableGraph(lineRules.filter(({ id }) => !skipped.includes(id))));
  lesser.set(key, compiled);
  return compiled;
}

async function decideChunk(lines: readonly LineFacts[], by: typeof table): Promise<LineDecision[]> {
  const { result } = await by.evaluate({ lines: lines.map(asNumbers) });
  const decided = answers.parse(result).lines;
  if (decided.length !== lines.length) throw new Error(`risk decided ${decided.length} of ${lines.length} lines`);
  return decided;
}

function asNumbers(facts: LineFacts): Record<string, number> {
  return { ...facts, amountFen: Number(facts.amountFen), monthFen: Number(facts.monthFen) };
}
