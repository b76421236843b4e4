import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { illegalTransition, problem, step } from '@linggong/core/domain';
import { workerLifecycle, type WorkerActionByPeople } from '../../domain';
import { demandConsents } from '../consents/demand-consents';
import { lockPerson, unlockPerson } from '../locked/locks';
import { tellWorkers } from '../tell-parties';
import type { PartiesTools } from '../tools';
import { lockWorker } from './worker-rows';

const events: Readonly<Record<WorkerActionByPeople, `parties.worker.${string}`>> = {
  suspend: 'parties.worker.suspended',
  resume: 'parties.worker.resumed',
  deregister: 'parties.worker.deregistered',
  // As at the first registration, his identity is then checked on the queue.
  return: 'parties.worker.registered',
};

/**
 * Suspends, resumes or deregisters a worker, or takes one back; `command.reason` says why. Who returns counts as never
 * verified: an answer from before he left no longer makes him active. Who is deregistered is locked from then on.
 * @throws Problem `not-found`, `illegal-transition` (409 with what is allowed), `not-verified` (409), `consent-missing` (409)
 */
export async function actOnWorker(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  workerId: number,
  action: WorkerActionByPeople,
): Promise<void> {
  const worker = await lockWorker(tx, workerId);
  const next = step(workerLifecycle, worker.state, action);
  if (!next.ok) throw illegalTransition(workerLifecycle, worker.state, action);
  if (next.to === 'active' && worker.realNameState !== 'verified') {
    throw problem(
      409,
      'not-verified',
      { zh: '该人员实名状态不是已通过，不能恢复', en: 'His identity is no longer verified, so he cannot be resumed' },
      { fix: { zh: '请先重新进行实名核验', en: 'Have his identity checked again first' } },
    );
  }
  if (action === 'resume' || action === 'return') {
    await demandConsents(tx, workerId);
    for (const guard of tools.ports.resumingGuards) await guard(tx, { kind: 'worker', id: workerId });
  }
  await tx.query(
    `UPDATE public.workers SET state = $2, state_reason = $3, real_name_state = CASE WHEN $5 THEN 'pending' ELSE real_name_state END,
       version = version + 1, updated_at = $4::timestamptz WHERE id = $1`,
    [workerId, next.to, command.reason ?? null, command.at, action === 'return'],
  );
  if (action === 'deregister') await lockPerson(tx, command, workerId);
  if (action === 'return') await unlockPerson(tx, workerId);
  await record(tx, command, {
    action: `worker.${action}`,
    subject: { kind: 'worker', id: workerId },
    before: { state: worker.state },
    after: { state: next.to },
  });
  await tellWorkers(tx, tools.jobs, command, events[action], [workerId]);
}
