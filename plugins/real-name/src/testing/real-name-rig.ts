import type { Clock } from '@linggong/core';
import type { TestDatabase } from '@linggong/database/testing';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import { createParties, createPorts } from '@linggong/parties';
import { createKeyring, createVault } from '@linggong/vault';
import { chainOf, stopChain } from '../server/asking/create-chain';
import { hearParties } from '../server/checks/hear-parties';
import { identifierRules } from '../server/identifier-rules';
import { createSandboxProvider } from '../server/providers/sandbox-provider';
import type { RealNameTools } from '../server/tools';

/** Real-name checks without Strapi, for tests on a database of their own. */
export interface RealNameRig {
  readonly jobs: JobsEngine;
  /** Handlers take them when a job runs: a test may put another chain or other parties in between. */
  tools: RealNameTools;
  stop(): Promise<void>;
}

export const rigReverification = { workerDays: 180, enterpriseDays: 90, dailyMax: 100 };

export function createRealNameRig(kit: TestDatabase, clock: Clock): RealNameRig {
  const jobs = createJobs({ connectionString: kit.url, clock, random: () => 0 });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]), index: Buffer.alloc(32, 9) });
  const vault = createVault({ keyring, root: '/nonexistent' });
  const ports = createPorts();
  ports.useIdentifierRules(identifierRules);
  const parties = createParties({ database: kit.db, vault, jobs, ports });
  const chain = chainOf({ providers: [createSandboxProvider({ slowMs: 1 })] });
  const rig: RealNameRig = {
    jobs,
    tools: { database: kit.db, vault, jobs, parties, clock, chain },
    stop: async () => {
      stopChain(chain);
      await jobs.stop();
    },
  };
  hearParties(jobs, () => rig.tools, rigReverification);
  return rig;
}
