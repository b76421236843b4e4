import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Clock, Command, Database } from '@linggong/core';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import { createKeyring, createVault } from '@linggong/vault';
import type { IdentifierRules } from '../domain';
import { runImport } from '../server/imports/run-import';
import { importPayload } from '../server/imports/import-payload';
import { createParties, type Parties } from '../server/parties-service';
import { createPorts } from '../server/ports';
import type { PartiesTools } from '../server/tools';
import { formRules } from './form-rules';

/** Parties without Strapi, for tests on a database of their own. */
export interface PartiesRig {
  readonly tools: PartiesTools;
  readonly parties: Parties;
  readonly jobs: JobsEngine;
  stop(): Promise<void>;
}

export function operatorAt(at: Date, reason?: string): Command {
  const actor = { kind: 'account', name: 'operator#1', role: 'operator', accountId: 1 } as const;
  return { actor, at, traceId: 'test', ...(reason === undefined ? {} : { reason }) };
}

/** Whoever approves what the operator submitted. */
export function reviewerAt(at: Date, reason?: string): Command {
  const actor = { kind: 'account', name: 'merchant-reviewer#2', role: 'merchant-reviewer', accountId: 2 } as const;
  return { ...operatorAt(at, reason), actor };
}

/** Tools on a migrated database; keys and files of the vault are the rig's own and end with it. */
export async function createPartiesRig(
  given: { readonly db: Database; readonly url: string },
  clock: Clock,
  rules: IdentifierRules = formRules,
): Promise<PartiesRig> {
  const root = await mkdtemp(path.join(tmpdir(), 'parties-'));
  const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]), index: Buffer.alloc(32, 9) });
  const jobs = createJobs({ connectionString: given.url, clock, random: () => 0 });
  const ports = createPorts();
  ports.useIdentifierRules(rules);
  const vault = createVault({ keyring, root, db: () => given.db });
  const tools: PartiesTools = { database: given.db, vault, jobs, ports };
  jobs.handle('parties.import-workers', async (job, command) => {
    await runImport(tools, command, importPayload(job.payload).importId, job);
  });
  return {
    tools,
    parties: createParties(tools),
    jobs,
    stop: async () => {
      await jobs.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
