import type { Queryable } from '@linggong/core';
import type { RiskBoard, RiskCard } from '../../api';
import { caseStates, type CaseState } from '../../domain';
import { SUBJECT_LABEL } from './read-case';

/** Cards of one column; the count says how many there are. */
const CARDS_MAX = 50;
/** For how long a closed case stays on the board. */
const CLOSED_DAYS = 7;

const SHOWN = `(c.state <> 'closed' OR c.closed_at > $1::timestamptz - interval '${CLOSED_DAYS} days')`;

interface CardRow extends RiskCard {
  readonly state: CaseState;
}

/** The board of cases (案件看板), by one clock: what is due first stands first. */
export async function readBoard(db: Queryable, at: Date): Promise<RiskBoard> {
  const counts = await db.query<{ state: CaseState; count: number; late: number }>(
    `SELECT c.state, count(*)::int AS count, (count(*) FILTER (WHERE c.state <> 'closed' AND c.due_at < $1))::int AS late
       FROM risk.cases c WHERE ${SHOWN} GROUP BY c.state`,
    [at],
  );
  const cards = await db.query<CardRow>(
    `SELECT c.id, c.number, c.title, c.severity, c.source, c.owner_name AS "ownerName", c.due_at AS "dueAt",
            c.state <> 'closed' AND c.due_at < $1 AS "isLate", ${SUBJECT_LABEL} AS "subjectLabel", c.state
       FROM unnest($2::text[]) AS s (state) CROSS JOIN LATERAL (
         SELECT c.* FROM risk.cases c WHERE c.state = s.state AND ${SHOWN}
          ORDER BY CASE WHEN c.state = 'closed' THEN c.closed_at END DESC, c.due_at, c.id LIMIT ${CARDS_MAX}) c`,
    [at, [...caseStates]],
  );
  return {
    columns: caseStates.map((state) => {
      const { count, late } = counts.find((one) => one.state === state) ?? { count: 0, late: 0 };
      const own = cards.filter((card) => card.state === state).map(({ state: _state, ...card }) => card);
      return { state, count, late, cards: own };
    }),
  };
}
