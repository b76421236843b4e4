import { decideTable, type DecisionTable } from '@linggong/studio';
import { problem } from '@linggong/core/domain';
import { z } from 'zod';
import { decisions, type LineDecision, type LineFacts } from '../domain';
import { tableWithout } from './decisions/table-without';

/** What settlement reads of the table's answer. The table is the operators': one that lost a column of these decides nothing. */
const answer = z.object({
  decision: z.enum(decisions),
  reason: z.string().default('none'),
  text: z.object({ zh: z.string(), en: z.string() }).optional(),
});

/**
 * Decides payments before they are confirmed (事中, R6.3) by a version of the table `risk.line`, in the order given. Amounts cross to the
 * engine as numbers: the rules compare them, nothing computes money there, and amounts accepted by the platform are far below 2^53 fen.
 * @param without rows that these payments are let off (豁免、静默): the next that hits decides
 * @throws Problem 503 `table-not-decided`, `risk-table-unfit`
 */
export async function decideLines(
  table: DecisionTable,
  lines: readonly LineFacts[],
  without: readonly string[] = [],
): Promise<LineDecision[]> {
  const outcomes = await decideTable(tableWithout(table, without), lines.map(lineInput));
  return outcomes.map(({ rows, answer: given }) => {
    const { text, ...read } = answer.safeParse(given).data ?? unfit();
    return { ...read, ruleId: rows[0] ?? 'otherwise', ...(text && { text }) };
  });
}

function unfit(): never {
  throw problem(
    503,
    'risk-table-unfit',
    {
      zh: '生效中的风控判定表没有给出“结论”，本次没有作出任何判定',
      en: 'The risk table in force gives no decision; nothing was decided',
    },
    {
      fix: {
        zh: '请在配置中心回退“发放前逐笔判定”，或为其恢复结论列（通过、暂缓复核、不予发放）',
        en: 'Roll the table "Decision on each payment" back, or give it its decision column again (approve, review, decline)',
      },
    },
  );
}

/** What a line is to its table. */
export function lineInput(facts: LineFacts): Record<string, number> {
  return { ...facts, amountFen: Number(facts.amountFen), monthFen: Number(facts.monthFen) };
}
