import { randomBytes, randomUUID } from 'node:crypto';
import { settingsFromEnvironment } from '@linggong/config';
import { createDatabase, systemCommand, type Database } from '@linggong/core';
import { createJobs, type JobInHand, type JobsEngine } from '@linggong/jobs';
import { createKeyring, openVault, ownBytes } from '@linggong/vault';
import { createKeeper, type Keeper } from './keeper';

export const testKeyringText = JSON.stringify({
  version: 1,
  current: 1,
  keys: { 1: Buffer.alloc(32, 3).toString('base64') },
  index: Buffer.alloc(32, 4).toString('base64'),
});

export interface Kept {
  readonly keeper: Keeper;
  readonly db: Database;
  readonly jobs: JobsEngine;
  /** A private file of so many bytes, stored as the platform stores one. */
  putFile(bytes: number): Promise<string>;
  job(payload?: JobInHand['payload']): JobInHand & { readonly stages: string[] };
  command(): ReturnType<typeof systemCommand>;
  close(): Promise<void>;
}

/** A keeper over a database that is there, as a working process has it. */
export function keeping(appUrl: string, variables: Readonly<Record<string, string>>): Kept {
  const env = { ...process.env, ...variables, DATABASE_URL: appUrl, LINGGONG_KEYRING: testKeyringText };
  const settings = settingsFromEnvironment(env);
  const db = createDatabase({ connectionString: appUrl, max: 4 });
  const jobs = createJobs({ connectionString: appUrl });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 3)]]), index: Buffer.alloc(32, 4) });
  const opening = { keyring, root: `${settings.dataFolder}/vault`, db: () => db };
  return {
    keeper: createKeeper({ db, jobs, settings, env }),
    db,
    jobs,
    putFile: async (bytes) => {
      const file = { kind: 'test', contentType: 'application/octet-stream', subject: 'test:1' };
      const { vault } = await openVault(opening);
      return (await db.transaction((tx) => vault.putFile(tx, file, ownBytes(randomBytes(bytes))))).id;
    },
    job: (payload = null) => {
      const stages: string[] = [];
      const progress = async ({ stage }: { stage: string }): Promise<void> => void stages.push(stage);
      return { runId: randomUUID(), payload, attempt: 1, progress, stages };
    },
    command: () => systemCommand('test', new Date(), randomUUID()),
    close: async () => {
      await jobs.stop();
      await db.close();
    },
  };
}
