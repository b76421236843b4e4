import type { Command, Tx } from '@linggong/core';
import { record, recordRead } from '@linggong/audit';
import { problem, shanghaiDay, type Problem } from '@linggong/core/domain';
import type { NewCard } from '../../api';
import { readAddedCard } from '../../domain';
import { registrationProblem } from '../registration-problem';
import { openText } from '../sealed-text';
import { tellCards } from '../tell-parties';
import type { PartiesTools } from '../tools';
import { screenPeople } from '../workers/screen-people';
import { sealCard, type SealedCard } from '../workers/seal-worker';
import { lockWorker } from '../workers/worker-rows';

function alreadyHeld(): Problem {
  return problem(
    409,
    'card-already-held',
    { zh: '该银行卡已登记', en: 'This card is registered for the worker already' },
    { field: 'cardNumber' },
  );
}

function noSuchCard(): Problem {
  return problem(
    422,
    'card-not-held',
    { zh: '要替换的银行卡不存在或已停用', en: 'The card to be replaced is not held by this worker' },
    { field: 'replaces' },
  );
}

/** Ends a version: it can be paid no longer, and stays as evidence of what was paid. */
async function giveUpCard(tx: Tx, command: Command, workerId: number, cardId: number): Promise<void> {
  const ended = await tx.query(
    `UPDATE public.bank_cards SET state = 'replaced', replaced_at = $3::timestamptz, updated_at = $3::timestamptz
     WHERE id = $1 AND worker_id = $2 AND replaced_at IS NULL RETURNING id`,
    [cardId, workerId, command.at],
  );
  if (ended.length === 0) throw noSuchCard();
}

async function insertVersion(tx: Tx, command: Command, workerId: number, card: SealedCard): Promise<number> {
  const row = await tx.maybeOne<{ id: number }>(
    `INSERT INTO public.bank_cards (worker_id, card_version, card_sealed, card_blind, card_masked, holder_sealed,
       holder_blind, holder_masked, bank_name, bank_code, state, added_at)
     SELECT $1, 1 + coalesce(max(card_version), 0), $2, $3, $4, $5, $6, $7, $8, $9, 'pending', $10::timestamptz
     FROM public.bank_cards WHERE worker_id = $1
     ON CONFLICT (worker_id, card_blind) WHERE replaced_at IS NULL DO NOTHING
     RETURNING id`,
    [
      workerId,
      card.card.sealed,
      card.card.blind,
      card.card.masked,
      card.holder.sealed,
      card.holder.blind,
      card.holder.masked,
      card.bankName,
      card.bankCode,
      command.at,
    ],
  );
  if (row === undefined) throw alreadyHeld();
  return row.id;
}

/**
 * Adds a card as a new version; with `replaces` the old one ends in the same transaction. The card is checked on the queue
 * before money may go to it.
 * @throws Problem `not-found`, `registration-refused` (422), `card-already-held` (409), `card-not-held` (422)
 */
export async function addCard(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  workerId: number,
  input: NewCard,
): Promise<number> {
  const worker = await lockWorker(tx, workerId);
  const subject = { kind: 'worker', id: workerId };
  const reading = await recordRead(tx, command, { purpose: 'holder-check', kinds: ['name'], subject });
  const name = openText({ vault: tools.vault, reading }, 'name', worker.subject, worker.nameSealed);
  const read = readAddedCard(input, name, tools.ports.identifierRules, shanghaiDay(command.at));
  if (!read.ok) throw registrationProblem(read.faults);
  const card = sealCard(tools.vault, worker.subject, read.card);
  const [refusal] = await screenPeople(tools.ports, tx, [{ cardBlind: card.card.blind }], shanghaiDay(command.at));
  if (refusal) throw registrationProblem([refusal]);
  if (input.replaces !== undefined) await giveUpCard(tx, command, workerId, input.replaces);
  const cardId = await insertVersion(tx, command, workerId, card);
  await record(tx, command, {
    action: 'bank-card.add',
    subject: { kind: 'bank-card', id: cardId },
    after: { workerId, card: card.card.masked, replaces: input.replaces ?? null },
  });
  await tellCards(tx, tools.jobs, command, 'parties.card.added', [cardId]);
  return cardId;
}
