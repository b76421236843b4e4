import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import type { Command } from '@linggong/core';
import { createParties, createPorts, type Parties } from '@linggong/parties';
import { createKeyring, createVault, type Vault } from '@linggong/vault';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { publishedTemplates } from '../domain';
import { batchJob, runBatch } from './batches/run-batch';
import { createESign, type ESign } from './e-sign-service';
import { testMill } from './mill/mill.fixture';
import { createSealSource } from './seal/seal-source';
import { publishTemplates } from './templates/template-rows';
import type { ESignTools } from './tools';

export const at = new Date('2026-11-22T03:00:00Z');

export const command: Command = {
  actor: { kind: 'account', name: 'operator#1', role: 'operator', accountId: 1 },
  at,
  traceId: 'trace-1',
  address: '203.0.113.9',
};

export interface ESignWorld {
  readonly test: TestDatabase;
  readonly tools: ESignTools;
  readonly eSign: ESign;
  readonly parties: Parties;
  readonly jobs: JobsEngine;
  /** Registers workers; gives their ids. */
  workers(count: number, more?: { state?: string; realName?: string; name?: string }): Promise<number[]>;
  enterprise(state?: string): Promise<number>;
  stop(): Promise<void>;
}

/** A database with parties and e-sign, the published templates, and a queue that the test drains. */
export async function eSignWorld(): Promise<ESignWorld> {
  const test = await testDatabase({
    only: ['plugins/jobs', 'plugins/audit', 'plugins/vault', 'plugins/parties', 'plugins/e-sign'],
  });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'e-sign-'));
  const vault = createVault({ keyring, root: folder, db: () => test.db });
  const jobs = createJobs({ connectionString: test.url, clock: { now: () => at } });
  const parties = createParties({ database: test.db, vault, jobs, ports: createPorts() });
  const mill = testMill();
  const tools: ESignTools = {
    db: test.db,
    vault,
    jobs,
    parties,
    platformName: { zh: '灵工测试平台', en: 'Linggong test platform' },
    scenarioTitle: (code) => (code === 'delivery' ? { zh: '同城配送', en: 'City delivery' } : undefined),
    publicUrl: 'https://platform.example.com',
    mill,
    seal: createSealSource({
      db: () => test.db,
      vault: () => vault,
      mill,
      settings: { p12: undefined, timeStampUrl: undefined },
    }),
  };
  await test.db.transaction((tx) => publishTemplates(tx, command, publishedTemplates));
  jobs.handle(batchJob, ({ payload, progress }, given) =>
    // The payload is what placeBatch wrote.
    runBatch(tools, given, (payload as { batchId: number }).batchId, progress),
  );
  return {
    test,
    tools,
    eSign: createESign(tools),
    parties,
    jobs,
    workers: (count, more = {}) => insertWorkers(test, vault, count, more),
    enterprise: (state = 'active') => insertEnterprise(test, state),
    stop: async () => {
      await jobs.stop();
      await mill.close();
      await test.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let serial = 0;

async function insertWorkers(
  { db }: TestDatabase,
  vault: Vault,
  count: number,
  { state = 'active', realName = 'verified', name }: { state?: string; realName?: string; name?: string },
): Promise<number[]> {
  const people = Array.from({ length: count }, () => {
    serial += 1;
    const identity = `11010119900101${String(serial).padStart(4, '0').slice(-4)}${serial}`;
    const subject = vault.subjectOf(identity);
    const seal = (kind: 'name' | 'identity-number', clear: string): string =>
      vault.seal(kind, subject, clear).toString('base64');
    return {
      number: `W-${serial}`,
      subject,
      name: seal('name', name ?? `张三${serial}`),
      identity: seal('identity-number', identity),
    };
  });
  const rows = await db.query<{ id: number }>(
    `INSERT INTO public.workers (number, name_sealed, name_blind, name_masked, identity_kind, identity_sealed,
       identity_blind, identity_masked, phone_sealed, phone_blind, phone_masked, state, real_name_state, vat_role, resident,
       version)
     SELECT number, name, 'b', '张*', 'resident-id', identity, subject, '1****1', 'p', 'b', '138****0001', $5, $6,
       'platform-files', true, 1
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS p(number, subject, name, identity) RETURNING id`,
    [
      people.map(({ number }) => number),
      people.map(({ subject }) => subject),
      people.map(({ name }) => name),
      people.map(({ identity }) => identity),
      state,
      realName,
    ],
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

async function insertEnterprise({ db }: TestDatabase, state: string): Promise<number> {
  serial += 1;
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO public.enterprises (number, name, uscc, state, version) VALUES ($1, $2, $3, $4, 1) RETURNING id`,
    [`E-${serial}`, `湖南测试企业${serial}`, `9143010000000${String(serial).padStart(5, '0')}`, state],
  );
  return id;
}
