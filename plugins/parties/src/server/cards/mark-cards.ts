import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import type { CardState } from '../../domain';
import { tellCards } from '../tell-parties';
import type { PartiesTools } from '../tools';

/** The answer of one card check. */
export interface CardMark {
  readonly cardId: number;
  readonly state: Extract<CardState, 'verified' | 'refused' | 'error'>;
  readonly evidenceCode: string;
}

interface Marked {
  readonly id: number;
  readonly state: CardState;
}

// One card, one person: where several claim it, the one already verified keeps it, else the first of this set gets it.
// A card that was given up while the check ran keeps its end.
const MARK = `
WITH mark AS (
  SELECT m.*, c.card_blind,
         row_number() OVER (PARTITION BY c.card_blind, m.state ORDER BY c.worker_id, c.id) AS turn
  FROM unnest($1::int[], $2::text[], $3::text[]) AS m(card_id, state, code)
  JOIN public.bank_cards c ON c.id = m.card_id
), held AS (
  SELECT id, state FROM public.bank_cards WHERE id = ANY($1::int[]) AND replaced_at IS NULL ORDER BY id FOR UPDATE
)
UPDATE public.bank_cards c
SET state = CASE WHEN mark.state <> 'verified' THEN
                   CASE WHEN mark.state = 'error' AND c.state = 'verified' THEN 'verified' ELSE mark.state END
                 WHEN mark.turn > 1 OR EXISTS (SELECT FROM public.bank_cards other WHERE other.card_blind = c.card_blind
                   AND other.state = 'verified' AND other.id <> c.id) THEN 'refused'
                 ELSE 'verified' END,
    check_code = CASE WHEN mark.state = 'error' AND c.state = 'verified' THEN c.check_code ELSE mark.code END,
    checked_at = CASE WHEN mark.state = 'error' AND c.state = 'verified' THEN c.checked_at ELSE $4::timestamptz END,
    updated_at = $4::timestamptz
FROM mark JOIN held ON held.id = mark.card_id
WHERE c.id = mark.card_id
RETURNING c.id, c.state, held.state AS before`;

/**
 * Takes over the answers of card checks, set-based. Each card may stand in `marks` once.
 * @returns the states that the cards have now; a card that another person holds is refused whatever the register said.
 */
export async function markCards(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  marks: readonly CardMark[],
): Promise<Marked[]> {
  if (marks.length === 0) return [];
  const marked = await tx.query<Marked & { before: string }>(MARK, [
    marks.map(({ cardId }) => cardId),
    marks.map(({ state }) => state),
    marks.map(({ evidenceCode }) => evidenceCode),
    command.at,
  ]);
  await record(
    tx,
    command,
    marked.map(({ id, state, before }) => ({
      action: 'bank-card.check',
      subject: { kind: 'bank-card', id },
      before: { state: before },
      after: { state },
    })),
  );
  const verified = marked.filter(({ state }) => state === 'verified').map(({ id }) => id);
  await tellCards(tx, tools.jobs, command, 'parties.card.verified', verified);
  const refused = marked.filter(({ state, before }) => state === 'refused' && before !== 'refused').map(({ id }) => id);
  await tellCards(tx, tools.jobs, command, 'parties.card.refused', refused);
  return marked.map(({ id, state }) => ({ id, state }));
}
