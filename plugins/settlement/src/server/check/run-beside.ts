import type { Command } from '@linggong/core';
import type { LineDecision } from '@linggong/risk';
import type { Decided } from '@linggong/studio';
import { asked } from './past-lines';
import type { CandidateFacts } from './risk-facts';

/** Asks the version of the risk table that runs beside (影子运行). @returns how many it was asked about; 0 where none runs */
export type RunBeside = (command: Command, decided: readonly Decided[]) => Promise<number>;

/** A line and what the table said of it, before anybody is let off a rule: versions are compared as they stand. */
export interface AskedLine {
  readonly facts: CandidateFacts;
  readonly decision: LineDecision;
}

/** Lines of one page. */
const PAGE = 2_000;

/**
 * Has the version that runs beside asked about the lines of a check, page by page. Where none does that is found out with the first page,
 * and no more is made ready.
 */
export async function askBeside(
  runBeside: RunBeside,
  command: Command,
  batchNumber: string,
  lines: readonly AskedLine[],
): Promise<void> {
  for (let start = 0; start < lines.length; start += PAGE) {
    const page = lines.slice(start, start + PAGE).map(({ facts, decision }) => ({
      ...asked(facts, batchNumber),
      decided: { rows: [decision.ruleId], answer: { decision: decision.decision } },
    }));
    if ((await runBeside(command, page)) === 0) return;
  }
}
