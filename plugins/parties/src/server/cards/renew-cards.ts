import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import type { SealedText } from '../sealed-text';
import { tellCards } from '../tell-parties';
import type { PartiesTools } from '../tools';

interface EndedCard {
  readonly id: number;
  readonly masked: string;
}

// The version that was verified stays as it was: orders that were paid to it were paid to that name.
const END = `
WITH held AS (
  SELECT id FROM public.bank_cards WHERE worker_id = $1 AND replaced_at IS NULL AND holder_blind <> $3 ORDER BY id FOR UPDATE
)
UPDATE public.bank_cards c SET state = 'replaced', replaced_at = $2::timestamptz, updated_at = $2::timestamptz
FROM held WHERE c.id = held.id RETURNING c.id, c.card_masked AS masked`;

const RENEW = `
INSERT INTO public.bank_cards (worker_id, card_version, card_sealed, card_blind, card_masked, holder_sealed, holder_blind,
  holder_masked, bank_name, bank_code, state, added_at)
SELECT c.worker_id, (SELECT max(card_version) FROM public.bank_cards WHERE worker_id = c.worker_id) + row_number() OVER (ORDER BY c.id),
  c.card_sealed, c.card_blind, c.card_masked, $3, $4, $5, c.bank_name, c.bank_code, 'pending', $2::timestamptz
FROM public.bank_cards c WHERE c.id = ANY($1::int[]) ORDER BY c.id
RETURNING id`;

/**
 * A card is verified with the name of its holder: under another name of the worker nobody knows whether the bank has it too. Every card that
 * he holds goes on as a new version in the new name that is not verified yet, and no money goes to it until the bank has answered for both; a
 * bank that still has the former name refuses, and he has it changed there or adds another card. Set-based.
 * @returns how many cards are to be verified anew
 */
export async function renewCards(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  workerId: number,
  name: SealedText,
): Promise<number> {
  const ended = await tx.query<EndedCard>(END, [workerId, command.at, name.blind]);
  if (ended.length === 0) return 0;
  ended.sort((one, other) => one.id - other.id);
  const ids = ended.map(({ id }) => id);
  const renewed = await tx.query<{ id: number }>(RENEW, [ids, command.at, name.sealed, name.blind, name.masked]);
  await record(
    tx,
    command,
    renewed.map(({ id }, index) => ({
      action: 'bank-card.add',
      subject: { kind: 'bank-card', id },
      after: { workerId, card: ended[index]?.masked ?? null, replaces: ended[index]?.id ?? null, state: 'pending' },
    })),
  );
  await tellCards(
    tx,
    tools.jobs,
    command,
    'parties.card.added',
    renewed.map(({ id }) => id),
  );
  return renewed.length;
}
