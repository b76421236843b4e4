import { createDatabase, type Database } from '@linggong/core';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import { createParties, createPorts, type Parties } from '@linggong/parties';
import { checkIdentifier, reasonTexts } from '@linggong/real-name/domain';
import { testDatabase } from '@linggong/database/testing';
import { createKeyring, createVault } from '@linggong/vault';
import type { RiskTools } from './tools';

/** Risk and parties on a migrated database of their own, without Strapi. */
export interface RiskWorld {
  readonly db: Database;
  readonly superuser: Database;
  readonly tools: RiskTools & { readonly jobs: JobsEngine };
  readonly parties: Parties;
  stop(): Promise<void>;
}

export async function riskWorld(at: Date): Promise<RiskWorld> {
  const kit = await testDatabase();
  const superuser = createDatabase({ connectionString: kit.superuserUrl, max: 1 });
  const jobs = createJobs({ connectionString: kit.url, clock: { now: () => at }, random: () => 0 });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]), index: Buffer.alloc(32, 9) });
  const vault = createVault({ keyring, root: '/nonexistent' });
  const ports = createPorts();
  ports.useIdentifierRules({
    check: (kind, value, today) => {
      const verdict = checkIdentifier(kind, value, today);
      if (!verdict.valid) return { valid: false, code: verdict.reason, text: reasonTexts[verdict.reason] };
      return { valid: true, normalised: verdict.normalised, ...('age' in verdict ? { age: verdict.age } : {}) };
    },
  });
  const tools = { database: kit.db, vault, jobs };
  return {
    db: kit.db,
    superuser,
    tools,
    parties: createParties({ ...tools, ports }),
    stop: async () => {
      await jobs.stop();
      await superuser.close();
      await kit.drop();
    },
  };
}

/** A citizen's number of somebody who is not, with a right check digit. */
export function identity(serial: number): string {
  const body = `11010119900307${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (weights[place] ?? 0), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}
