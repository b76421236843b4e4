import { randomUUID } from 'node:crypto';
import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { problem, shanghaiDay, type Problem } from '@linggong/core/domain';
import { readWorker, type WorkerInput, type WorkerSource } from '../../domain';
import { isLocked } from '../locked/locks';
import { registrationProblem } from '../registration-problem';
import type { PartiesTools } from '../tools';
import { registerStaged } from './register-staged';
import { screenedOf, screenPeople } from './screen-people';
import { sealWorker } from './seal-worker';
import { stageWorkers } from './stage-workers';

/** Whoever holds his full number may be told that he left, and by which number he is taken back; nothing else of him is said. */
async function alreadyRegistered(tx: Tx, identityBlind: string): Promise<Problem> {
  const left = await tx.maybeOne<{ number: string }>(
    `SELECT w.number FROM public.workers w WHERE w.identity_blind = $1 AND ${isLocked('w')}`,
    [identityBlind],
  );
  const fix =
    left === undefined
      ? { zh: '请按证件号码查找该人员', en: 'Search for the worker by his identity number' }
      : {
          zh: `该人员已注销并锁定，编号 ${left.number}；本人要求恢复的，请在“已注销人员”中恢复`,
          en: `He was deregistered and is locked under the number ${left.number}; where he asks for it, take him back on the page of those who left`,
        };
  return problem(
    409,
    'already-registered',
    { zh: '该证件号码已登记', en: 'A worker with this identity number is already registered' },
    { field: 'identityNumber', fix },
  );
}

/**
 * Registers one worker (R3.1, R3.5) on the same path as an import of 50,000. His identity and card are checked afterwards, on
 * the queue: until then he is `registered` and cannot be paid.
 * @throws Problem `registration-refused` (422, with all faults), `already-registered` (409)
 */
export async function registerWorker(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  input: WorkerInput,
  source: WorkerSource,
): Promise<number> {
  const reading = readWorker(input, tools.ports.identifierRules, shanghaiDay(command.at));
  if (!reading.ok) throw registrationProblem(reading.faults);
  const batchId = randomUUID();
  const worker = sealWorker(tools.vault, reading.worker);
  const [refusal] = await screenPeople(tools.ports, tx, [screenedOf(worker)], shanghaiDay(command.at));
  if (refusal) throw registrationProblem([refusal]);
  await stageWorkers(tx, batchId, [[{ rowNo: 1, worker }]]);
  const [outcome] = await registerStaged(tx, tools.jobs, command, batchId, source);
  const workerId = outcome?.workerId ?? null;
  if (workerId === null) throw await alreadyRegistered(tx, worker.identity.blind);
  await record(tx, command, {
    action: 'worker.register',
    subject: { kind: 'worker', id: workerId },
    after: {
      name: worker.name.masked,
      identity: worker.identity.masked,
      phone: worker.phone.masked,
      card: worker.card?.card.masked ?? null,
      source,
    },
  });
  return workerId;
}
