import { rowSource, withinDays, type Json, type ReplaySource } from '@linggong/studio';
import { momentTexts, verdictOf, type Moment, type Outcome, type TableAnswered } from '../../domain/decide';
import type { Facts } from '../decisions/decide';

interface PastDecision {
  readonly cursor: bigint;
  readonly outcome: Outcome;
  readonly hits: readonly string[];
  readonly input: Facts;
}

const DECISIONS = `SELECT d.id AS cursor, d.outcome, d.hits, d.input FROM risk.decisions d
 WHERE d.moment = $3 AND d.day BETWEEN $1::date AND $2::date AND ${withinDays('d.at')}`;

/** What a table of risk decided: the severest of its rows. The reasons and scores of rows are words and figures beside it. */
export function decidedBy(outcome: Json): Json {
  // Outcomes of a table are what `verdictOf` reads; JSON does not say so.
  const { rows } = outcome as unknown as TableAnswered;
  return { rows: [...rows], decision: verdictOf(outcome as unknown as TableAnswered).outcome };
}

/** The decisions of a moment, asked again on the snapshots that they were made on (历史决策): features are not computed anew. */
export const pastDecisions = (moment: Moment): ReplaySource =>
  rowSource<PastDecision>({
    name: { zh: `历史决策：${momentTexts[moment].zh}`, en: `Past decisions: ${momentTexts[moment].en}` },
    rows: DECISIONS,
    params: [moment],
    reads: decidedBy,
    item: ({ cursor, outcome, hits, input }) => ({
      subject: { label: `RD-${cursor.toString()}`, link: `/risk-decisions/${cursor.toString()}/show` },
      input: { ...input },
      decided: { rows: [...hits], decision: outcome },
    }),
  });
