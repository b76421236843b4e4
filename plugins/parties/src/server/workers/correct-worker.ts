import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { illegalTransition, shanghaiDay, step } from '@linggong/core/domain';
import { readCorrection, workerLifecycle, type WorkerCorrection } from '../../domain';
import { renewCards } from '../cards/renew-cards';
import { registrationProblem } from '../registration-problem';
import { sealText, type SealedText } from '../sealed-text';
import { tellWorkers } from '../tell-parties';
import type { PartiesTools } from '../tools';
import { lockWorker, workerById, type LockedWorker } from './worker-rows';

const UPDATE = `
UPDATE public.workers SET
  name_sealed = coalesce($2, name_sealed), name_blind = coalesce($3, name_blind), name_masked = coalesce($4, name_masked),
  phone_sealed = coalesce($5, phone_sealed), phone_blind = coalesce($6, phone_blind), phone_masked = coalesce($7, phone_masked),
  address_sealed = coalesce($8, address_sealed), address_masked = coalesce($9, address_masked),
  real_name_state = CASE WHEN $10 THEN 'pending' ELSE real_name_state END, state = $11, version = version + 1,
  updated_at = $12::timestamptz
WHERE id = $1`;

/**
 * Corrects what is on record of a worker (更正, PIPL art. 46). Another name is another answer of the register: his identity is asked about anew, and
 * until it is answered he is not paid; then his cards are, under that name. The identity number is never corrected – all that he has is bound to it: a wrong one is a new registration.
 * @throws Problem `not-found`, `registration-refused` (422), `illegal-transition` (409) for one who has left
 */
export async function correctWorker(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  workerId: number,
  correction: WorkerCorrection,
): Promise<void> {
  const worker = await lockWorker(tx, workerId);
  const { name, phone, address } = readOrRefuse(tools, command, correction);
  const seal = (kind: 'name' | 'phone' | 'address', clear: string | undefined): SealedText | undefined =>
    clear === undefined ? undefined : sealText(tools.vault, kind, worker.subject, clear);
  const sealed = { name: seal('name', name), phone: seal('phone', phone), address: seal('address', address) };
  const isNamed = sealed.name !== undefined;
  const next = stateAfter(worker, isNamed);
  const masked = await tx.one<Record<'name' | 'phone' | 'address', string | null>>(
    'SELECT name_masked AS name, phone_masked AS phone, address_masked AS address FROM public.workers WHERE id = $1',
    [workerId],
  );
  await tx.query(UPDATE, [
    workerId,
    ...[sealed.name, sealed.phone].flatMap((text) => [text?.sealed ?? null, text?.blind ?? null, text?.masked ?? null]),
    sealed.address?.sealed ?? null,
    sealed.address?.masked ?? null,
    isNamed,
    next,
    command.at,
  ]);
  const cards = sealed.name === undefined ? 0 : await renewCards(tools, tx, command, workerId, sealed.name);
  await record(tx, command, {
    action: 'worker.correct',
    subject: { kind: 'worker', id: workerId },
    before: {
      state: worker.state,
      ...Object.fromEntries(Object.entries(masked).filter(([field]) => sealed[field as keyof typeof sealed])),
    },
    after: {
      state: next,
      ...Object.fromEntries(Object.entries(sealed).flatMap(([field, text]) => (text ? [[field, text.masked]] : []))),
      ...(cards > 0 && { cardsToVerify: cards }),
    },
  });
  if (isNamed) await tellWorkers(tx, tools.jobs, command, 'parties.worker.registered', [workerId]);
}

/**
 * What stands of a worker and what would stand, both masked: for the second person who decides about another telephone.
 * @throws Problem `not-found`, `registration-refused` (422)
 */
export async function shownCorrection(
  tools: PartiesTools,
  command: Pick<Command, 'at'>,
  workerId: number,
  correction: WorkerCorrection,
) {
  const { number, name, phone, address } = await workerById(tools.database, workerId);
  const before = { number, name, phone, address };
  const corrected = readOrRefuse(tools, command, correction);
  const masks = (['name', 'phone', 'address'] as const).flatMap((kind) => {
    const clear = corrected[kind];
    return clear === undefined ? [] : [[kind, tools.vault.mask(kind, clear)]];
  });
  return {
    subject: { id: workerId, label: number },
    before,
    after: { ...before, ...Object.fromEntries(masks) },
  };
}

function readOrRefuse(
  tools: PartiesTools,
  { at }: Pick<Command, 'at'>,
  correction: WorkerCorrection,
): WorkerCorrection {
  const reading = readCorrection(correction, tools.ports.identifierRules, shanghaiDay(at));
  if (!reading.ok) throw registrationProblem(reading.faults);
  return reading.correction;
}

/** Who is suspended stays so; anybody else of another name is as at his registration. */
function stateAfter({ state }: LockedWorker, isNamed: boolean): LockedWorker['state'] {
  if (state === 'suspended' || (!isNamed && state !== 'deregistered')) return state;
  const next = step(workerLifecycle, state, 'correct');
  if (!next.ok) throw illegalTransition(workerLifecycle, state, 'correct');
  return next.to;
}
