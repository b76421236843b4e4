import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import type { Parties } from '@linggong/parties';
import type { Vault } from '@linggong/vault';
import { z } from 'zod';
import type { Moment } from '../../domain/decide';
import { decideAndKeep } from './decide-and-keep';
import { keepRepresentative } from './keep-representative';

const enterprise = z.object({ enterpriseId: z.int() });
const workers = z.object({ workerIds: z.array(z.int()) });

/** What is decided when parties tells of an enterprise. */
const enterpriseMoments: Readonly<Record<string, Moment>> = {
  submitted: 'enterprise-onboarding',
  signed: 'enterprise-signing',
};

export interface HearingTools {
  readonly jobs: Pick<Jobs, 'on' | 'emit'>;
  readonly parties: Pick<Parties, 'openCompany'>;
  readonly vault: Pick<Vault, 'blind'>;
}

/**
 * Decides before somebody is let in (事前，R6.3): parties stands below and tells, risk decides and keeps it. Heard again, a decision is
 * made again, and both are kept.
 */
export function decideAboutParties(tools: HearingTools): void {
  for (const [verb, moment] of Object.entries(enterpriseMoments)) {
    tools.jobs.on(`parties.enterprise.${verb}`, `risk.decide-${moment}`, async ({ payload }, command, tx) => {
      const { enterpriseId } = enterprise.parse(payload);
      await keepRepresentative(tools, tx, command, enterpriseId);
      await aboutEnterprise(tools, tx, command, moment, enterpriseId);
    });
  }
  tools.jobs.on('parties.worker.registered', 'risk.decide-worker-registration', ({ payload }, command, tx) =>
    aboutWorkers(tools, tx, command, workers.parse(payload).workerIds),
  );
}

async function aboutEnterprise(
  { jobs }: HearingTools,
  tx: Tx,
  command: Command,
  moment: Moment,
  enterpriseId: number,
): Promise<void> {
  const keys = { workerId: 0, enterpriseId, cardId: 0, taskId: 0 };
  await decideAndKeep(tx, jobs, command, {
    moment,
    subjectKind: 'enterprise',
    day: shanghaiDay(command.at),
    at: command.at,
    subjects: [{ id: enterpriseId, keys, facts: {} }],
  });
}

async function aboutWorkers(
  { jobs }: HearingTools,
  tx: Tx,
  command: Command,
  workerIds: readonly number[],
): Promise<void> {
  if (workerIds.length === 0) return;
  await decideAndKeep(tx, jobs, command, {
    moment: 'worker-registration',
    subjectKind: 'worker',
    day: shanghaiDay(command.at),
    at: command.at,
    subjects: workerIds.map((id) => ({
      id,
      keys: { workerId: id, enterpriseId: 0, cardId: 0, taskId: 0 },
      facts: {},
    })),
  });
}
