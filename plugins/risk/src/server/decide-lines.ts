import { ZenEngine } from '@gorules/zen-engine';
import { z } from 'zod';
import { decisions, lineRules, lineTableGraph, type LineDecision, type LineFacts } from '../domain';

const answer = z.object({ decision: z.enum(decisions), ruleId: z.string(), reason: z.string() });

/** Evaluations under way at once: the engine runs on its own threads, and more would only hold memory. */
const chunkSize = 1_000;

// The table is compiled once for the life of the process.
const table = new ZenEngine().createDecision(lineTableGraph(lineRules));

/**
 * Decides payments before they are confirmed (事中, R6.3), in the order given. Amounts cross to the engine as numbers:
 * the rules compare them, nothing computes money there, and amounts accepted by the platform are far below 2^53 fen.
 */
export async function decideLines(lines: readonly LineFacts[]): Promise<LineDecision[]> {
  const decided: LineDecision[] = [];
  for (let start = 0; start < lines.length; start += chunkSize) {
    const chunk = lines.slice(start, start + chunkSize);
    decided.push(...(await Promise.all(chunk.map(decideLine))));
  }
  return decided;
}

async function decideLine(facts: LineFacts): Promise<LineDecision> {
  const context = { ...facts, amountFen: Number(facts.amountFen), monthFen: Number(facts.monthFen) };
  const { result } = await table.evaluate(context);
  return answer.parse(result);
}
